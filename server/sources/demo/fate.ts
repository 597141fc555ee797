import { DAY, HOUR, type Instant } from '../../model/instant.ts';
import { type Chance, chance, purpose } from './chance.ts';
import type { Opening } from './opening.ts';
import { type Organisation, teamAt, weekAt } from './organisation.ts';
import { wholeSecond } from './second.ts';
import { movedToWork } from './unbiased.ts';
import { atWork } from './working-hours.ts';

/** What becomes of a pull request, told to its end even where that lies after the data. */
export type Fate = {
  /** Abandoned: nobody comes back to it, until somebody who tidies up closes it. Left open is what programs open and nobody reads. */
  end: 'merged' | 'closed' | 'abandoned' | 'left-open';
  /** `Infinity` when it is left open. */
  endsAt: Instant;
  /** How long it takes for one of its kind, in standard deviations: -1 is quick, 1 slow. */
  slowness: number;
  /** Null: never a draft. */
  readyAt: Instant | null;
  draftAgain: { from: Instant; to: Instant } | null;
};

/** Half of all pull requests are merged within so many hours, before teams, people, weeks and sizes differ. */
const MEDIAN_HOURS = 17;
const SPREAD = 1.05;
/** A change of twice the spread in size takes about a quarter longer. */
const BY_SIZE = 0.12;
const CLOSED = 0.05;
const ABANDONED = 0.008;
/** Of what is abandoned: from when it should have been done until it is closed. */
const LIES = { from: 20 * DAY, to: 70 * DAY };
const DRAFT = 0.15;
const DRAFT_AGAIN = 0.03;

/**
 * The time from opening to merge is log-normal: the sum of what team, person, week and size add to its logarithm, and of what
 * has been planted there. So a planted effect multiplies the whole time, drafts, pickup, review and merge alike, exactly.
 * `size` is in standard deviations, before a rollout makes anything larger.
 */
export function fateOf(organisation: Organisation, opening: Opening, size: number, agent: boolean): Fate {
  const { at, person, team } = opening;
  const draws = chance(opening.seed, purpose.course);
  const slowness = slownessOf(opening);
  const { noise, gained, common } = weekAt(organisation, team, at);
  const logHours =
    Math.log(MEDIAN_HOURS) +
    teamAt(organisation, team).pace +
    person.pace +
    noise +
    BY_SIZE * size +
    SPREAD * slowness +
    common.logTimeToMerge +
    gained.logTimeToMerge;
  const told = draws.unit();
  const end = told < CLOSED ? 'closed' : told < CLOSED + ABANDONED ? 'abandoned' : 'merged';
  const target = at + Math.exp(logHours) * HOUR * (end === 'closed' ? 2 : 1);
  const moved = movedToWork(person.hours, at, target, [draws.unit(), draws.unit(), draws.unit()]);
  const endsAt = wholeSecond(end === 'abandoned' ? tidiedUp(opening, moved) : moved);
  return { end, endsAt, slowness, ...drafts(draws, opening, wholeSecond(moved), agent) };
}

function tidiedUp({ seed, person }: Opening, from: Instant): Instant {
  const draws = chance(seed, purpose.course, 2);
  const at = from + draws.between(LIES.from, LIES.to);
  return atWork(person.hours, at, from, Number.POSITIVE_INFINITY, draws.unit());
}

/** Of `Fate`, which knows it before anything else. */
export function slownessOf({ seed }: Opening): number {
  return chance(seed, purpose.course, 1).normal();
}

/** Agents open drafts, as a rule. */
function drafts(
  draws: Chance,
  { at, person }: Opening,
  endsAt: Instant,
  agent: boolean,
): Pick<Fate, 'readyAt' | 'draftAgain'> {
  const [draft, again, share] = [draws.unit(), draws.unit(), draws.between(0.05, 0.5)];
  const within = (part: number, low: Instant) =>
    wholeSecond(atWork(person.hours, at + part * (endsAt - at), low, endsAt, draws.unit()));
  const readyAt = draft < (agent ? 0.9 : DRAFT) ? within(share, at) : null;
  if (again >= DRAFT_AGAIN) return { readyAt, draftAgain: null };
  const from = within(share + 0.1, readyAt ?? at);
  return { readyAt, draftAgain: { from, to: within(share + 0.25, from) } };
}

/**
 * A share of cases, laid on those that are quick anyway: what is merged unread or takes work back is merged soon, but if that
 * changed the time to merge, planting more of it would move the time as well. The mean over all stays `share`.
 */
export function ratherQuick(share: number, slowness: number): number {
  return (2 * share) / (1 + Math.exp(1.7 * slowness));
}
