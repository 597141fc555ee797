import { expect, test } from 'vitest';
import { nights } from '../support/nights.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NIGHTS = 21;

test.each([1, 2, 3])(
  `${NIGHTS} nights of seed %i, most of them troubled, end as one clean import does`,
  { timeout: 240_000 },
  async (seed) => {
    const { same, broken, troubles } = await nights(seed, NIGHTS, temporaryFolder());
    expect(troubles.size).toBeGreaterThan(5);
    expect(broken).toBeGreaterThan(3);
    expect(same).toBe(true);
  },
);
