import { expect, test } from 'vitest';
import { malformed } from '../support/malformed.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const EACH = 100;

test.each([1, 2])(
  `${EACH} malformed configurations, files, query strings and bodies each are answered with a sentence, seed %i`,
  async (seed) => {
    const { asked, refused, faults } = await malformed(seed, EACH, temporaryFolder());
    expect(faults.slice(0, 5)).toEqual([]);
    expect(asked).toBe(4 * EACH);
    expect(refused).toBeGreaterThan(asked / 2);
  },
);
