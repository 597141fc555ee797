import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { chiSquareAbove } from '../distributions/gamma.ts';
import { at, type Numbers } from '../numbers.ts';
import { type Column, leastSquares } from '../regression/ordinary-least-squares.ts';

/** Sum of squared steps over sum of squares: 2 without correlation, less when neighbours are alike (Durbin and Watson 1950). */
export function durbinWatson(residuals: Numbers): number {
  let steps = 0;
  for (let row = 1; row < residuals.length; row++)
    steps += (at(residuals, row) - at(residuals, row - 1)) ** 2;
  return steps / product(residuals, 0);
}

/** Correlation of residuals `lag` steps apart, both taken about zero. */
export function autocorrelation(residuals: Numbers, lag: number): number {
  return product(residuals, lag) / product(residuals, 0);
}

/** Ljung and Box (1978): n (n + 2) sum r_l^2 / (n - l) against chi-square with `lags` degrees of freedom. */
export function ljungBox(residuals: Numbers, lags: number): OrCannot<{ statistic: number; p: number }> {
  const n = residuals.length;
  if (n <= lags) return cannot('too few observations');
  const centre = Array.from(residuals).reduce((total, value) => total + value, 0) / n;
  const centred = Float64Array.from(residuals).map((value) => value - centre);
  if (product(centred, 0) === 0) return cannot('constant outcome');
  let statistic = 0;
  for (let lag = 1; lag <= lags; lag++) statistic += autocorrelation(centred, lag) ** 2 / (n - lag);
  statistic *= n * (n + 2);
  return { statistic, p: chiSquareAbove(statistic, lags) };
}

/** Breusch (1978) and Godfrey (1978): n R^2 of the residuals on the columns and their own past, zeros before the first. */
export function breuschGodfrey(
  residuals: Numbers,
  columns: readonly Column[],
  order: number,
): OrCannot<{ statistic: number; p: number }> {
  const n = residuals.length;
  const past = Array.from({ length: order }, (_, index) => ({
    name: `lag ${index + 1}`,
    values: Float64Array.from({ length: n }, (_, row) => (row > index ? at(residuals, row - index - 1) : 0)),
  }));
  const fit = leastSquares(residuals, [...columns, ...past]);
  if (isCannot(fit)) return fit;
  const total = product(residuals, 0);
  if (total === 0) return cannot('constant outcome');
  const statistic = n * (1 - fit.rss / total);
  return { statistic, p: chiSquareAbove(statistic, order) };
}

function product(values: Numbers, lag: number): number {
  let total = 0;
  for (let row = lag; row < values.length; row++) total += at(values, row) * at(values, row - lag);
  return total;
}
