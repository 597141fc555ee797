import { isCannot, type OrCannot } from '../cannot.ts';
import type { Estimate } from './estimate.ts';

/** A ratio from an estimate of its logarithm: 0.8 is a fifth less. The test stays on the log scale. */
export type Ratio = {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly log: Estimate;
};

export function ratioOf<E extends Estimate>(log: OrCannot<E>): OrCannot<Ratio & { readonly log: E }> {
  if (isCannot(log)) return log;
  return { ratio: Math.exp(log.value), lower: Math.exp(log.lower), upper: Math.exp(log.upper), log };
}

/** A log effect as a change in percent: -0.2 is about -18. */
export function percentOf(log: number): number {
  return 100 * Math.expm1(log);
}
