import { describe, expect, it } from 'vitest';
import { clustersOf, without } from '../../../server/stats/inference/clusters.ts';
import { leftOutQuantile } from '../../../server/stats/inference/left-out-quantile.ts';
import { quantiles } from '../../../server/stats/quantile.ts';
import { seededRandom } from '../../support/random-history.ts';

/** Values with many ties, in clusters of which one may be as large as all others. */
function some(seed: number) {
  const random = seededRandom(seed);
  const size = 1 + Math.floor(random() * 200);
  const groups = 1 + Math.floor(random() * 12);
  const values = Int32Array.from({ length: size }, () => Math.floor(random() ** 3 * 40));
  const labels = Int32Array.from({ length: size }, () => Math.floor(random() ** 2 * groups));
  return { values, clusters: clustersOf(labels) };
}

describe('A quantile without one cluster', () => {
  it.each([0.25, 0.5, 0.75, 0.85])(
    'at %d is that of the values without its rows, and with nothing left out that of all',
    (probability) => {
      for (let seed = 1; seed <= 300; seed++) {
        const { values, clusters } = some(seed);
        const found = leftOutQuantile(values, clusters.codes, clusters.count, probability);
        for (const leftOut of [null, ...clusters.labels.keys()]) {
          const left = without(values, clusters, leftOut);
          const owed = left.length === 0 ? { cannot: 'an empty group' } : quantiles(left, [probability])[0];
          expect(found.without(leftOut), `seed ${seed} without ${leftOut}`).toEqual(owed);
        }
      }
    },
  );

  it('of no values cannot be told', () => {
    expect(leftOutQuantile(new Int32Array(0), new Int32Array(0), 0, 0.5).without(null)).toEqual({
      cannot: 'an empty group',
    });
  });
});
