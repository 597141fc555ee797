import { describe, expect, it } from 'vitest';
import { hodgesLehmann } from '../../../server/stats/two-sample/hodges-lehmann.ts';
import { mannWhitney } from '../../../server/stats/two-sample/mann-whitney.ts';
import { differenceOfRank } from '../../../server/stats/two-sample/pairwise-differences.ts';
import { rankSumShares } from '../../../server/stats/two-sample/rank-sum-distribution.ts';
import { seededRandom } from '../../support/random-history.ts';
import { can, close } from '../../support/reference.ts';

/** Permeability constants of the human chorioamnion at term and at 12 to 26 weeks (Hollander and Wolfe 1973, p. 69; ?wilcox.test). */
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const early = [1.15, 0.88, 0.9, 0.74, 1.21];

describe('The exact distribution of the rank sum', () => {
  it('counts the orders of small samples', () => {
    const counts = Array.from(rankSumShares(2, 3), (share) => Math.round(share * 10));
    expect(counts).toEqual([1, 1, 2, 2, 2, 1, 1]);
  });

  it.each([
    [1, 1],
    [7, 4],
    [4, 7],
    [50, 50],
  ])('of %i and %i values sums to one and is symmetric', (m, n) => {
    const shares = rankSumShares(m, n);
    close(
      shares.reduce((total, share) => total + share, 0),
      1,
      1e-12,
    );
    shares.forEach((share, w) => {
      close(share, shares[m * n - w] ?? 0, 1e-9);
    });
  });

  it('gives the published p and Hodges-Lehmann estimate of the permeability data', () => {
    const found = can(mannWhitney(term, early));
    expect(found.w).toBe(35);
    close(found.pExact, 0.254412254412254, 1e-12);
    const shift = can(hodgesLehmann(term, early, { exact: true }));
    close(shift.value, 0.305, 1e-9);
    close(shift.lower, -0.15, 1e-9);
    close(shift.upper, 0.76, 1e-9);
  });
});

describe('A difference of a rank', () => {
  it('is what sorting all differences would find, ties and signs included', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 30; round++) {
      const values = (length: number) =>
        Float64Array.from({ length }, () => Math.floor(random() * 40) / 8 - 2).sort();
      const x = values(1 + Math.floor(random() * 12));
      const y = values(1 + Math.floor(random() * 12));
      const all = Float64Array.from([...x].flatMap((one) => [...y].map((other) => one - other))).sort();
      all.forEach((difference, index) => {
        expect(differenceOfRank(x, y, index + 1)).toBe(difference);
      });
    }
  });
});
