import { expect, it } from 'vitest';
import { takenOver } from '../../server/facts/columns/descent.ts';
import { forgetUnasked, perChunk } from '../../server/facts/columns/per-chunk.ts';
import { withFacts } from '../../server/facts/columns/snapshot.ts';
import { DAY } from '../../server/model/instant.ts';
import { fact, MONDAY, snapshotOf } from '../support/facts.ts';

const facts = Array.from({ length: 20 }, (_, number) => fact(number, { lines: number }));
const change = (number: number, lines: number) => ({ facts: [fact(number, { lines })], gone: [] });

/** Twice the lines of each row, and how often rows were looked at. */
function doubled() {
  const looked = { rows: 0 };
  const twice = (lines: number | undefined) => {
    looked.rows += 1;
    return 2 * (lines ?? 0);
  };
  const of = perChunk<string, Int32Array>(
    (chunk) => Int32Array.from(chunk.lines, twice),
    (values, descent) =>
      takenOver(values, new Int32Array(descent.chunk.size), descent, (row) =>
        twice(descent.chunk.lines[row]),
      ),
  );
  return { of, looked };
}

it('what follows from a chunk is found once, and for the next one only what is new in it', () => {
  const { of, looked } = doubled();
  const before = snapshotOf(facts);
  const [chunk] = before.chunks;
  if (chunk === undefined) throw new Error('one week');
  expect([...of(chunk, 'a')].sort()).toEqual([...of(chunk, 'a')].sort());
  expect(looked.rows).toBe(20);
  const [next] = withFacts(before, { generation: 2, ...change(3, 500) }).chunks;
  expect(looked.rows).toBe(21);
  if (next === undefined) throw new Error('one week');
  expect([...of(next, 'a')]).toEqual(Array.from(next.lines, (lines) => 2 * lines));
  expect([...of(next, 'a')]).toContain(1000);
  // A key that nobody had asked for is found from the beginning.
  of(next, 'b');
  expect(looked.rows).toBe(41);
});

it('what depends on something else that is carried over finds that carried over, whichever came first', () => {
  const order: string[] = [];
  const later = perChunk<null, number>(
    (chunk) => first(chunk, null) + 1,
    (_, { chunk }) => first(chunk, null) + 1,
  );
  const first = perChunk<null, number>(
    (chunk) => {
      order.push('found');
      return chunk.size;
    },
    (_, { chunk }) => {
      order.push('carried');
      return chunk.size;
    },
  );
  const before = snapshotOf(facts);
  const [chunk] = before.chunks;
  if (chunk === undefined) throw new Error('one week');
  expect(later(chunk, null)).toBe(21);
  const [next] = withFacts(before, { generation: 2, facts: [fact(99)], gone: [] }).chunks;
  expect(order).toEqual(['found', 'carried']);
  expect(next && later(next, null)).toBe(22);
});

it('a week that nobody touched keeps what was found for it', () => {
  const { of, looked } = doubled();
  const before = snapshotOf([...facts, fact(50, { mergedAt: MONDAY + 7 * DAY })]);
  for (const chunk of before.chunks) of(chunk, 'a');
  const seen = looked.rows;
  for (const chunk of withFacts(before, { generation: 2, ...change(3, 7) }).chunks) of(chunk, 'a');
  expect(looked.rows).toBe(seen + 1);
});

it('what nobody has asked for in ten minutes is forgotten, and found again', () => {
  const { of, looked } = doubled();
  const [chunk] = snapshotOf(facts).chunks;
  if (chunk === undefined) throw new Error('one week');
  of(chunk, 'a');
  for (let second = 0; second < 599; second += 1) forgetUnasked();
  of(chunk, 'a');
  expect(looked.rows).toBe(20);
  for (let second = 0; second < 601; second += 1) forgetUnasked();
  of(chunk, 'a');
  expect(looked.rows).toBe(40);
});
