import { describe, expect, it } from 'vitest';
import { clopperPearson, jeffreys } from '../../../server/stats/proportions/exact-proportion.ts';
import { exactRate, exactRateTest, rateRatio } from '../../../server/stats/proportions/exact-rate.ts';
import { mantelHaenszelOdds, mantelHaenszelRisk } from '../../../server/stats/proportions/mantel-haenszel.ts';
import { newcombe } from '../../../server/stats/proportions/newcombe.ts';
import { proportionTest, riskRatio } from '../../../server/stats/proportions/two-proportions.ts';
import { wilson } from '../../../server/stats/proportions/wilson.ts';
import { quantiles } from '../../../server/stats/quantile.ts';
import regression from '../../reference/cluster_regression.json' with { type: 'json' };
import reference from '../../reference/rates.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const TOLERANCE = 1e-9;

function limits(found: { lower: number; upper: number }, wanted: readonly number[]): void {
  close(found.lower, wanted[0] ?? 0, TOLERANCE, 'the lower limit');
  close(found.upper, wanted[1] ?? 0, TOLERANCE, 'the upper limit');
}

describe('One proportion', () => {
  it.each(reference.one_proportion.cases)(
    '$x of $n has the limits of Wilson, Clopper-Pearson and Jeffreys',
    (one) => {
      limits(can(wilson(one.x, one.n)), one.wilson95);
      limits(can(clopperPearson(one.x, one.n)), one.clopper_pearson95);
      limits(can(jeffreys(one.x, one.n)), one.jeffreys95);
    },
  );

  it('has the published limits of Newcombe (1998), to the digits printed', () => {
    const { lower, upper } = can(wilson(81, 263));
    expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });
});

describe('Two proportions', () => {
  it.each(reference.two_proportions.cases)('$x1/$n1 less $x2/$n2 has the limits of Newcombe', (two) => {
    const found = can(newcombe({ successes: two.x1, trials: two.n1 }, { successes: two.x2, trials: two.n2 }));
    close(found.difference, two.diff, TOLERANCE);
    limits(found, two.newcombe95);
  });

  it('are tested as R tests them, and their ratio has its limits', () => {
    const arms = [
      { successes: 56, trials: 70 },
      { successes: 48, trials: 80 },
    ] as const;
    const { prop_test, log_risk_ratio } = reference.two_proportions;
    close(can(proportionTest(...arms)).chiSquare, prop_test.chi2_nocorr, TOLERANCE);
    close(can(proportionTest(...arms)).p, prop_test.p_nocorr, TOLERANCE);
    close(can(proportionTest(...arms, true)).chiSquare, prop_test.chi2_yates, TOLERANCE);
    close(can(proportionTest(...arms, true)).p, prop_test.p_yates, TOLERANCE);
    const ratio = can(riskRatio(...arms));
    close(ratio.log, log_risk_ratio.log_rr, TOLERANCE);
    close(ratio.se, log_risk_ratio.se, TOLERANCE);
    limits(ratio, log_risk_ratio.ci95);
  });
});

describe('Rates', () => {
  it.each(reference.poisson_exact_small)('$x events have exact limits', ({ x, ci95 }) => {
    limits(can(exactRate(x, 1)), ci95);
  });

  it('of one count are tested exactly, however far out', () => {
    const { x, T, rate, ci95_exact, p_vs_1 } = reference.poisson_one_rate;
    const found = can(exactRate(x, T));
    close(found.rate, rate, TOLERANCE);
    limits(found, ci95_exact);
    close(can(exactRateTest(x, T)) / p_vs_1, 1, 1e-9);
    expect(can(exactRateTest(5, 5))).toBe(1);
    close(can(exactRateTest(2, 7)), 0.0566359373, 1e-8);
  });

  it('of two counts are compared exactly and by their logs', () => {
    const { x, T, rate_ratio, p_exact, ci95_exact, wald } = reference.poisson_two_rates;
    const [first = 0, second = 0] = x;
    const found = can(
      rateRatio({ events: first, exposure: T[0] ?? 0 }, { events: second, exposure: T[1] ?? 0 }),
    );
    close(found.wald.ratio, rate_ratio, TOLERANCE);
    close(found.wald.se, wald.se, TOLERANCE);
    limits(found.wald, wald.ci95);
    close(found.exact.p, p_exact, TOLERANCE);
    limits(found.exact, ci95_exact);
  });
});

describe('Mantel-Haenszel', () => {
  const data = referenceColumns('prs_ai.csv');
  const lines = column(data, 'lines_changed');
  const cuts = quantiles(Float64Array.from(lines), [0.25, 0.5, 0.75]);
  const quartile = lines.map((size) => cuts.filter((cut) => size > cut).length);
  const count = (stratum: number, ai: number, reverted: number) =>
    lines.filter(
      (_, row) =>
        quartile[row] === stratum &&
        column(data, 'ai_assisted')[row] === ai &&
        column(data, 'reverted')[row] === reverted,
    ).length;
  const strata = [0, 1, 2, 3].map((stratum) => ({
    exposedWith: count(stratum, 1, 1),
    exposedWithout: count(stratum, 1, 0),
    otherWith: count(stratum, 0, 1),
    otherWithout: count(stratum, 0, 0),
  }));

  it('odds ratio of reverts by size class agrees with metafor', () => {
    const wanted = regression.prs_ai.reverted;
    const found = can(mantelHaenszelOdds(strata));
    close(found.ratio, wanted.mh_or_by_size_quartile, 1e-8);
    limits(found, wanted.mh_ci95);
  });

  it('of a single stratum is the plain ratio', () => {
    const crude = { exposedWith: 42, exposedWithout: 639, otherWith: 43, otherWithout: 876 };
    close(can(mantelHaenszelOdds([crude])).ratio, regression.prs_ai.reverted.crude_or, 1e-8);
    const plain = can(riskRatio({ successes: 42, trials: 681 }, { successes: 43, trials: 919 }));
    const found = can(mantelHaenszelRisk([crude]));
    close(found.ratio, plain.ratio, TOLERANCE);
    close(found.se, plain.se, TOLERANCE);
  });

  it('common odds ratio of the Berkeley admissions of 1973 is the published 0.905', () => {
    // Six departments: men admitted, rejected, women admitted, rejected (Bickel, Hammel and O'Connell 1975).
    const departments = [
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ];
    const found = can(
      mantelHaenszelOdds(
        departments.map(([exposedWith = 0, exposedWithout = 0, otherWith = 0, otherWithout = 0]) => ({
          exposedWith,
          exposedWithout,
          otherWith,
          otherWithout,
        })),
      ),
    );
    close(found.ratio, 0.9046968, 1e-6);
    close(found.lower, 0.7719074, 1e-6);
    close(found.upper, 1.0603298, 1e-6);
  });
});
