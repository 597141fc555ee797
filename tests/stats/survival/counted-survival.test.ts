import { describe, expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { countedIncidence } from '../../../server/stats/survival/counted-incidence.ts';
import { countedSurvivalQuantiles } from '../../../server/stats/survival/counted-survival.ts';
import { cumulativeIncidence } from '../../../server/stats/survival/cumulative-incidence.ts';
import { kaplanMeier } from '../../../server/stats/survival/kaplan-meier.ts';
import { survivalQuantile } from '../../../server/stats/survival/survival-quantile.ts';
import reference from '../../reference/survival.json' with { type: 'json' };
import { seededRandom } from '../../support/random-history.ts';
import { can, column, referenceColumns } from '../../support/reference.ts';

const PROBABILITIES = [0.25, 0.5, 0.75, 0.85];

/** Times with many ties, some of them so late that they are not counted one by one. */
function someTimes(random: () => number, many: number): Int32Array {
  const one = () => (random() < 0.1 ? 30_000 + random() * 9000 : random() ** 2 * 60);
  return Int32Array.from({ length: many }, () => Math.floor(one()));
}

/** The same by sorting; null too where fewer than two are followed further. */
function bySorting(times: Int32Array, censored: Int32Array): (number | null)[] {
  const all = [...times, ...censored];
  const curve = kaplanMeier(
    all,
    all.map((_, index) => Number(index < times.length)),
  );
  return PROBABILITIES.map((probability) => {
    const found = isCannot(curve) ? curve : survivalQuantile(curve, probability);
    if (isCannot(found) || isCannot(curve)) return null;
    // The first time at which S is there, where the stretch is flat its beginning.
    const at = curve.survival.findIndex((survival) => survival <= 1 - probability + 1e-8);
    const beyond = (curve.atRisk[at] ?? 0) - all.filter((time) => time === curve.times[at]).length;
    return beyond < 2 ? null : found.value;
  });
}

describe('quantiles of survival by counting', () => {
  it.each([1, 2, 3, 4, 5])('are those by sorting (seed %i)', (seed) => {
    const random = seededRandom(seed);
    let [reached, not] = [0, 0];
    for (let round = 0; round < 200; round++) {
      const times = someTimes(random, Math.floor(random() * 60));
      const censored = someTimes(random, Math.floor(random() * 40));
      const [some, others] = [censored.subarray(0, 9), censored.subarray(9)];
      const found = countedSurvivalQuantiles(times, [some, others], PROBABILITIES);
      const owed = bySorting(times, censored);
      expect(found.map((value) => value !== null)).toEqual(owed.map((value) => value !== null));
      found.forEach((value, place) => {
        if (value === null) not += 1;
        else {
          reached += 1;
          expect(value).toBeCloseTo(owed[place] ?? Number.NaN, 9);
        }
      });
    }
    expect(Math.min(reached, not)).toBeGreaterThan(50);
  });

  it('are R’s medians of each opening week of the reference', () => {
    const pulls = referenceColumns('pr_open_censored.csv');
    const tenths = (rows: readonly number[]) =>
      Int32Array.from(rows, (row) => Math.round((column(pulls, 'hours_observed')[row] ?? 0) * 10));
    for (const { open_week, km_median } of reference.pr_open_censored.by_week) {
      const rows = column(pulls, 'open_week').flatMap((opened, row) => (opened === open_week ? [row] : []));
      const merged = Map.groupBy(rows, (row) => column(pulls, 'merged')[row] === 1);
      const [median] = countedSurvivalQuantiles(
        tenths(merged.get(true) ?? []),
        [tenths(merged.get(false) ?? [])],
        [0.5],
      );
      expect((median ?? Number.NaN) / 10).toBeCloseTo(km_median, 9);
    }
  });

  it('are of complete data the ordinary median, and not reached where the last ones alone would decide', () => {
    expect(countedSurvivalQuantiles(Int32Array.of(4, 1, 3, 2, 9), [], [0.5])).toEqual([3]);
    expect(countedSurvivalQuantiles(Int32Array.of(4, 1, 3, 2), [], [0.5])).toEqual([2.5]);
    const short = Int32Array.of(1, 1, 1, 1, 1, 1);
    expect(countedSurvivalQuantiles(Int32Array.of(5, 9), [short], [0.5])).toEqual([null]);
    expect(countedSurvivalQuantiles(Int32Array.of(5, 6, 7, 9), [short], [0.5, 0.75])).toEqual([6.5, null]);
    expect(countedSurvivalQuantiles(new Int32Array(0), [short], [0.5])).toEqual([null]);
  });
});

describe('shares that compete, by counting', () => {
  it.each([1, 2, 3])('are those by sorting (seed %i)', (seed) => {
    const random = seededRandom(seed);
    let known = 0;
    for (let round = 0; round < 100; round++) {
      const [times, others, open] = [30, 12, 20].map((many) =>
        someTimes(random, 1 + Math.floor(random() * many)),
      );
      if (times === undefined || others === undefined || open === undefined) throw new Error('three lists');
      const moments = [10, 40, 20_000];
      const ways = [...times.map(() => 1), ...others.map(() => 2), ...open.map(() => 0)];
      const found = countedIncidence(times, others, open, moments);
      moments.forEach((moment, place) => {
        const owed = cumulativeIncidence([...times, ...others, ...open], ways, moment);
        if (isCannot(owed)) expect(found[place]).toBeNull();
        else {
          known += 1;
          expect(found[place]).toBeCloseTo(can(owed)[0] ?? Number.NaN, 9);
        }
      });
    }
    expect(known).toBeGreaterThan(100);
  });
});
