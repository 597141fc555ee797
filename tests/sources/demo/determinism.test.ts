import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { type DemoConfig, SCENARIOS } from '../../../server/sources/demo/config.ts';
import { generated, UNTIL } from './generated.ts';

const small: DemoConfig = { scenario: 'real-gain', size: 0.1 };

async function digest(config: DemoConfig, until = UNTIL): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify((await generated(config, until)).all))
    .digest('hex');
}

test('the same demo is the same to the last byte', async () => {
  expect(await digest(small)).toBe(await digest({ ...small, seed: 2 }));
});

test('another seed, another scenario, another size and another end are other demos', async () => {
  const digests = [
    await digest(small),
    await digest({ ...small, seed: 3 }),
    await digest({ ...small, size: 0.2 }),
    await digest(small, UNTIL - DAY),
  ];
  for (const scenario of SCENARIOS) digests.push(await digest({ ...small, scenario }));
  expect(new Set(digests).size).toBe(digests.length - 1); // real-gain stands there twice
});

test('scenarios of one seed share what nothing is planted in', async () => {
  const [one, other] = [await generated({ ...small, scenario: 'no-change' }), await generated(small)];
  const before = (rows: typeof one) =>
    rows.all.flatMap(({ pullRequests }) =>
      pullRequests
        .filter(({ openedAt }) => (openedAt ?? 0) < UNTIL - 60 * 7 * DAY)
        .map(({ id, openedAt, mergedAt, title, forge }) => ({ id, openedAt, mergedAt, title, forge })),
    );
  expect(before(one)).toEqual(before(other));
  expect(before(one).length).toBeGreaterThan(500);
});
