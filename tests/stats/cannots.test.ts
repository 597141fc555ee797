import { describe, expect, it } from 'vitest';
import type { Reason } from '../../server/stats/cannot.ts';
import { errorNeeded, smallestDetectable } from '../../server/stats/decision/detectable.ts';
import { equivalence } from '../../server/stats/decision/equivalence.ts';
import { shrinkage } from '../../server/stats/decision/shrinkage.ts';
import { weeksNeeded } from '../../server/stats/decision/weeks-needed.ts';
import { acceleratedInterval, percentileInterval } from '../../server/stats/inference/bootstrap.ts';
import { clustersOf } from '../../server/stats/inference/clusters.ts';
import { intraclassCorrelation } from '../../server/stats/inference/intraclass.ts';
import { clopperPearson, jeffreys } from '../../server/stats/proportions/exact-proportion.ts';
import { exactRate, exactRateTest, rateRatio } from '../../server/stats/proportions/exact-rate.ts';
import { mantelHaenszelOdds, mantelHaenszelRisk } from '../../server/stats/proportions/mantel-haenszel.ts';
import { newcombe } from '../../server/stats/proportions/newcombe.ts';
import { proportionTest, riskRatio } from '../../server/stats/proportions/two-proportions.ts';
import { wilson } from '../../server/stats/proportions/wilson.ts';
import { authorFixedEffect } from '../../server/stats/regression/author-fixed-effect.ts';
import { clusterRobust } from '../../server/stats/regression/cluster-robust.ts';
import { binomial, generalisedLinear } from '../../server/stats/regression/generalised-linear.ts';
import { intercept, leastSquares } from '../../server/stats/regression/ordinary-least-squares.ts';
import { poissonEffects } from '../../server/stats/regression/poisson-effects.ts';
import { adoptionShape } from '../../server/stats/series/adoption-shape.ts';
import { autoregressive } from '../../server/stats/series/autoregressive-errors.ts';
import { levelShift } from '../../server/stats/series/cumulated-residuals.ts';
import { kink } from '../../server/stats/series/kink.ts';
import { logisticCurve } from '../../server/stats/series/logistic-curve.ts';
import { mannKendall, senSlope } from '../../server/stats/series/mann-kendall.ts';
import { ljungBox } from '../../server/stats/series/residual-correlation.ts';
import { shareTrend } from '../../server/stats/series/share-trend.ts';
import { cumulativeIncidence } from '../../server/stats/survival/cumulative-incidence.ts';
import { kaplanMeier } from '../../server/stats/survival/kaplan-meier.ts';
import { logRank } from '../../server/stats/survival/log-rank.ts';
import { restrictedMean } from '../../server/stats/survival/restricted-mean.ts';
import { ratioOfGeometricMeans, ratioOfQuantiles } from '../../server/stats/two-sample/before-after.ts';
import { hodgesLehmann } from '../../server/stats/two-sample/hodges-lehmann.ts';
import { mannWhitney } from '../../server/stats/two-sample/mann-whitney.ts';
import { vanElteren } from '../../server/stats/two-sample/van-elteren.ts';
import { welch } from '../../server/stats/two-sample/welch.ts';
import { can } from '../support/reference.ts';

const two = clustersOf([1, 1, 2, 2]);
const one = clustersOf([5, 5, 5, 5]);
const many = clustersOf([1, 2, 3, 4]);
const oneWay = { units: [0, 0, 1, 1], periods: [0, 0, 0, 0], unitCount: 2, periodCount: 1 };
const none = { successes: 0, trials: 0 };
const some = { successes: 3, trials: 9 };
const twelve = Array.from({ length: 12 }, (_, week) => week);

const table: [asked: string, found: () => unknown, reason: Reason][] = [
  ['Kaplan-Meier of nobody', () => kaplanMeier([], []), 'no observations'],
  ['Kaplan-Meier with everybody still open', () => kaplanMeier([3, 4], [0, 0]), 'all censored'],
  [
    'a mean beyond what was followed',
    () => restrictedMean(can(kaplanMeier([1, 2], [1, 0])), 9),
    'not followed that long',
  ],
  [
    'a share beyond what was followed',
    () => cumulativeIncidence([1, 2], [1, 0], 9),
    'not followed that long',
  ],
  ['competing ways when none was taken', () => cumulativeIncidence([1, 2], [0, 0], 1), 'all censored'],
  ['log-rank of one group', () => logRank([1, 2], [1, 1], [1, 1]), 'an empty group'],
  ['log-rank without events', () => logRank([1, 2], [0, 0], [0, 1]), 'all censored'],
  ['a ratio from one author', () => ratioOfQuantiles([1, 2, 3, 4], [0, 1, 0, 1], one), 'one cluster'],
  ['a ratio without an after', () => ratioOfQuantiles([1, 2, 3, 4], [0, 0, 0, 0], two), 'an empty group'],
  [
    'a ratio whose after is one author',
    () => ratioOfQuantiles([1, 2, 3, 4], [0, 0, 0, 1], many),
    'rests on one cluster',
  ],
  [
    'a ratio of equal hours',
    () => ratioOfGeometricMeans([2, 2, 2, 2], [0, 1, 0, 1], two),
    'constant outcome',
  ],
  [
    'a ratio with zero hours',
    () => ratioOfGeometricMeans([0, 2, 3, 4], [0, 1, 0, 1], two),
    'no value above zero',
  ],
  ['Welch of one against many', () => welch([1], [2, 3, 4]), 'too few observations'],
  ['Welch of equal values', () => welch([1, 1], [1, 1]), 'constant outcome'],
  ['Mann-Whitney with an empty side', () => mannWhitney([], [1]), 'an empty group'],
  ['Mann-Whitney of equal values', () => mannWhitney([1, 1], [1, 1, 1]), 'constant outcome'],
  ['Hodges-Lehmann of two against two', () => hodgesLehmann([1, 2], [3, 4]), 'too few observations'],
  ['van Elteren with one group a stratum', () => vanElteren([1, 2], [0, 1], [1, 2]), 'an empty group'],
  ['van Elteren of equal values', () => vanElteren([1, 1], [0, 1], [1, 1]), 'constant outcome'],
  ['Wilson of no trials', () => wilson(0, 0), 'no observations'],
  ['Clopper-Pearson of no trials', () => clopperPearson(0, 0), 'no observations'],
  ['Jeffreys of no trials', () => jeffreys(0, 0), 'no observations'],
  ['Newcombe with an empty side', () => newcombe(some, none), 'no observations'],
  ['two proportions, nobody in either', () => proportionTest(none, some), 'an empty group'],
  [
    'two proportions, all failed',
    () => proportionTest({ successes: 0, trials: 9 }, { successes: 0, trials: 9 }),
    'constant outcome',
  ],
  ['a risk ratio to none', () => riskRatio(some, { successes: 0, trials: 9 }), 'no value above zero'],
  ['Mantel-Haenszel without strata', () => mantelHaenszelOdds([]), 'no value above zero'],
  ['Mantel-Haenszel risk without strata', () => mantelHaenszelRisk([]), 'no value above zero'],
  ['a rate over no time', () => exactRate(3, 0), 'no observations'],
  ['a count against nothing expected', () => exactRateTest(3, 0), 'no observations'],
  [
    'a rate ratio to no events',
    () => rateRatio({ events: 3, exposure: 9 }, { events: 0, exposure: 9 }),
    'no value above zero',
  ],
  ['a bootstrap of no replicates', () => percentileInterval([]), 'no observations'],
  [
    'an accelerated interval of equal values',
    () => acceleratedInterval(1, [1, 1], [1, 1]),
    'constant outcome',
  ],
  ['likeness in one cluster', () => intraclassCorrelation([1, 2, 3, 4], one), 'one cluster'],
  ['likeness of single rows', () => intraclassCorrelation([1, 2, 3, 4], many), 'too few observations'],
  ['likeness of equal values', () => intraclassCorrelation([2, 2, 2, 2], two), 'constant outcome'],
  [
    'an author effect, all treated',
    () => authorFixedEffect([1, 2, 3, 5], [1, 1, 1, 1], [], two, two),
    'singular design',
  ],
  [
    'an author effect of nobody',
    () => authorFixedEffect([], [], [], clustersOf([]), clustersOf([])),
    'no observations',
  ],
  [
    'robust errors with one cluster',
    () => clusterRobust(can(leastSquares([1, 2, 3, 5], [intercept(4)])), '(Intercept)', one),
    'one cluster',
  ],
  [
    'rates without any event',
    () =>
      poissonEffects({
        counts: [0, 0, 0, 0],
        columns: [[0, 1, 0, 1]],
        exposure: [1, 1, 1, 1],
        grouped: oneWay,
      }),
    'no value above zero',
  ],
  [
    'rates of a treatment that is the author',
    () =>
      poissonEffects({
        counts: [1, 2, 3, 4],
        columns: [[0, 0, 1, 1]],
        exposure: [1, 1, 1, 1],
        grouped: oneWay,
      }),
    'singular design',
  ],
  [
    'a logit that separates',
    () => generalisedLinear(binomial, [0, 0, 1, 1], [intercept(4), { name: 'x', values: [0, 0, 1, 1] }]),
    'not converged',
  ],
  [
    'correlated errors of a line without error',
    () => autoregressive({ outcome: twelve, columns: [intercept(12), { name: 'x', values: twelve }] }),
    'constant outcome',
  ],
  [
    'correlated errors, a column twice',
    () => autoregressive({ outcome: [1, 3, 2, 5], columns: [intercept(4), intercept(4)] }),
    'singular design',
  ],
  ['Ljung-Box of equal residuals', () => ljungBox([0, 0, 0], 1), 'constant outcome'],
  ['a trend of two weeks', () => mannKendall([1, 2]), 'too few observations'],
  ['a slope of three weeks with limits', () => senSlope([1, 2, 3]), 'too few observations'],
  ['the slope of a share nobody has', () => shareTrend([0, 0, 0, 0], [9, 9, 9, 9]), 'constant outcome'],
  ['the slope of a share of nobody', () => shareTrend([0, 0, 0, 0], [0, 0, 0, 0]), 'no observations'],
  [
    'the shape of eleven weeks',
    () =>
      adoptionShape(
        twelve.slice(1),
        twelve.slice(1).map(() => 40),
      ),
    'too few observations',
  ],
  [
    'the shape of nine people',
    () =>
      adoptionShape(
        twelve.map(() => 3),
        twelve.map(() => 9),
      ),
    'too few observations',
  ],
  [
    'a logistic curve of a flat line',
    () =>
      logisticCurve(
        twelve,
        twelve.map(() => 0.5),
      ),
    'constant outcome',
  ],
  ['a shift in a flat line', () => levelShift([2, 2, 2, 2]), 'constant outcome'],
  ['a kink in five weeks', () => kink([1, 2, 3, 4, 5], [1, 2, 3, 3, 3]), 'too few observations'],
  ['what could be noticed without an error', () => smallestDetectable(0), 'not identified'],
  ['the error needed to notice no change', () => errorNeeded(0), 'never'],
  [
    'the weeks needed to notice no change',
    () => weeksNeeded({ authors: 8, perAuthorWeek: 2, within: 1.4, betweenWeeks: 0.05 }, 0),
    'never',
  ],
  [
    'the weeks needed by nobody',
    () => weeksNeeded({ authors: 0, perAuthorWeek: 2, within: 1.4, betweenWeeks: 0.05 }, 10),
    'never',
  ],
  ['equivalence without an error', () => equivalence(0, 0), 'not identified'],
  ['shrinkage of one team', () => shrinkage([1], [1]), 'too few observations'],
  ['shrinkage of teams without errors', () => shrinkage([1, 2], [0, 0]), 'constant outcome'],
];

/** A reason, wherever in the result it stands. */
function reasonIn(found: unknown): unknown {
  if (typeof found !== 'object' || found === null) return null;
  return 'cannot' in found ? found.cannot : null;
}

describe('Data that have no answer', () => {
  it.each(table)('are told so: %s', (_, found, reason) => {
    expect(reasonIn(found())).toBe(reason);
  });
});
