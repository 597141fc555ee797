import { isCannot, type OrCannot } from '../../../server/stats/cannot.ts';
import { rateRatio } from '../../../server/stats/proportions/exact-rate.ts';
import { proportionTest } from '../../../server/stats/proportions/two-proportions.ts';
import { interruptedSeries } from '../../../server/stats/series/interrupted-series.ts';
import { mannKendall } from '../../../server/stats/series/mann-kendall.ts';
import { shareTrend } from '../../../server/stats/series/share-trend.ts';
import { logRank } from '../../../server/stats/survival/log-rank.ts';
import { mannWhitney } from '../../../server/stats/two-sample/mann-whitney.ts';
import { vanElteren } from '../../../server/stats/two-sample/van-elteren.ts';
import { welch } from '../../../server/stats/two-sample/welch.ts';
import { type Chance, correlated } from './chance.ts';
import type { NullWorld } from './false-alarms.ts';

const values = (chance: Chance, length: number) => Array.from({ length }, () => chance.normal());

/** A step in weeks whose neighbours correlate by 0.4, with `before` weeks before it and half as many after. */
function step(chance: Chance, before: number) {
  const weeks = Array.from({ length: Math.round(1.5 * before) }, (_, week) => week);
  const found = interruptedSeries(weeks, correlated(chance, weeks.length, 0.4), before);
  return isCannot(found) ? found : found.level;
}

function exact(found: OrCannot<{ pExact: number | null; pCorrected: number }>): OrCannot<{ p: number }> {
  return isCannot(found) ? found : { p: found.pExact ?? found.pCorrected };
}

/** Methods whose rows are independent; the size is the number of rows of each of two groups, or of weeks. */
export const rowWorlds: readonly NullWorld[] = [
  { name: 'Welch', p: (chance, n) => welch(values(chance, n), values(chance, n)) },
  {
    name: 'Mann-Whitney, exact',
    conservative: true,
    p: (chance, n) => exact(mannWhitney(values(chance, n), values(chance, n))),
  },
  {
    name: 'van Elteren, four strata',
    p: (chance, n) => {
      const rows = Array.from({ length: 8 * n }, (_, row) => row);
      return vanElteren(
        values(chance, rows.length),
        rows.map((row) => row % 2),
        rows.map((row) => (row >> 1) % 4),
      );
    },
  },
  {
    name: 'log-rank',
    p: (chance, n) => {
      const rows = Array.from({ length: 4 * n }, (_, row) => row);
      const times = rows.map(() => -Math.log(1 - chance.uniform()));
      const limits = rows.map(() => -2 * Math.log(1 - chance.uniform()));
      return logRank(
        times.map((time, row) => Math.min(time, limits[row] ?? 0)),
        times.map((time, row) => (time <= (limits[row] ?? 0) ? 1 : 0)),
        rows.map((row) => row % 2),
      );
    },
  },
  {
    name: 'two proportions',
    conservative: true,
    p: (chance, n) => {
      const arm = () => ({
        successes: values(chance, 10 * n).filter((value) => value > 0).length,
        trials: 10 * n,
      });
      return proportionTest(arm(), arm(), true);
    },
  },
  {
    name: 'two rates, exact',
    conservative: true,
    p: (chance, n) => {
      const arm = () => ({ events: chance.count(2 * n), exposure: n });
      const found = rateRatio(arm(), arm());
      return isCannot(found) ? found : found.exact;
    },
  },
  { name: 'Mann-Kendall', conservative: true, p: (chance, n) => mannKendall(values(chance, n)) },
  {
    name: 'slope of a share',
    p: (chance, n) => {
      const people = Array.from({ length: n }, () => 40);
      const users = people.map((all) => values(chance, all).filter((value) => value > 0).length);
      return shareTrend(users, people);
    },
  },
];

/** The size is the number of weeks before, 24 at least for a verdict; fewer are simulated to show why. */
export const seriesWorlds: readonly NullWorld[] = [{ name: 'interrupted series', dear: true, p: step }];
