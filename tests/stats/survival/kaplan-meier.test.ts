import { describe, expect, it } from 'vitest';
import type { OrCannot } from '../../../server/stats/cannot.ts';
import { kaplanMeier, type Survival } from '../../../server/stats/survival/kaplan-meier.ts';
import { restrictedMean } from '../../../server/stats/survival/restricted-mean.ts';
import { survivalAt } from '../../../server/stats/survival/survival-interval.ts';
import { survivalMedian, survivalQuantile } from '../../../server/stats/survival/survival-quantile.ts';
import reference from '../../reference/survival.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const TOLERANCE = 1e-9;

const pulls = referenceColumns('pr_open_censored.csv');
const users = referenceColumns('ai_user_retention.csv');

const curves: [name: 'pr_open_censored' | 'ai_user_retention', curve: Survival][] = [
  ['pr_open_censored', can(kaplanMeier(column(pulls, 'hours_observed'), column(pulls, 'merged')))],
  ['ai_user_retention', can(kaplanMeier(column(users, 'weeks_retained'), column(users, 'churned')))],
];

const scales = [
  ['log', 'log'],
  ['loglog', 'log-log'],
  ['plain', 'plain'],
] as const;

describe.each(curves)('Kaplan-Meier of %s agrees with R', (name, curve) => {
  const wanted = name === 'pr_open_censored' ? reference.pr_open_censored.overall : reference[name];

  it.each(scales)('in its quantiles and their limits on the scale %s', (key, scale) => {
    for (const { prob, estimate, lower, upper } of wanted.quantiles[key]) {
      const found = survivalQuantile(curve, prob, { scale });
      if (estimate === null) expect(found).toEqual({ cannot: 'not reached' });
      else expect(found).toEqual({ value: estimate, lower, upper });
    }
  });

  it('in S, its standard error and its limits', () => {
    for (const { t, surv, se, log_ci95, loglog_ci95 } of wanted.at) {
      const found = survivalAt(curve, t);
      close(found.survival, surv, TOLERANCE);
      close(found.se, se, TOLERANCE);
      close(found.lower, loglog_ci95[0] ?? 0, TOLERANCE);
      close(found.upper, loglog_ci95[1] ?? 0, TOLERANCE);
      const log = survivalAt(curve, t, { scale: 'log' });
      close(log.lower, log_ci95[0] ?? 0, TOLERANCE);
      close(log.upper, log_ci95[1] ?? 0, TOLERANCE);
    }
  });

  it('in the restricted mean', () => {
    const { value, se } = can(restrictedMean(curve, wanted.rmst.tau));
    close(value, wanted.rmst.rmean, TOLERANCE);
    close(se, wanted.rmst.se, TOLERANCE);
  });
});

describe('The median time to merge', () => {
  const byWeek = (week: number): OrCannot<Survival> => {
    const rows = column(pulls, 'open_week').flatMap((opened, row) => (opened === week ? [row] : []));
    const of = (name: string) => rows.map((row) => column(pulls, name)[row] ?? 0);
    return kaplanMeier(of('hours_observed'), of('merged'));
  };

  it('of each opening week, still open work censored, is the one of R with its limits', () => {
    for (const { open_week, km_median, km_loglog_ci95 } of reference.pr_open_censored.by_week) {
      const [lower, upper] = km_loglog_ci95;
      expect(survivalQuantile(can(byWeek(open_week)), 0.5)).toEqual({ value: km_median, lower, upper });
    }
  });

  it('is the middle of a stretch where S is flat at one half', () => {
    const { time, status, median_r } = reference.flat_at_half;
    expect(survivalMedian(kaplanMeier(time, status))).toBe(median_r);
  });

  it('is the middle up to the last follow-up when S stays at one half', () => {
    expect(survivalMedian(kaplanMeier([1, 2, 3, 9], [1, 1, 0, 0]))).toBe(5.5);
  });

  it('is not reached when S stays above one half, and has no upper limit when that does not come down', () => {
    const { time, status } = reference.median_not_reached;
    expect(survivalMedian(kaplanMeier(time, status))).toEqual({ cannot: 'not reached' });
    const aml = can(
      kaplanMeier([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]),
    );
    expect(survivalQuantile(aml, 0.5)).toEqual({ value: 31, lower: 13, upper: null });
  });
});
