import { type Fallen, markingChanged } from '../../metrics/adoption/marking-changed.ts';
import { type PersonWeeks, panelWeeks } from '../../metrics/adoption/person-weeks.ts';
import { type UsersWeekly, usersWeekly } from '../../metrics/adoption/users-weekly.ts';
import type { Week } from '../../model/week.ts';
import { isCannot } from '../../stats/cannot.ts';
import { mean } from '../../stats/numbers.ts';
import { type AdoptionShape, adoptionShape, SHAPE_LIMITS } from '../../stats/series/adoption-shape.ts';
import { panelsOfSets, panelTeams } from '../flow/team-panels.ts';
import { type AdoptionAsked, foundOnce, workOf } from './asked-adoption.ts';
import { weeksOfUse } from './held-use.ts';

/** What the shape of a team's use is, or why there is none. */
export type ShapeFound =
  | (AdoptionShape & { is: 'found'; pooled: boolean })
  | { is: 'early'; weeks: number }
  | { is: 'few' | 'not started' }
  | { is: 'marking changed'; fallen: Fallen };

export type TeamUse = {
  /** Null: all work of no team shown. */
  readonly id: string | null;
  readonly name: string;
  readonly start: Week | null;
  /** All weeks of the data. */
  readonly weeks: PersonWeeks;
  readonly marks: UsersWeekly;
  /** People in the last twelve weeks, on average. */
  readonly people: number;
  readonly shape: ShapeFound;
};

/** How the use of each team goes, by marks in its work; those too small for a shape of their own take that of all of them together. */
export const teamUses = foundOnce((asked: AdoptionAsked): TeamUse[] => {
  const { held, question, starts, window } = asked;
  if (window === null) return [];
  const { teams } = panelTeams(held, question);
  const shown = teams.length === 0 ? [{ id: null, name: 'Everybody' }] : teams;
  const sets = panelsOfSets(held.snapshot.teamSets.values, shown);
  const all = panelWeeks(held.snapshot, workOf(asked, window.first, window.to), sets, shown.length);
  const found = shown.flatMap(({ id, name }, place) => {
    const weeks = all[place];
    if (weeks === undefined || weeks.people.size === 0) return [];
    const start = id === null ? null : (starts.get(id) ?? null);
    const marks = marksOf(weeks);
    const people = mean(marks.people.subarray(-SHAPE_LIMITS.weeks));
    return [{ id, name, weeks, start: start !== null && start <= window.to ? start : null, marks, people }];
  });
  const small = found.filter(({ start, people }) => start !== null && people < SHAPE_LIMITS.people);
  const pool = small.length < 2 ? null : together(small.map(({ marks }) => marks));
  const poolStart = Math.min(...small.map(({ start }) => start ?? window.to));
  return found.map((team) => {
    if (team.id === null) return { ...team, shape: shapeOfAll(asked, team.weeks, team.marks) };
    if (team.start === null) return { ...team, shape: { is: 'not started' } };
    const fallen = markingOf(asked, team.weeks);
    if (fallen !== null) return { ...team, shape: { is: 'marking changed', fallen } };
    const pooled = team.people < SHAPE_LIMITS.people;
    if (!pooled) return { ...team, shape: shapeOf(team.marks, team.start - window.first, false) };
    const shape: ShapeFound = pool === null ? { is: 'few' } : shapeOf(pool, poolStart - window.first, true);
    return { ...team, shape };
  });
});

/** Of everybody, where no team may be shown: since the data begin, for nothing tells of a start. */
function shapeOfAll(asked: AdoptionAsked, weeks: PersonWeeks, marks: UsersWeekly): ShapeFound {
  const users = [...weeks.people.values()].filter(({ marked }) => marked.some((many) => many > 0)).length;
  if (users < SHAPE_LIMITS.people) return { is: 'few' };
  const fallen = markingOf(asked, weeks);
  return fallen === null ? shapeOf(marks, 0, false) : { is: 'marking changed', fallen };
}

function shapeOf({ users, people }: UsersWeekly, from: number, pooled: boolean): ShapeFound {
  const place = Math.max(0, from);
  const weeks = users.length - place;
  if (weeks < SHAPE_LIMITS.weeks) return { is: 'early', weeks };
  const shape = adoptionShape(users.subarray(place), people.subarray(place));
  return isCannot(shape) ? { is: 'few' } : { is: 'found', pooled, ...shape };
}

function marksOf({ people, from, to }: PersonWeeks): UsersWeekly {
  const own = [...people.values()].map(({ all, marked }) => ({ work: all, use: marked }));
  return usersWeekly(own, to - from + 1);
}

/** The same people on both bases: in weeks in which they have work, whether marks show, and whether a vendor tells of use. */
export function bothBases({ held }: AdoptionAsked, weeks: PersonWeeks) {
  const told = weeksOfUse(held.use);
  if (told === null) return null;
  const [from, to] = [Math.max(told.from, weeks.from), Math.min(told.to, weeks.to)];
  if (to < from) return null;
  const { values } = held.snapshot.people;
  const within = (counts: Uint32Array) => counts.subarray(from - weeks.from, to - weeks.from + 1);
  const both = [...weeks.people].map(([who, { all, marked }]) => ({
    work: within(all),
    marks: within(marked),
    told: (told.people.get(values[who] ?? '') ?? new Uint8Array(to - told.from + 1)).subarray(
      from - told.from,
      to - told.from + 1,
    ),
  }));
  const width = to - from + 1;
  return {
    from,
    marks: usersWeekly(
      both.map(({ work, marks }) => ({ work, use: marks })),
      width,
    ),
    told: usersWeekly(
      both.map(({ work, told: use }) => ({ work, use })),
      width,
    ),
  };
}

/** Over the last year at most. */
const YEAR = 52;

export function markingOf(asked: AdoptionAsked, weeks: PersonWeeks): Fallen | null {
  const bases = bothBases(asked, weeks);
  if (bases === null) return null;
  const last = ({ users, people }: UsersWeekly) => ({
    users: users.subarray(-YEAR),
    people: people.subarray(-YEAR),
  });
  return markingChanged(last(bases.marks), last(bases.told));
}

function together(all: readonly UsersWeekly[]): UsersWeekly {
  const sum = (of: (one: UsersWeekly) => Float64Array) => {
    const [first, ...rest] = all.map(of);
    const found = Float64Array.from(first ?? []);
    for (const counts of rest) {
      for (let week = 0; week < found.length; week++) found[week] = (found[week] ?? 0) + (counts[week] ?? 0);
    }
    return found;
  };
  return { users: sum(({ users }) => users), people: sum(({ people }) => people) };
}
