import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { detectableErrors, smallestDetectable } from '../../stats/decision/detectable.ts';
import { powerOfProportions } from '../../stats/decision/power.ts';
import { jackknifeOne } from '../../stats/inference/jackknife.ts';
import { newcombe } from '../../stats/proportions/newcombe.ts';
import { proportionTest } from '../../stats/proportions/two-proportions.ts';
import type { Guarded } from './guarded.ts';
import type { Sides } from './guardrail-cells.ts';

/** After against before with its 95 % interval: points of a share, or of a logarithm. */
export type GuardrailEstimate = {
  value: number;
  lower: number;
  upper: number;
  p: number;
  /** A rise by half would have been seen four times out of five, and is ruled out by the range, as is a fall of that much. */
  ruledOut: boolean;
};

/** A rise that a guardrail has to notice. */
const RISE = 0.5;
const POWER = 0.8;

/**
 * How a measure changed within teams: each against itself, then together, so that a team that merges more than before does not count as a
 * change of all. Weights are those of Mantel and Haenszel (1959; Greenland and Robins 1985): wholes before times after by their sum.
 * Uncertainty is that of the jackknife over teams (STATISTICS (0)), or Newcombe's interval of a share where there is one team, whose pull
 * requests then count as independent. Other measures of one team come as the sums of its people.
 */
export function guardrailEstimate(
  scale: Guarded['scale'],
  teams: readonly Sides[],
  clusters: 'teams' | 'people',
): OrCannot<GuardrailEstimate> {
  const some = teams.filter(({ before, after }) =>
    clusters === 'people' ? before.whole + after.whole > 0 : before.whole > 0 && after.whole > 0,
  );
  const [only] = some;
  if (only === undefined) return cannot('an empty group');
  if (scale === 'share' && some.length === 1) return ofOneTeam(only);
  const effect = clusters === 'people' ? pooledEffect : withinEffect;
  const found = jackknifeOne(some.length, (leftOut) =>
    effect(
      scale,
      some.filter((_, place) => place !== leftOut),
    ),
  );
  if (isCannot(found)) return found;
  const { value, lower, upper, p, se, df } = found;
  return { value, lower, upper, p, ruledOut: ruledOut(scale, some, { se, df, lower, upper }) };
}

type Spread = { se: number; df: number; lower: number; upper: number };

function ruledOut(
  scale: Guarded['scale'],
  some: readonly Sides[],
  { se, df, lower, upper }: Spread,
): boolean {
  const reach = Math.max(Math.abs(lower), Math.abs(upper));
  if (scale !== 'share') {
    const smallest = smallestDetectable(se, { df, power: POWER });
    return !isCannot(smallest) && smallest.rise <= 100 * RISE && reach <= Math.log1p(RISE);
  }
  const { events, whole } = some.reduce(
    (sum, { before }) => ({ events: sum.events + before.events, whole: sum.whole + before.whole }),
    { events: 0, whole: 0 },
  );
  const half = RISE * rarer(events / whole);
  return detectableErrors(df, POWER) * se <= half && reach <= half;
}

/** Of a share of most, the rise that counts is that of the rest. */
function rarer(share: number): number {
  return Math.min(share, 1 - share);
}

function ofOneTeam({ before, after }: Sides): OrCannot<GuardrailEstimate> {
  const [was, is] = [before, after].map(({ part, whole }) => ({ successes: part, trials: whole }));
  if (was === undefined || is === undefined) return cannot('an empty group');
  const found = newcombe(is, was);
  const test = proportionTest(is, was);
  if (isCannot(found)) return found;
  if (isCannot(test)) return test;
  const share = rarer(before.events / before.whole);
  // As many on each side as tell the same as these.
  const each = 2 / (1 / before.whole + 1 / after.whole);
  const wouldSee = powerOfProportions(each, share, (1 + RISE) * share) >= POWER;
  const { difference, lower, upper } = found;
  const within = Math.max(Math.abs(lower), Math.abs(upper)) <= RISE * share;
  return { value: difference, lower, upper, p: test.p, ruledOut: wouldSee && within };
}

function withinEffect(scale: Guarded['scale'], teams: readonly Sides[]): OrCannot<number> {
  let [weights, before, after] = [0, 0, 0];
  for (const { before: was, after: is } of teams) {
    if (was.whole === 0 || is.whole === 0) continue;
    const weight = (was.whole * is.whole) / (was.whole + is.whole);
    weights += weight;
    before += (weight * was.part) / was.whole;
    after += (weight * is.part) / is.whole;
  }
  if (weights === 0) return cannot('an empty group');
  return effectOf(scale, before / weights, after / weights);
}

/** Of people, who come and go: all of them before and all of them after. */
function pooledEffect(scale: Guarded['scale'], people: readonly Sides[]): OrCannot<number> {
  const level = (side: 'before' | 'after') =>
    people.reduce((sum, one) => sum + one[side].part, 0) /
    people.reduce((sum, one) => sum + one[side].whole, 0);
  const [before, after] = [level('before'), level('after')];
  return Number.isFinite(before) && Number.isFinite(after)
    ? effectOf(scale, before, after)
    : cannot('an empty group');
}

function effectOf(scale: Guarded['scale'], before: number, after: number): OrCannot<number> {
  if (scale !== 'sums') return after - before;
  return before > 0 && after > 0 ? Math.log(after / before) : cannot('no value above zero');
}
