import { createHash } from 'node:crypto';
import type { GuardrailChange } from '../../contract/guardrails.ts';
import type { Rollout } from '../../model/rollout.ts';
import { type AdoptionShare, adoptionRemark, adoptionShare } from '../adoption/adoption-remark.ts';
import { guardrailChanges, teamsThatPay } from '../guardrails/guardrail-changes.ts';
import type { TeamApart } from '../guardrails/teams-apart.ts';
import type { Held } from '../live.ts';
import { remembered } from '../remembered.ts';
import { attributedRows } from './attributed.ts';
import { type Beside, placebosOf, plainOf, sensitivitiesOf } from './beside.ts';
import type { Clock } from './clock.ts';
import { type Drawn, distributionOf, trendOf } from './drawn.ts';
import { type Gathered, gatheredOf } from './gathered.ts';
import { type Graded, gradeOf } from './grade.ts';
import { bothSides } from './ordered.ts';
import { type Phase, phasesOf, sidesOf } from './phases.ts';
import { type Primaries, primariesOf } from './primary.ts';
import { type Standing, standingOf } from './standing.ts';
import { type TeamEffect, teamsOf } from './team-effects.ts';

/** All that a rollout's effect rests on, without words. Kept for each state of the data; items are not. */
export type Effect = Standing & {
  clock: Pick<Clock, 'of' | 'name' | 'noun' | 'done' | 'sentence' | 'dataUntil'>;
  rollout: Rollout;
  /** How strong the evidence is at best. */
  graded: Graded;
  frame: Gathered['frame'];
  teams: Gathered['teams'];
  /** Medians of the time of teams that start, in hours. */
  sides: ReturnType<typeof sidesOf>;
  primaries: Primaries;
  phases: readonly Phase[];
  placebos: readonly Beside[];
  sensitivities: readonly Beside[];
  plain: readonly Beside[];
  trend: Drawn;
  distribution: ReturnType<typeof distributionOf>;
  teamEffects: readonly TeamEffect[];
  /** What it cost, guardrail by guardrail, and what is to be said of use. */
  costs: readonly GuardrailChange[];
  apart: readonly TeamApart[];
  share: AdoptionShare | null;
  remark: string | null;
};

export type NoEffect = { nothing: 'no-data' | 'no-start'; clock: Pick<Clock, 'of' | 'dataUntil'> };

/** Questions of one state of the data that are kept: the whole organisation and some teams. */
const QUESTIONS = 8;

const known = new WeakMap<Held, (key: string, find: () => Effect | NoEffect) => Effect | NoEffect>();

/** The effect of a rollout on all teams, or on those asked for: found once for each state of the data. */
export function effectOf(held: Held, rollout: Rollout | null, teams: readonly string[]): Effect | NoEffect {
  return keptOf(held)(keyOf(rollout, teams), () => {
    const steps = effectSteps(held, rollout, teams);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  });
}

/**
 * The same before anybody asks, in steps between which others are served. A question that comes meanwhile finds it itself.
 * @param goesOn is waited for before each step, while others are served; false leaves it unfound
 */
export async function effectAhead(
  held: Held,
  rollout: Rollout | null,
  goesOn: () => Promise<boolean>,
): Promise<void> {
  const steps = effectSteps(held, rollout, []);
  while (await goesOn()) {
    const { done, value } = steps.next();
    if (!done) continue;
    keptOf(held)(keyOf(rollout, []), () => value);
    return;
  }
}

function keptOf(held: Held) {
  const kept = known.get(held) ?? remembered<Effect | NoEffect>(QUESTIONS);
  known.set(held, kept);
  return kept;
}

function keyOf(rollout: Rollout | null, teams: readonly string[]): string {
  const asked = JSON.stringify([rollout, [...teams].sort()]);
  return createHash('sha256').update(asked).digest('base64');
}

function* effectSteps(
  held: Held,
  rollout: Rollout | null,
  asked: readonly string[],
): Generator<void, Effect | NoEffect> {
  const gathered = gatheredOf(held, rollout, asked);
  if ('nothing' in gathered) return gathered;
  yield;
  const primaries = primariesOf(gathered);
  yield;
  const phases = yield* phasesOf(gathered, primaries.method);
  const attributed = attributedRows(gathered, primaries);
  yield;
  const sensitivities = [...sensitivitiesOf(gathered, primaries), ...attributed];
  yield;
  const placebos = placebosOf(primaries);
  const plain = plainOf(gathered, primaries);
  yield;
  const guarded = { rollout: gathered.rollout, team: asked };
  const costs = guardrailChanges(held, guarded);
  const apart = teamsThatPay(held, guarded, costs);
  yield;
  const share = adoptionShare(held, gathered.rollout, asked);
  const remark = adoptionRemark(held, gathered.rollout, asked);
  yield;
  const { clock, frame, teams, units } = gathered;
  const { of, name, noun, done, sentence, dataUntil } = clock;
  return {
    ...standingOf(gathered, primaries),
    clock: { of, name, noun, done, sentence, dataUntil },
    graded: gradeOf(gathered.rollout, primaries.method, held.snapshot.weeks.zone),
    ...{ rollout: gathered.rollout, frame, teams, primaries, phases, sensitivities, placebos, plain },
    sides: sidesOf(bothSides(frame, units, gathered.ordered()), 60),
    trend: trendOf(gathered),
    distribution: distributionOf(gathered),
    teamEffects: teamsOf(gathered, primaries),
    ...{ costs, apart, share, remark },
  };
}
