import { type Cannot, cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';
import {
  type Column,
  inverseCross,
  type LeastSquares,
  leastSquares,
} from '../regression/ordinary-least-squares.ts';

/** A series in ascending whole steps of time; a step that is missing is a gap, not a zero. */
export type Series = {
  readonly outcome: Numbers;
  readonly columns: readonly Column[];
  /** By default every row follows the one before. */
  readonly times?: Numbers;
};

export type AtRho = {
  readonly rho: number;
  readonly fit: LeastSquares;
  /** Minus half of what is minimised: log likelihood up to a constant. */
  readonly reml: number;
  readonly ml: number;
};

/**
 * Generalised least squares with errors e_t = rho e_(t-1) + v_t for one rho: Prais and Winsten's transform (1954), the first row
 * times sqrt(1 - rho^2) and each other less rho times the one before; over a gap of g steps rho^g takes its place and the row is
 * scaled to the same variance. The restricted criterion is -1/2 [(n-k) log RSS* + log|X*'X*| - sum log scale^2].
 */
export function autoregressiveAt(series: Series, rho: number): OrCannot<AtRho> {
  const { outcome, columns } = series;
  const rows = outcome.length;
  const scales = new Float64Array(rows);
  const carried = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const gap = row === 0 ? Number.POSITIVE_INFINITY : gapBefore(series, row);
    const power = row === 0 ? 0 : rho ** gap;
    carried[row] = power;
    scales[row] = Math.sqrt((1 - rho * rho) / (1 - power * power));
  }
  const transformed = (values: Numbers): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => {
      const before = row === 0 ? 0 : at(carried, row) * at(values, row - 1);
      return at(scales, row) * (at(values, row) - before);
    });
  const fit = leastSquares(
    transformed(outcome),
    columns.map(({ name, values }) => ({ name, values: transformed(values) })),
  );
  if (isCannot(fit)) return fit;
  if (fit.aliased.length > 0) return cannot('singular design');
  const logScales = scales.reduce((total, scale) => total + 2 * Math.log(scale), 0);
  const logCross =
    -2 * fit.rInverse.diagonal().reduce((total, value) => total + Math.log(Math.abs(value)), 0);
  return {
    rho,
    fit,
    reml: -0.5 * (fit.df * Math.log(fit.rss) + logCross - logScales),
    ml: -0.5 * (rows * Math.log(fit.rss) - logScales),
  };
}

function gapBefore({ times }: Series, row: number): number {
  return times === undefined ? 1 : at(times, row) - at(times, row - 1);
}

export type Autoregressive = AtRho & {
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients, row by row. */
  readonly covariance: readonly (readonly number[])[];
  readonly sigma: number;
  /** As many independent observations the series is worth, n (1 - |rho|) / (1 + |rho|). */
  readonly effective: number;
  /** max(3, effective - k): what the t distribution gets. */
  readonly df: number;
};

const [LOWEST, HIGHEST] = [-0.95, 0.99];

/**
 * Regression with AR(1) errors by restricted maximum likelihood, profiled over rho in (-0.95, 0.99) (STATISTICS (b)). Maximum
 * likelihood is for comparison: its rho is too small in short series.
 */
export function autoregressive(series: Series, criterion: 'reml' | 'ml' = 'reml'): OrCannot<Autoregressive> {
  let failed: Cannot | null = null;
  const height = (rho: number): number => {
    const found = autoregressiveAt(series, rho);
    if (isCannot(found)) failed = found;
    return isCannot(found) ? Number.NEGATIVE_INFINITY : found[criterion];
  };
  const rho = highest(height);
  if (failed !== null) return failed;
  const found = autoregressiveAt(series, rho);
  if (isCannot(found)) return found;
  const { fit } = found;
  // Residuals that are only rounding: the columns tell all, and no rho does.
  const size = Math.hypot(...Array.from(series.outcome));
  if (Math.sqrt(fit.rss) <= 1e-10 * size) return cannot('constant outcome');
  const rows = series.outcome.length;
  const variance = fit.rss / (criterion === 'reml' ? fit.df : rows);
  const covariance = inverseCross(fit).mul(variance).to2DArray();
  const effective = (rows * (1 - Math.abs(rho))) / (1 + Math.abs(rho));
  const df = Math.max(3, effective - fit.names.length);
  const { coefficients } = fit;
  return { ...found, coefficients, covariance, sigma: Math.sqrt(variance), effective, df };
}

/** Where a function of rho is highest: the best of a grid, then golden sections around it. */
function highest(height: (rho: number) => number): number {
  const steps = 40;
  const places = Array.from({ length: steps + 1 }, (_, step) => LOWEST + ((HIGHEST - LOWEST) * step) / steps);
  const heights = places.map(height);
  const best = heights.indexOf(Math.max(...heights));
  let low = at(places, Math.max(0, best - 1));
  let high = at(places, Math.min(steps, best + 1));
  const section = (Math.sqrt(5) - 1) / 2;
  let [inner, outer] = [high - section * (high - low), low + section * (high - low)];
  let [ofInner, ofOuter] = [height(inner), height(outer)];
  while (high - low > 1e-9) {
    if (ofInner >= ofOuter) {
      [high, outer, ofOuter] = [outer, inner, ofInner];
      inner = high - section * (high - low);
      ofInner = height(inner);
    } else {
      [low, inner, ofInner] = [inner, outer, ofOuter];
      outer = low + section * (high - low);
      ofOuter = height(outer);
    }
  }
  return (low + high) / 2;
}
