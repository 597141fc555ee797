import { describe, expect, it } from 'vitest';
import { ascending } from '../../server/stats/ascending.ts';
import { bucketedQuantiles } from '../../server/stats/bucketed-quantile.ts';
import { quantiles } from '../../server/stats/quantile.ts';
import { seededRandom } from '../support/random-history.ts';

const PROBABILITIES = [0, 0.1, 0.25, 0.5, 0.5, 0.75, 0.85, 0.999, 1];

/** Numbers of any size: many equal, many small, some as large as they may be. */
function someNumbers(random: () => number, size: number): Int32Array {
  return Int32Array.from({ length: size }, () => {
    const kind = random();
    if (kind < 0.1) return 2 ** 31 - 1 - Math.floor(random() * 3);
    return Math.floor(kind < 0.4 ? random() * 5 : 2 ** (random() * 31));
  });
}

describe('quantiles by buckets', () => {
  it.each([1, 2, 3, 4])('are those of all values in order (seed %i)', (seed) => {
    const random = seededRandom(seed);
    for (let size = 1; size < 3000; size = Math.ceil(size * 1.7)) {
      const values = someNumbers(random, size);
      const before = values.slice();
      expect(bucketedQuantiles(values, PROBABILITIES)).toEqual(quantiles(values.slice(), PROBABILITIES));
      expect(values).toEqual(before);
    }
  });

  it('cannot be had of nothing, nor for what is no probability', () => {
    expect(() => bucketedQuantiles(new Int32Array(0), [0.5])).toThrow(RangeError);
    expect(() => bucketedQuantiles(Int32Array.of(1, 2), [-0.1])).toThrow(RangeError);
  });
});

it.each([0, 1, 2, 100, 5000])('%i items come by ascending values, equal ones as they stood', (size) => {
  const values = someNumbers(seededRandom(size), size);
  const items = Uint32Array.from({ length: size }, (_, index) => index);
  const expected = [...items].sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other);
  expect([...ascending(values.slice(), items)]).toEqual(expected);
});
