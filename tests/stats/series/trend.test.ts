import { describe, expect, it } from 'vitest';
import { wilson } from '../../../server/stats/proportions/wilson.ts';
import { adoptionShape } from '../../../server/stats/series/adoption-shape.ts';
import { levelShift } from '../../../server/stats/series/cumulated-residuals.ts';
import { kink } from '../../../server/stats/series/kink.ts';
import { logisticCurve } from '../../../server/stats/series/logistic-curve.ts';
import { mannKendall, senSlope } from '../../../server/stats/series/mann-kendall.ts';
import { shareTrend } from '../../../server/stats/series/share-trend.ts';
import reference from '../../reference/trend.json' with { type: 'json' };
import { can, close, column, referenceColumns, referenceWords } from '../../support/reference.ts';

const TOLERANCE = 1e-9;

type Trend = typeof reference.ties_small;

function trend(series: readonly number[], wanted: Omit<Trend, 'x'>): void {
  const kendall = can(mannKendall(series));
  expect(series).toHaveLength(wanted.n);
  expect(kendall.s).toBe(wanted.S);
  close(kendall.variance, wanted.var_S, TOLERANCE);
  close(kendall.z, wanted.z, TOLERANCE);
  close(kendall.p, wanted.p_two_sided, TOLERANCE);
  close(kendall.tau, wanted.tau_b, TOLERANCE);
  const sen = can(senSlope(series));
  close(sen.slope, wanted.sen_slope, TOLERANCE);
  expect([sen.lowerRank, sen.upperRank]).toEqual([
    wanted.sen_slope_ci95.rank_lo,
    wanted.sen_slope_ci95.rank_up,
  ]);
  close(sen.lower, wanted.sen_slope_ci95.lower, TOLERANCE);
  close(sen.upper, wanted.sen_slope_ci95.upper, TOLERANCE);
  close(sen.intercept, wanted.sen_intercept_median, TOLERANCE);
}

describe('Mann-Kendall and Sen', () => {
  it('agree with the reference, ties and all', () => trend(reference.ties_small.x, reference.ties_small));

  it('say of a series that never moves that it has no trend', () => {
    const { x } = reference.all_equal;
    expect(can(mannKendall(x))).toEqual({ s: 0, variance: 0, z: 0, p: 1, tau: 0 });
    expect(can(senSlope(x))).toMatchObject({ slope: 0, lower: 0, upper: 0 });
  });
});

const names = ['still_growing', 'plateau', 'decay', 'spike_revert', 'never_took_off'] as const;
const shapes = {
  still_growing: 'growing',
  plateau: 'plateau',
  decay: 'fading',
  spike_revert: 'spiked',
  never_took_off: 'never took off',
};

describe.each(names)('The adoption of %s', (name) => {
  const data = referenceColumns('adoption_share.csv');
  const rows = (referenceWords('adoption_share.csv').series ?? []).flatMap((own, row) =>
    own === name ? [row] : [],
  );
  const users = rows.map((row) => column(data, 'users')[row] ?? 0);
  const people = rows.map((row) => column(data, 'engineers')[row] ?? 0);
  const shares = users.map((count, week) => count / (people[week] ?? 1));
  const wanted = reference.adoption_share.series[name];

  it('has its shape, level and peak', () => {
    const found = can(adoptionShape(users, people));
    expect(found.shape).toBe(shapes[name]);
    close(found.level, wanted.last4_mean, TOLERANCE);
    close(found.peak, wanted.trailing4_peak, TOLERANCE);
    expect(found.peakWeek + 1).toBe(wanted.trailing4_peak_week);
    close(found.peak - found.level, wanted.drop_from_peak, TOLERANCE);
  });

  it('has the trend of its last twelve weeks', () => {
    trend(shares.slice(-12), wanted.last12);
    const slope = can(shareTrend(users.slice(-12), people.slice(-12)));
    // R stops at a change of the deviance of 1e-8, we at 1e-14.
    close(slope.value, wanted.last12_quasibinomial_slope_logit_per_week, 1e-6);
    close(slope.se, wanted.last12_slope_se, 1e-5);
    close(slope.p, wanted.last12_slope_p, 1e-4);
  });

  it('has the share of its last week, its logistic curve and its shift of level', () => {
    const last = can(wilson(users.at(-1) ?? 0, people.at(-1) ?? 0));
    close(last.share, wanted.last_week_share, TOLERANCE);
    close(last.lower, wanted.last_week_wilson95[0] ?? 0, TOLERANCE);
    close(last.upper, wanted.last_week_wilson95[1] ?? 0, TOLERANCE);
    const weeks = shares.map((_, week) => week + 1);
    const curve = can(logisticCurve(weeks, shares));
    close(curve.ceiling, wanted.logistic.coef.Asym, 1e-4);
    close(curve.middle, wanted.logistic.coef.xmid, 1e-3);
    close(curve.scale, wanted.logistic.coef.scal, 1e-3);
    close(curve.errors[0], wanted.logistic.se.Asym, 1e-3);
    close(curve.errors[1], wanted.logistic.se.xmid, 1e-2);
    close(curve.rss, wanted.logistic.rss, 1e-8);
    close(curve.r2, wanted.logistic.r2, 1e-6);
    const shift = can(levelShift(shares));
    close(shift.statistic, wanted.ols_cusum.S0, TOLERANCE);
    close(shift.p, wanted.ols_cusum.p, 1e-8);
  });
});

describe('A kink', () => {
  it('is found where segmented finds it', () => {
    const data = referenceColumns('broken_stick.csv');
    const found = can(kink(column(data, 'week'), column(data, 'share')));
    const { segmented_psi, segmented_psi_se, slopes, rss_min, grid_psi_step_01 } = {
      ...reference.broken_stick,
      grid_psi_step_01: reference.broken_stick['grid_psi_step_0.01'],
    };
    expect(Math.abs(found.place - segmented_psi)).toBeLessThan(0.02);
    expect(Math.abs(found.place - grid_psi_step_01)).toBeLessThan(1e-9);
    close(found.rss, rss_min, 1e-9);
    close(found.se, segmented_psi_se, 1e-2);
    close(found.before, slopes[0] ?? 0, 1e-3);
    expect(Math.abs(found.after - (slopes[1] ?? 0))).toBeLessThan(2e-5);
  });
});
