import type { Rollout } from '../../model/rollout.ts';
import { isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Held } from '../live.ts';
import { remembered } from '../remembered.ts';
import { type AskedRepositories, askedRepositories } from '../repositories.ts';
import { settledEnd } from '../settled.ts';
import { sideOf } from '../side.ts';
import { spanOf } from '../span.ts';
import { bugsUnknowable, NO_TRACKER, NOT_BY_REPOSITORY, type Unknowable, unknowable } from '../unknowable.ts';
import { type Guarded, guarded } from './guarded.ts';
import {
  type Added,
  type Cells,
  guardrailCells,
  peopleCells,
  type Sides,
  together,
} from './guardrail-cells.ts';
import { type GuardrailEstimate, guardrailEstimate } from './guardrail-estimate.ts';
import { longEnough, type OwnWeeks, othersWeeks, startedWeeks } from './own-weeks.ts';
import { type TeamStarts, teamStarts } from './team-starts.ts';

/** Whose starts part before from after, and what is asked about; `most` full weeks on each side. */
export type AskedChanges = {
  rollout: Rollout;
  team?: readonly string[] | undefined;
  repo?: string | undefined;
  most?: number | undefined;
};

/** A year: beyond that a team has become another one. */
export const MOST_WEEKS = 52;

/** Some teams before and after. */
export type Compared = {
  guarded: Guarded;
  before: Added;
  after: Added;
  /** Of each team that has enough weeks. */
  own: readonly OwnWeeks[];
  sides: readonly Sides[];
  /** Teams that have begun, but not long enough ago or too early in the data: the weeks of the one that has most. */
  short: { teams: number; weeks: number };
  estimate: OrCannot<GuardrailEstimate>;
  /** Why nothing is known of it; null: something may be. */
  never: Unknowable | null;
};

export type GuardrailComparison = {
  guarded: Guarded;
  started: Compared;
  others: Compared;
  starts: TeamStarts;
  cells: Cells;
};

/** The page and the verdict ask the same, of the same state of the data. */
const QUESTIONS = 2;

const known = new WeakMap<Held, (key: string, find: () => GuardrailComparison[]) => GuardrailComparison[]>();

/** Every guardrail before and after each team's own start, and the same of teams that have not started. */
export function guardrailComparison(held: Held, asked: AskedChanges): readonly GuardrailComparison[] {
  const before = known.get(held) ?? remembered<GuardrailComparison[]>(QUESTIONS);
  known.set(held, before);
  const { rollout, team = [], repo = null, most = MOST_WEEKS } = asked;
  return before(JSON.stringify([rollout, team, repo, most]), () => comparisonsOf(held, asked));
}

function comparisonsOf(held: Held, asked: AskedChanges): GuardrailComparison[] {
  const teams = new Map<Held, TeamStarts>();
  return guarded.map((one) => {
    const side = sideOf(held, one.metric);
    const starts = teams.get(side) ?? teamStarts(side, asked);
    teams.set(side, starts);
    return comparedIn(held, side, one, starts, asked);
  });
}

function comparedIn(
  held: Held,
  side: Held,
  one: Guarded,
  starts: TeamStarts,
  { repo, most = MOST_WEEKS }: AskedChanges,
): GuardrailComparison {
  const ofIssues = one.metric.definition.items === 'issues';
  const repositories = askedRepositories(side, ofIssues ? null : (repo ?? null));
  const span = spanOf(side, repositories, { window: 'all', from: null, to: null });
  const { dataUntil } = repositories;
  const { teams, placeOf } = starts;
  // Data may begin in the middle of their first week.
  const known = span === null ? { first: 0, end: 0 } : { first: span.first + 1, end: span.end };
  const end = dataUntil === null ? known.end : settledEnd(side.snapshot.weeks, known, one.settles, dataUntil);
  const places = {
    repositories: repositories.table,
    placeOf,
    places: teams.length + 1,
    ...{ from: known.first, to: end - 1 },
  };
  const cells = guardrailCells(side.snapshot, one, places);
  const never = neverKnown(held, one, repositories, repo);
  const started = startedWeeks(teams, { ...known, end }, most);
  const compare = (all: readonly OwnWeeks[]) => compared(side, one, cells, places, all, never);
  return {
    ...{ guarded: one, starts, cells },
    started: compare(started),
    others: compare(othersWeeks(teams, started.filter(longEnough), { ...known, end }, most)),
  };
}

function compared(
  { snapshot }: Held,
  one: Guarded,
  cells: Cells,
  places: Parameters<typeof guardrailCells>[2],
  all: readonly OwnWeeks[],
  never: Unknowable | null,
): Compared {
  const own = all.filter(longEnough);
  const sides = own.map(({ place, start, weeks }) => ({
    before: cells.of(place, start - weeks, start - 1),
    after: cells.of(place, start, start + weeks - 1),
  }));
  const [only] = own;
  const ofPeople = own.length === 1 && only !== undefined && one.scale !== 'share';
  const estimate = ofPeople
    ? guardrailEstimate(one.scale, peopleCells(snapshot, one, places, only), 'people')
    : guardrailEstimate(one.scale, sides, 'teams');
  const short = all.filter((team) => !longEnough(team));
  return {
    ...{ guarded: one, own, sides, estimate, never },
    before: together(sides.map(({ before }) => before)),
    after: together(sides.map(({ after }) => after)),
    short: { teams: short.length, weeks: Math.max(0, ...short.map(({ weeks }) => weeks)) },
  };
}

function neverKnown(
  held: Held,
  { metric }: Guarded,
  repositories: AskedRepositories,
  repo: string | undefined,
): Unknowable | null {
  const ofIssues = metric.definition.items === 'issues';
  if (ofIssues && held.issues.freshness.length === 0) return NO_TRACKER;
  if (ofIssues && repo !== undefined) return NOT_BY_REPOSITORY;
  return bugsUnknowable(held, metric) ?? unknowable(metric, repositories);
}

/** What was found; null: it cannot be told. */
export function told({ estimate }: Compared): GuardrailEstimate | null {
  return isCannot(estimate) ? null : estimate;
}
