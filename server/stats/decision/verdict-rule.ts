import { isCannot, type OrCannot } from '../cannot.ts';
import { tQuantile } from '../distributions/student-t.ts';
import type { Estimate } from '../inference/estimate.ts';
import { smallestDetectable } from './detectable.ts';
import type { Gate } from './gates.ts';

export type Verdict =
  | 'not enough data'
  | 'paths differed'
  | 'methods disagree'
  | 'gain faded'
  | 'loss recovered'
  | 'worse'
  | 'better'
  | 'everyone better'
  | 'no meaningful change'
  | 'no detectable change';

/** What is known of an effect; all estimates are log ratios. */
export type Findings = {
  readonly failed: readonly Gate[];
  /** The imputation estimate over all treated cells. */
  readonly effect: OrCannot<Estimate>;
  /** Mean of the leads before the starts. */
  readonly lead: OrCannot<Estimate>;
  /** The other method: Callaway and Sant'Anna. */
  readonly other?: OrCannot<{ readonly value: number; readonly t: number }>;
  readonly early: OrCannot<Estimate>;
  readonly late: OrCannot<Estimate>;
  readonly lateLessEarly: OrCannot<Estimate>;
  /** Plain before against after of the starters, and of those who had not started. */
  readonly starters?: OrCannot<Estimate>;
  readonly others?: OrCannot<Estimate>;
  /** Randomisation p of the effect and of its first periods, and the teams that starts were dealt out among. */
  readonly dealt?: {
    readonly teams: number;
    /** Orders that were looked at: p is at least one of so many. */
    readonly orders: number;
    readonly p: OrCannot<number>;
    readonly early: OrCannot<number>;
  };
};

export type VerdictOptions = {
  /** True of durations, false of throughput. */
  readonly lowerIsBetter: boolean;
  /** The level at which the direction is judged: 0.05, or what Holm leaves of it among the primary measures. */
  readonly alpha?: number;
};

/** A change within a tenth is none that matters; an effect of a quarter must be visible to say that there is none. */
export const MARGIN = Math.log(1.1);
export const MOST_DETECTABLE = Math.log(1.25);

/** With fewer teams an interval alone decides no direction: starts dealt out anew have to make so much as seldom (STATISTICS (0)). */
export const FEW_TEAMS = 12;

/** The ordered rule of STATISTICS (k); the first line that holds is the verdict. */
export function verdict(findings: Findings, { lowerIsBetter, alpha = 0.05 }: VerdictOptions): Verdict {
  const { effect, lead, other, early, late, lateLessEarly, starters, others } = findings;
  if (findings.failed.length > 0 || isCannot(effect) || isCannot(lead)) return 'not enough data';
  const better = lowerIsBetter ? -1 : 1;
  if (direction(lead) !== 0) return 'paths differed';
  if (other !== undefined && !isCannot(other)) {
    if (other.value * effect.value < 0 && Math.abs(other.t) > 1) return 'methods disagree';
  }
  const atFirst = isSeldom(findings, 'early') ? directionOf(early) : 0;
  if (atFirst !== 0 && directionOf(late) === 0 && !isCannot(late) && directionOf(lateLessEarly) !== 0) {
    return atFirst === better ? 'gain faded' : 'loss recovered';
  }
  if (isUnconfirmed(findings, alpha)) return 'not enough data';
  const moved = direction(effect, alpha);
  if (moved !== 0) return moved === better ? 'better' : 'worse';
  if (directionOf(starters) === better && directionOf(others) === better) return 'everyone better';
  if (effect.lower > -MARGIN && effect.upper < MARGIN) return 'no meaningful change';
  const smallest = smallestDetectable(effect.se, { df: effect.df });
  return !isCannot(smallest) && smallest.log <= MOST_DETECTABLE ? 'no detectable change' : 'not enough data';
}

/** Rounding may not decide where a p is a level exactly. */
const EQUAL = 1e-12;

/** Whether the interval alone would tell a direction that starts dealt out anew do not bear out. */
export function isUnconfirmed(findings: Findings, alpha = 0.05): boolean {
  const { effect } = findings;
  return !isCannot(effect) && direction(effect, alpha) !== 0 && !isSeldom(findings, 'p', alpha);
}

/** Whether starts dealt out anew have a say: of few teams, and where there are orders enough for the real one to be as rare as that. */
export function isDealtAsked(
  dealt: Pick<NonNullable<Findings['dealt']>, 'teams' | 'orders'> | undefined,
  alpha: number,
): dealt is NonNullable<Findings['dealt']> {
  return dealt !== undefined && dealt.teams < FEW_TEAMS && alpha * dealt.orders >= 1 - EQUAL;
}

/** Whether starts dealt out anew make so large an effect seldom enough, or are not asked. */
function isSeldom({ dealt }: Pick<Findings, 'dealt'>, of: 'p' | 'early', alpha = 0.05): boolean {
  if (!isDealtAsked(dealt, alpha)) return true;
  const p = dealt[of];
  return !isCannot(p) && p <= alpha + EQUAL;
}

function directionOf(estimate: OrCannot<Estimate> | undefined): -1 | 0 | 1 {
  return estimate === undefined || isCannot(estimate) ? 0 : direction(estimate);
}

/** -1 or 1 when the whole interval lies below or above zero, else 0. */
function direction({ value, se, df }: Estimate, alpha = 0.05): -1 | 0 | 1 {
  const reach = tQuantile(1 - alpha / 2, df) * se;
  if (value + reach < 0) return -1;
  return value - reach > 0 ? 1 : 0;
}

/**
 * The level at which Holm's procedure judges each of several measures: the smallest p at alpha / m, the next at alpha / (m - 1) if that
 * one held, and once one does not hold all later ones at its level, at which they do not hold either.
 */
export function holmAlphas(p: readonly number[], alpha = 0.05): number[] {
  const order = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const alphas = p.map(() => alpha);
  let stopped: number | null = null;
  order.forEach(({ value, index }, step) => {
    const own: number = stopped ?? alpha / (p.length - step);
    alphas[index] = own;
    if (value > own) stopped = own;
  });
  return alphas;
}
