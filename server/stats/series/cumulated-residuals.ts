import { cannot, type OrCannot } from '../cannot.ts';
import { bridgeAbove } from '../distributions/brownian-bridge.ts';
import { at, mean, type Numbers, sumOfSquares } from '../numbers.ts';

/**
 * Did the level of a series shift? The largest |cumulated residual| from the mean over sigma sqrt(n) against a Brownian bridge
 * (OLS-CUSUM, Ploberger and Kraemer 1992). A series with a trend always "shifts": take the trend out first or do not ask.
 */
export function levelShift(series: Numbers): OrCannot<{ statistic: number; p: number }> {
  const n = series.length;
  if (n < 3) return cannot('too few observations');
  const sigma = Math.sqrt(sumOfSquares(series) / (n - 1));
  if (sigma === 0) return cannot('constant outcome');
  const centre = mean(series);
  let [running, largest] = [0, 0];
  for (let row = 0; row < n; row++) {
    running += at(series, row) - centre;
    largest = Math.max(largest, Math.abs(running));
  }
  const statistic = largest / (sigma * Math.sqrt(n));
  return { statistic, p: bridgeAbove(statistic) };
}
