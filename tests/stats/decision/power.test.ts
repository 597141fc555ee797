import { describe, expect, it } from 'vitest';
import {
  detectableErrors,
  errorNeeded,
  smallestDetectable,
} from '../../../server/stats/decision/detectable.ts';
import { eValue } from '../../../server/stats/decision/e-value.ts';
import { equivalence } from '../../../server/stats/decision/equivalence.ts';
import {
  powerOfProportions,
  powerOfT,
  rateSampleSize,
  whereReached,
} from '../../../server/stats/decision/power.ts';
import { shrinkage } from '../../../server/stats/decision/shrinkage.ts';
import { weeksNeeded, weeksUntil } from '../../../server/stats/decision/weeks-needed.ts';
import reference from '../../reference/power_multiplicity.json' with { type: 'json' };
import { can, close } from '../../support/reference.ts';

const TOLERANCE = 1e-9;

describe('The smallest effect that would be noticed', () => {
  it('is so many standard errors, more with few degrees of freedom', () => {
    close(detectableErrors(), reference.mde.multiplier_80, TOLERANCE);
    close(detectableErrors(undefined, 0.9), reference.mde.multiplier_90, TOLERANCE);
    for (const { df, multiplier_80 } of reference.mde_t)
      close(detectableErrors(df), multiplier_80, TOLERANCE);
  });

  it.each(reference.mde.cases)('with a standard error of $se_log is the one of the reference', (one) => {
    const found = can(smallestDetectable(one.se_log));
    close(found.log, one.mde_log_80, TOLERANCE);
    close(found.fall, one.pct_decrease_detectable, TOLERANCE);
    close(found.rise, one.pct_increase_detectable, TOLERANCE);
  });

  it.each(reference.mde.se_needed_for_pct)(
    'of $pct percent needs the standard error of the reference',
    (one) => {
      close(errorNeeded(-one.pct), one.se_needed_if_decrease, TOLERANCE);
      close(errorNeeded(one.pct), one.se_needed_if_increase, TOLERANCE);
    },
  );
});

describe('The weeks needed', () => {
  it.each(reference.weeks_needed.cases)(
    'by $authors authors for $pct_decrease percent are those of the reference',
    (one) => {
      const design = {
        authors: one.authors,
        perAuthorWeek: one.prs_per_author_week,
        within: one.sigma2_within,
        betweenWeeks: one.sigma2_author_week,
      };
      expect(weeksNeeded(design, one.pct_decrease)).toBe(one.weeks_each_side);
    },
  );

  it('are never enough where teams differ too much, and fewer where they do not', () => {
    const now = { falling: 0.004, weeks: 24 };
    expect(weeksUntil({ ...now, staying: 0.004 }, 10)).toEqual({ cannot: 'never' });
    const wanted = Math.log(1 / 0.9) / detectableErrors();
    expect(weeksUntil({ ...now, staying: 0 }, 10)).toBe(Math.ceil((0.004 * 24) / wanted ** 2));
    expect(weeksUntil({ ...now, staying: 0 }, 60)).toBe(24);
  });
});

describe('Power', () => {
  it('of the t test agrees with R', () => {
    const wanted = reference.power_t;
    close(powerOfT(20, 1), wanted.two_sample_n20_d1, 1e-7);
    close(powerOfT(20, 1, { strict: true }), wanted.strict_n20_d1, 1e-7);
    // R stops its search for a root after four digits.
    close(
      whereReached((n) => powerOfT(n, 1), 0.9, 3, 99),
      wanted.n_for_power90_d1,
      1e-5,
    );
    close(
      whereReached((delta) => powerOfT(20, delta), 0.8, 0.1, 3),
      wanted.delta_for_n20_power80,
      1e-5,
    );
  });

  it('of proportions and of rates agrees with R', () => {
    close(powerOfProportions(50, 0.5, 0.75), reference.power_prop.n50_p50_p75, 1e-7);
    const n = whereReached((each) => powerOfProportions(each, 0.5, 0.75), 0.9, 2, 999);
    close(n, reference.power_prop.n_for_90_p50_p75, 1e-5);
    for (const one of reference.nb_sample_size.cases) {
      const design = {
        rate: one.rate0,
        ratio: one.rate_ratio,
        overdispersion: one.one_over_theta,
        exposure: one.t,
      };
      close(rateSampleSize(design, one.power), one.n_per_arm, 1e-8);
    }
  });
});

describe('Saying no', () => {
  it.each(reference.tost.cases)('by two one-sided tests agrees with R ($log_ratio, $se)', (one) => {
    const df = one.df ?? Number.POSITIVE_INFINITY;
    const found = can(equivalence(one.log_ratio, one.se, { df, margin: one.margin }));
    close(found.p, one.p_tost, TOLERANCE);
    expect(found.equivalent).toBe(one.equivalent);
  });

  it.each(reference.e_value.cases)('a risk ratio of $rr has its E-value', ({ rr, e_value }) => {
    close(eValue(rr), e_value, TOLERANCE);
  });
});

describe('Shrinkage', () => {
  /** Eight schools (Rubin 1981): coaching effects and their standard errors; the variance between them is estimated as zero. */
  const schools = [28, 8, -3, 7, -1, 1, 18, 12];
  const errors = [15, 10, 16, 11, 9, 11, 10, 18];

  it('of eight schools draws all to the common mean of 7.7', () => {
    const found = can(shrinkage(schools, errors));
    expect(found.between).toBe(0);
    close(can(found.mean).value, 7.686, 1e-3);
    for (const { value } of found.teams) close(value, 7.686, 1e-3);
  });

  it('draws the noisy team further than the precise one, and neither past the mean', () => {
    const found = can(shrinkage([-1, 1, -1, 1], [0.1, 0.1, 0.5, 0.5]));
    const [a, b, c] = found.teams;
    expect(found.between).toBeGreaterThan(0);
    expect(a?.weight).toBeGreaterThan(c?.weight ?? 1);
    expect(Number(a?.value) - can(found.mean).value).toBeLessThan(0);
    expect(Number(b?.value) - can(found.mean).value).toBeGreaterThan(0);
  });
});
