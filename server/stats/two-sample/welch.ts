import { cannot, type OrCannot } from '../cannot.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { mean, type Numbers, sumOfSquares } from '../numbers.ts';

/** Difference of two means with unequal variances (Welch 1947), x - y; the rows count as independent: for display. */
export function welch(x: Numbers, y: Numbers, level = 0.95): OrCannot<Estimate> {
  if (x.length === 0 || y.length === 0) return cannot('an empty group');
  if (x.length < 2 || y.length < 2) return cannot('too few observations');
  const ofX = sumOfSquares(x) / (x.length - 1) / x.length;
  const ofY = sumOfSquares(y) / (y.length - 1) / y.length;
  const variance = ofX + ofY;
  if (variance === 0) return cannot('constant outcome');
  const df = variance ** 2 / (ofX ** 2 / (x.length - 1) + ofY ** 2 / (y.length - 1));
  return estimateOf(mean(x) - mean(y), Math.sqrt(variance), df, level);
}
