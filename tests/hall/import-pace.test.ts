import { expect, test } from 'vitest';
import { importPace } from '../../server/import-pace.ts';
import { SECOND } from '../../server/model/instant.ts';

const step = (done: number, over: { what?: string; total?: number | null; waitsUntil?: number } = {}) => ({
  ...{ what: 'reading', total: 400 },
  ...over,
  done,
});

test('how long a step takes yet is told by how fast it has gone, once that can be told', () => {
  const pace = importPace();
  expect(pace(step(0), 0)).toBe(null);
  expect(pace(step(50), 9 * SECOND)).toBe(null);
  expect(pace(step(100), 20 * SECOND)).toBe(60);
  expect(pace(step(300), 40 * SECOND)).toBe(13);
});

test('nothing is told of what has no end, does not move or waits', () => {
  const pace = importPace();
  pace(step(10), 0);
  expect(pace(step(10), 60 * SECOND)).toBe(null);
  expect(pace(step(20, { total: null }), 60 * SECOND)).toBe(null);
  expect(pace(step(20, { waitsUntil: 1 }), 60 * SECOND)).toBe(null);
});

test('steps that take turns keep their pace; one that begins anew has a new one', () => {
  const pace = importPace();
  pace(step(0), 0);
  pace(step(0, { what: 'measuring' }), 5 * SECOND);
  expect(pace(step(100), 20 * SECOND)).toBe(60);
  expect(pace(step(5), 30 * SECOND)).toBe(null);
  expect(pace(step(45), 50 * SECOND)).toBe(178);
});
