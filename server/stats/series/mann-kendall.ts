import { cannot, type OrCannot } from '../cannot.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal.ts';
import { at, type Numbers } from '../numbers.ts';
import { median } from '../quantile.ts';
import { ranksOf } from '../two-sample/ranks.ts';

export type MannKendall = {
  /** #{later above earlier} - #{later below earlier}. */
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  /** Kendall's tau-b, between -1 and 1; 0 for a series that never moves. */
  readonly tau: number;
};

/** Is there a trend at all, of whatever shape (Mann 1945, Kendall 1975)? Variance with ties, one step of continuity. A series that never moves has none: p 1. */
export function mannKendall(series: Numbers): OrCannot<MannKendall> {
  const n = series.length;
  if (n < 3) return cannot('too few observations');
  let s = 0;
  for (let later = 1; later < n; later++) {
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign(at(series, later) - at(series, earlier));
  }
  const groups = tieSizes(series);
  const spread = groups.reduce((total, t) => total + t * (t - 1) * (2 * t + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - spread) / 18;
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - groups.reduce((total, t) => total + (t * (t - 1)) / 2, 0);
  return { s, variance, z, p: normalTwoSided(z), tau: untied === 0 ? 0 : s / Math.sqrt(pairs * untied) };
}

function tieSizes(series: Numbers): number[] {
  const sizes = new Map<number, number>();
  for (const rank of ranksOf(series).ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()];
}

export type SenSlope = {
  /** Per step of the series. */
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
  readonly lowerRank: number;
  readonly upperRank: number;
  /** Median of value - slope * step, steps counted from 1. */
  readonly intercept: number;
};

/**
 * Median of the slopes between all pairs (Theil 1950, Sen 1968). Its limits are the slopes of ranks (N - C) / 2 and (N + C) / 2 + 1
 * of N, rounded, with C = z sqrt(var S) (Gilbert 1987, 16.5.2).
 */
export function senSlope(series: Numbers, level = 0.95): OrCannot<SenSlope> {
  const tested = mannKendall(series);
  if ('cannot' in tested) return tested;
  const slopes: number[] = [];
  for (let later = 1; later < series.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      slopes.push((at(series, later) - at(series, earlier)) / (later - earlier));
    }
  }
  const sorted = Float64Array.from(slopes).sort();
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(tested.variance);
  const lowerRank = Math.round((sorted.length - reach) / 2);
  const upperRank = Math.round((sorted.length + reach) / 2) + 1;
  if (reach > 0 && (lowerRank < 1 || upperRank > sorted.length)) return cannot('too few observations');
  const slope = median(sorted.slice());
  const [lower, upper] = reach > 0 ? [at(sorted, lowerRank - 1), at(sorted, upperRank - 1)] : [slope, slope];
  const intercept = median(Float64Array.from(series).map((value, step) => value - slope * (step + 1)));
  return { slope, lower, upper, lowerRank, upperRank, intercept };
}
