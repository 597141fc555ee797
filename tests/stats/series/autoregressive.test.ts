import { describe, expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { type Column, inverseCross } from '../../../server/stats/regression/ordinary-least-squares.ts';
import {
  autoregressive,
  autoregressiveAt,
  type Series,
} from '../../../server/stats/series/autoregressive-errors.ts';
import {
  interruptedSeries,
  placeboDates,
  segments,
} from '../../../server/stats/series/interrupted-series.ts';
import { praisWinsten } from '../../../server/stats/series/prais-winsten.ts';
import { durbinWatson } from '../../../server/stats/series/residual-correlation.ts';
import reference from '../../reference/linear_ar.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('its_weekly.csv');
const weeks = column(data, 'week');
const outcome = column(data, 'log_cycle_hours');
const extra: Column[] = ['s1', 'c1', 'holiday'].map((name) => ({ name, values: column(data, name) }));
const series: Series = { outcome, columns: segments(weeks, 45, extra) };

describe('Regression with AR(1) errors', () => {
  const wanted = reference.reml_ar1_its_weekly;

  it('by restricted likelihood finds the rho, coefficients and degrees of freedom of the reference', () => {
    const found = can(autoregressive(series));
    close(found.rho, wanted.rho, 1e-5);
    Object.values(wanted.coef).forEach((coefficient, index) => {
      close(found.coefficients[index], coefficient, 1e-5);
    });
    Object.values(wanted.se).forEach((error, index) => {
      close(Math.sqrt(found.covariance[index]?.[index] ?? 0), error, 1e-6);
    });
    close(found.sigma, wanted.sigma_innovation, 1e-6);
    close(found.effective, wanted.n_eff, 1e-5);
    close(found.df, wanted.df_eff, 1e-5);
  });

  it('at one rho has its coefficients to the last digits, and the height of the likelihood', () => {
    const at = can(autoregressiveAt(series, wanted.rho));
    Object.values(wanted.coef).forEach((coefficient, index) => {
      close(at.fit.coefficients[index], coefficient, 1e-8);
    });
    const heights = wanted.profile_at.map(({ rho }) => can(autoregressiveAt(series, rho)).reml);
    const [first = 0, ...others] = wanted.profile_at.map(({ value }) => value);
    others.forEach((value, index) => {
      close((heights[index + 1] ?? 0) - (heights[0] ?? 0), value - first, 1e-8);
    });
  });

  it('agrees with gls of nlme, restricted and not', () => {
    for (const [criterion, expected] of [
      ['reml', reference.gls_ar1_its_weekly.REML],
      ['ml', reference.gls_ar1_its_weekly.ML],
    ] as const) {
      const found = can(autoregressive(series, criterion));
      close(found.rho, expected.phi, 1e-4);
      Object.values(expected.coef).forEach((coefficient, index) => {
        close(found.coefficients[index], coefficient, 1e-3);
      });
      close(found.sigma / Math.sqrt(1 - found.rho ** 2), expected.sigma, 1e-4);
    }
  });

  it('by Prais and Winsten iterates to the rho of the reference', () => {
    const expected = reference.prais_winsten_its_weekly;
    const found = can(praisWinsten(series));
    close(found.rho, expected.rho, 1e-6);
    Object.values(expected.coef).forEach((coefficient, index) => {
      close(found.fit.coefficients[index], coefficient, 1e-6);
    });
    const variance = found.fit.rss / found.fit.df;
    Object.values(expected.se).forEach((error, index) => {
      close(Math.sqrt(variance * inverseCross(found.fit).get(index, index)), error, 1e-6);
    });
    close(durbinWatson(found.fit.residuals), expected.durbin_watson_transformed, 1e-6);
  });

  it('over a gap is the same as over a week without information', () => {
    // A column of its own takes the missing week out of everything but the correlation across it.
    const row = 30;
    const indicator = { name: 'gap', values: weeks.map((_, index) => (index === row ? 1 : 0)) };
    const whole = can(autoregressive({ outcome, columns: [...series.columns, indicator] }));
    const kept = (values: ArrayLike<number>) => Array.from(values).filter((_, index) => index !== row);
    const gapped = can(
      autoregressive({
        outcome: kept(outcome),
        columns: series.columns.map(({ name, values }) => ({ name, values: kept(values) })),
        times: kept(weeks),
      }),
    );
    close(gapped.rho, whole.rho, 1e-6);
    gapped.coefficients.forEach((coefficient, index) => {
      close(coefficient, whole.coefficients[index] ?? 0, 1e-5);
    });
  });
});

describe('An interrupted series', () => {
  it('gives the step with its interval, and a band for what had been expected', () => {
    const found = can(interruptedSeries(weeks, outcome, 45, extra));
    const level = can(found.level);
    close(level.value, reference.reml_ar1_its_weekly.coef.post, 1e-5);
    close(level.df, reference.reml_ar1_its_weekly.df_eff, 1e-5);
    expect(found.counterfactual.weeks.map(({ row }) => weeks[row])).toEqual(weeks.slice(44));
    const first = found.counterfactual.weeks[0];
    close(first?.effect, level.value, 1e-9);
  });

  it('finds nothing at three placebo dates before its start, and the step where it is planted', () => {
    for (const { level } of placeboDates(weeks, outcome, 45, { extra })) {
      expect(can(level).p).toBeGreaterThan(0.01);
    }
    const holidays = extra.slice(2);
    const planted = outcome.map((value, row) => ((weeks[row] ?? 0) >= 45 ? value - 0.5 : value));
    expect(can(can(interruptedSeries(weeks, planted, 45, holidays)).level).upper).toBeLessThan(0);
    expect(placeboDates(weeks, outcome, 45, { starts: [15, 33] }).map(({ start }) => start)).toEqual([
      15, 33,
    ]);
  });

  it('cannot be had without weeks before or after', () => {
    expect(interruptedSeries(weeks, outcome, 1)).toEqual({ cannot: 'no periods before' });
    expect(isCannot(interruptedSeries(weeks, outcome, 78))).toBe(true);
    expect(interruptedSeries([], [], 3)).toEqual({ cannot: 'no observations' });
    const flat = outcome.map(() => 2);
    expect(interruptedSeries(weeks, flat, 45)).toEqual({ cannot: 'constant outcome' });
  });
});
