import { describe, expect, it } from 'vitest';
import { median, quantiles } from '../../server/stats/quantile.ts';
import reference from '../reference/quantiles.json' with { type: 'json' };
import { seededRandom } from '../support/random-history.ts';

function within(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    const wanted = expected[index] ?? Number.NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
  });
}

describe('a quantile', () => {
  it.each(['a', 'b', 'c', 'd', 'e'] as const)('of vector %s is the one that R computes as type 7', (name) => {
    const values = Float64Array.from([reference.vectors[name]].flat());
    within(quantiles(values, reference.probs), reference.type7[name]);
  });

  it('is not of type 6 or 8', () => {
    const found = quantiles(Float64Array.from(reference.vectors.e), reference.probs);
    expect(found).not.toEqual(reference.type6.e);
    expect(found).not.toEqual(reference.type8.e);
  });

  it.each([1, 2, 3])(
    'does not depend on the order of the values, sorted, turned round or with many equal (seed %i)',
    (seed) => {
      const random = seededRandom(seed);
      for (let size = 1; size < 300; size += 7) {
        const values = Int32Array.from({ length: size }, () => Math.floor(random() * (seed === 1 ? 9 : 1e6)));
        const sorted = values.toSorted();
        const expected = reference.probs.map((p) => bySorting(sorted, p));
        within(quantiles(values.slice(), reference.probs), expected);
        within(quantiles(sorted.slice(), reference.probs), expected);
        within(quantiles(sorted.toReversed(), reference.probs), expected);
      }
    },
  );

  it('reorders the values but keeps every one of them', () => {
    const values = Int32Array.from([5, 1, 4, 1, 3]);
    expect(median(values)).toBe(3);
    expect(values.toSorted()).toEqual(Int32Array.from([1, 1, 3, 4, 5]));
  });

  it('cannot be had of nothing, nor for what is no probability', () => {
    expect(() => quantiles(new Int32Array(0), [0.5])).toThrow(RangeError);
    expect(() => quantiles(Int32Array.of(1, 2), [1.5])).toThrow(RangeError);
    expect(() => quantiles(Int32Array.of(1, 2), [Number.NaN])).toThrow(RangeError);
  });
});

function bySorting(sorted: Int32Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const lower = sorted[below] ?? Number.NaN;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return lower + (position - below) * (upper - lower);
}
