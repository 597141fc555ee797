import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import type { Estimate } from '../inference/estimate.ts';
import { at, mean, type Numbers } from '../numbers.ts';
import { shareTrend } from './share-trend.ts';

export type Shape = 'never took off' | 'spiked' | 'fading' | 'growing' | 'plateau' | 'unclear';

export type AdoptionShape = {
  readonly shape: Shape;
  /** Highest mean of four weeks, and the index of its last week. */
  readonly peak: number;
  readonly peakWeek: number;
  /** Mean of the last four weeks; the level of a plateau. */
  readonly level: number;
  /** On the logit scale, per week, over the last twelve; cannot when nobody or everybody used it throughout. */
  readonly slope: OrCannot<Estimate>;
};

/** The limits of the rules, all shares of 0 to 1 (STATISTICS (f)). */
export const SHAPE_LIMITS = {
  weeks: 12,
  people: 10,
  neverBelow: 0.15,
  spikeDrop: 0.4,
  fadingPoints: 0.05,
  fadingShare: 0.15,
  plateauPerWeek: 0.005,
};

/**
 * The shape of the weekly share of people who use it, by rules in this order: never took off, spiked, fading, growing, plateau. The
 * slope becomes points a week as slope * level * (1 - level).
 */
export function adoptionShape(users: Numbers, people: Numbers): OrCannot<AdoptionShape> {
  const { weeks, neverBelow, spikeDrop, fadingPoints, fadingShare, plateauPerWeek } = SHAPE_LIMITS;
  const length = users.length;
  if (length < weeks) return cannot('too few observations');
  const lastPeople = Array.from({ length: weeks }, (_, week) => at(people, length - weeks + week));
  if (mean(lastPeople) < SHAPE_LIMITS.people) return cannot('too few observations');
  const shares = Float64Array.from(users, (count, week) =>
    at(people, week) > 0 ? count / at(people, week) : 0,
  );
  const ofFour = Float64Array.from({ length: length - 3 }, (_, week) =>
    mean(shares.subarray(week, week + 4)),
  );
  const peak = Math.max(...ofFour);
  const level = at(ofFour, ofFour.length - 1);
  const slope = shareTrend(Array.from(users).slice(-weeks), lastPeople);
  const drop = peak - level;
  const [falls, rises] = isCannot(slope) ? [false, false] : [slope.upper < 0, slope.lower > 0];
  const perWeek = isCannot(slope) ? 0 : slope.value * level * (1 - level);
  const rules: [Shape, boolean][] = [
    ['never took off', peak < neverBelow],
    ['spiked', drop >= spikeDrop * peak && !falls && !rises],
    ['fading', falls && drop >= Math.max(fadingPoints, fadingShare * peak)],
    ['growing', rises],
    ['plateau', !falls && !rises && Math.abs(perWeek) <= plateauPerWeek],
  ];
  const shape = rules.find(([, holds]) => holds)?.[0] ?? 'unclear';
  return { shape, peak, peakWeek: ofFour.indexOf(peak) + 3, level, slope };
}
