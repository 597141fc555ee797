import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { tQuantile } from '../../../server/stats/distributions/student-t.ts';
import { generalisedLinear, poisson } from '../../../server/stats/regression/generalised-linear.ts';
import {
  type Column,
  classicalErrors,
  intercept,
  inverseCross,
  leastSquares,
} from '../../../server/stats/regression/ordinary-least-squares.ts';
import { counterfactual } from '../../../server/stats/series/counterfactual.ts';
import { neweyWest } from '../../../server/stats/series/newey-west.ts';
import {
  autocorrelation,
  breuschGodfrey,
  durbinWatson,
  ljungBox,
} from '../../../server/stats/series/residual-correlation.ts';
import reference from '../../reference/its.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('its_weekly.csv');
const outcome = column(data, 'log_cycle_hours');
const names = ['week', 'post', 'since', 's1', 'c1', 'holiday'];

function designOf(columns: Readonly<Record<string, number[]>>, rows: readonly number[]): Column[] {
  return [
    intercept(rows.length),
    ...names.map((name) => ({ name, values: rows.map((row) => column(columns, name)[row] ?? 0) })),
  ];
}

const every = outcome.map((_, row) => row);
const design = designOf(data, every);

function scoresOf(columns: readonly Column[], errors: ArrayLike<number>): Matrix {
  const rows = Array.from(errors, (error, row) => columns.map(({ values }) => (values[row] ?? 0) * error));
  return new Matrix(rows);
}

const wanted = reference.its_weekly;
const fit = can(leastSquares(outcome, design));
const covariance = neweyWest(inverseCross(fit), scoresOf(design, fit.residuals), wanted.lag);

describe('A segmented regression of weekly hours', () => {
  it('has the coefficients, classical and Newey-West errors of R', () => {
    Object.values(wanted.coef).forEach((coefficient, index) => {
      close(fit.coefficients[index], coefficient, 1e-8);
    });
    Object.values(wanted.se_ols).forEach((error, index) => {
      close(classicalErrors(fit)[index], error, 1e-6);
    });
    Object.values(wanted.se_nw_adjusted).forEach((error, index) => {
      close(Math.sqrt(covariance.get(index, index)), error, 1e-6);
    });
    wanted.vcov_nw_adjusted.rows.forEach((row, i) => {
      row.forEach((value, j) => {
        close(covariance.get(i, j) * 1e4, value * 1e4, 1e-6);
      });
    });
    close(Math.sqrt(fit.rss / fit.df), wanted.sigma, 1e-8);
    close(tQuantile(0.975, fit.df), wanted.t_crit, 1e-9);
  });

  it('has the counterfactual band of R and its average effect', () => {
    const rows = every.filter((row) => column(data, 'post')[row] === 1);
    const model = { coefficients: fit.coefficients, covariance: covariance.to2DArray(), df: fit.df };
    const found = counterfactual(model, design, ['post', 'since'], rows);
    expect(found.weeks).toHaveLength(wanted.counterfactual_post.length);
    wanted.counterfactual_post.forEach((week, index) => {
      const own = found.weeks[index];
      const at = (named: Readonly<Record<string, number | undefined>>) => named[String(week.week)] ?? 0;
      close(own?.fitted, week.fitted, 1e-8);
      close(own?.expected, week.counterfactual, 1e-8);
      close(own?.se, at(week.cf_se), 1e-6);
      close(own?.lower, at(week.cf_lower), 1e-6);
      close(own?.upper, at(week.cf_upper), 1e-6);
      close(own?.effect, week.effect, 1e-8);
      close(own?.effectError, at(week.effect_se), 1e-6);
    });
    const average = can(found.average);
    close(average.value, wanted.average_post_effect.log, 1e-8);
    close(average.se, wanted.average_post_effect.se, 1e-6);
    close(average.p, wanted.average_post_effect.p, 1e-6);
    close(100 * Math.expm1(average.lower), wanted.average_post_effect.pct_ci95[0] ?? 0, 1e-6);
    close(100 * Math.expm1(average.upper), wanted.average_post_effect.pct_ci95[1] ?? 0, 1e-6);
  });

  it('has the correlation of residuals that R finds', () => {
    close(durbinWatson(fit.residuals), wanted.durbin_watson, 1e-8);
    close(autocorrelation(fit.residuals, 1), wanted.rho1, 1e-8);
    const godfrey = can(breuschGodfrey(fit.residuals, design, wanted.breusch_godfrey_4.order));
    close(godfrey.statistic, wanted.breusch_godfrey_4.LM, 1e-8);
    close(godfrey.p, wanted.breusch_godfrey_4.p, 1e-8);
    const ljung = can(ljungBox(fit.residuals, 8));
    close(ljung.statistic, wanted.ljung_box_8.Q, 1e-8);
    close(ljung.p, wanted.ljung_box_8.p, 1e-8);
  });

  it('has the placebo steps of R before the start, by Newey-West with lag 3', () => {
    const before = every.filter((row) => column(data, 'post')[row] === 0);
    const early = designOf(data, before);
    for (const { week: start, level, se_nw3 } of wanted.placebo_pre) {
      const columns = early.map(({ name, values }) => ({
        name,
        values: Float64Array.from(before, (row, index) => {
          const week = column(data, 'week')[row] ?? 0;
          if (name === 'post') return week >= start ? 1 : 0;
          return name === 'since' ? Math.max(0, week - start) : (values[index] ?? 0);
        }),
      }));
      const own = can(
        leastSquares(
          before.map((row) => outcome[row] ?? 0),
          columns,
        ),
      );
      const errors = neweyWest(inverseCross(own), scoresOf(columns, own.residuals), 3);
      close(own.coefficients[2], level, 1e-8);
      close(Math.sqrt(errors.get(2, 2)), se_nw3, 1e-6);
    }
  });
});

describe('A segmented quasi-Poisson regression of weekly counts', () => {
  it('agrees with R in coefficients, dispersion and both errors', () => {
    const counts = referenceColumns('its_weekly_counts.csv');
    const merged = column(counts, 'merged_prs');
    const columns = designOf(counts, every);
    const offset = column(counts, 'active_engineers').map(Math.log);
    const found = can(generalisedLinear(poisson, merged, columns, { offset }));
    const { coef, se_quasi, dispersion, se_nw4_adjusted, deviance } = reference.its_weekly_counts;
    close(found.deviance, deviance, 1e-8);
    close(found.dispersion, dispersion, 1e-7);
    const errors = merged.map((count, row) => count - (found.fitted[row] ?? 0));
    const robust = neweyWest(found.bread, scoresOf(columns, errors), 4);
    Object.values(coef).forEach((coefficient, index) => {
      close(found.coefficients[index], coefficient, 1e-7);
    });
    Object.values(se_quasi).forEach((error, index) => {
      close(Math.sqrt(found.dispersion * found.bread.get(index, index)), error, 1e-6);
    });
    Object.values(se_nw4_adjusted).forEach((error, index) => {
      close(Math.sqrt(robust.get(index, index)), error, 1e-6);
    });
  });
});
