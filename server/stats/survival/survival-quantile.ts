import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at } from '../numbers.ts';
import type { Survival } from './kaplan-meier.ts';
import { type SurvivalScale, survivalLimits } from './survival-interval.ts';

/** As near as S comes to a probability by rounding alone (R's tolerance). */
const EQUAL = Math.sqrt(Number.EPSILON);

/** The limits are null where the curve of that limit does not come down far enough: "at least so much", "no upper limit". */
export type SurvivalQuantile = {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * The time by which a share `probability` has had the event, e.g. 0.5 for the median: the first with S <= 1 - probability, and the
 * middle of the stretch where S is flat at exactly that (R's rule). Its interval inverts the pointwise limits of S (Brookmeyer and
 * Crowley 1982). "Not reached" when S stays above.
 */
export function survivalQuantile(
  curve: Survival,
  probability: number,
  options: { scale?: SurvivalScale; level?: number } = {},
): OrCannot<SurvivalQuantile> {
  const value = crossing(curve, Array.from(curve.survival), probability);
  if (value === null) return cannot('not reached');
  const limits = Array.from(curve.survival, (survival, row) =>
    survivalLimits(survival, Math.sqrt(at(curve.greenwood, row)), options),
  );
  const lower = crossing(
    curve,
    limits.map((limit) => limit.lower),
    probability,
  );
  const upper = crossing(
    curve,
    limits.map((limit) => limit.upper),
    probability,
  );
  return { value, lower, upper };
}

/** Where a falling curve reaches 1 - probability. Rows without a value (null) reach nothing. */
function crossing(
  { times }: Survival,
  heights: readonly (number | null)[],
  probability: number,
): number | null {
  const fallen = heights.map((height) => (height === null ? Number.NEGATIVE_INFINITY : 1 - height));
  const first = fallen.findIndex((share) => share >= probability - EQUAL);
  if (first < 0) return null;
  const beyond = fallen.findIndex((share) => share > probability + EQUAL);
  const flat = at(fallen, first) <= probability + EQUAL;
  // Flat to the end of what was followed: the stretch ends there.
  const end = flat ? at(times, beyond < 0 ? times.length - 1 : beyond) : at(times, first);
  return (at(times, first) + end) / 2;
}

/** The median alone, without its interval. */
export function survivalMedian(curve: OrCannot<Survival>): OrCannot<number> {
  if (isCannot(curve)) return curve;
  return crossing(curve, Array.from(curve.survival), 0.5) ?? cannot('not reached');
}
