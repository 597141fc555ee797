import { describe, expect, it } from 'vitest';
import {
  classicalErrors,
  intercept,
  leastSquares,
} from '../../../server/stats/regression/ordinary-least-squares.ts';
import reference from '../../reference/linear_ar.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

describe('Least squares', () => {
  it("agree with NIST's certified values for Longley's data, which lose eight digits to normal equations", () => {
    const data = referenceColumns('longley_nist.csv');
    const names = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'];
    const fit = can(
      leastSquares(column(data, 'y'), [
        intercept(16),
        ...names.map((name) => ({ name, values: column(data, name) })),
      ]),
    );
    const { coef, se, residual_sd } = reference.longley.certified;
    coef.forEach((wanted, index) => {
      close(fit.coefficients[index], wanted, 1e-7, `coefficient ${index}`);
    });
    classicalErrors(fit).forEach((error, index) => {
      close(error, se[index] ?? 0, 1e-7, `error ${index}`);
    });
    close(Math.sqrt(fit.rss / fit.df), residual_sd, 1e-7);
  });

  it('name and drop the last column that the others determine', () => {
    const { rows, rank, aliased, coef, fitted, rss } = reference.rank_deficient;
    const names = ['x', 'g1', 'g2', 'g3', 'g4'] as const;
    const outcome = rows.map(({ y }) => y);
    const fit = can(
      leastSquares(outcome, [
        intercept(rows.length),
        ...names.map((name) => ({ name, values: rows.map((row) => row[name]) })),
      ]),
    );
    expect(fit.names).toHaveLength(rank);
    expect(fit.aliased).toEqual(aliased);
    Object.values(coef).forEach((wanted, index) => {
      close(fit.coefficients[index], wanted, 1e-8);
    });
    fitted.forEach((wanted, row) => {
      close((outcome[row] ?? 0) - (fit.residuals[row] ?? 0), wanted, 1e-8);
    });
    close(fit.rss, rss, 1e-8);
  });

  it('cannot be had of as many columns as rows, nor of nothing', () => {
    expect(leastSquares([], [])).toEqual({ cannot: 'no observations' });
    expect(leastSquares([1], [intercept(1)])).toEqual({ cannot: 'too few observations' });
    expect(leastSquares([1, 2], [{ name: 'zero', values: [0, 0] }])).toEqual({ cannot: 'singular design' });
  });
});
