import type { ResolvedView } from '../contract/view.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Metric } from '../metrics/definition.ts';
import type { Held } from './live.ts';
import { remembered } from './remembered.ts';
import { askedRepositories } from './repositories.ts';
import { type AskedWindow, spanOf } from './span.ts';
import { countFew, FEWEST, few } from './too-close.ts';
import type { Unknowable } from './unknowable.ts';

/** A merged pull request of which git-ai tells the lines. */
type Noted = { person: number; repository: number; teams: readonly string[] };

/** What is told of the people who have notes, week by week: how many these are is judged of the weeks asked for alone. */
export function isOfNotes({ definition }: Metric): boolean {
  return definition.id === 'ai-line-share';
}

const WINDOWS = 8;
const known = new WeakMap<Held, ReturnType<typeof remembered<readonly Noted[]>>>();

const TOO_FEW: Unknowable = {
  why: 'group-too-small',
  finding: 'Too few people have work with notes of git-ai to tell of it',
  whatToDo:
    'Ask for all teams and repositories, or for a longer window. Which lines an AI wrote is shown of five people at least.',
};

/**
 * Why the lines of noted work are not told. Notes part all work into that of those who have git-ai and that of the others, so what
 * is asked for has to be noted work of five people, or of none, and beside all of it, and beside that of any one team or
 * repository, must not tell of one to four of them. Teams within a repository would part it once more, and are not answered.
 */
export function notesUnknowable(held: Held, asked: ResolvedView): Unknowable | null {
  const all = notedWork(held, asked);
  if (all.length === 0) return null;
  const { team, repo } = asked;
  const number = repo === null ? null : held.snapshot.repositories.values.indexOf(repo);
  if (number !== null && team.length > 0) return TOO_FEW;
  const some = all.filter(
    ({ teams, repository }) =>
      (number === null || repository === number) &&
      (team.length === 0 || team.some((id) => teams.includes(id))),
  );
  if (some.length === 0) return null;
  if (countFew(peopleOf(some)) < FEWEST) return TOO_FEW;
  // All of it goes before any part: whatever would tell of it too well is not shown itself.
  if (some.length === all.length) return null;
  const others = [all, ...grouped(all, ({ teams }) => teams), ...grouped(all, (one) => [one.repository])];
  return others.some((other) => tellsOfFew(some, other)) ? TOO_FEW : null;
}

/** Of the people who have some in one alone; where they are the same, of those whose work is in one alone. */
function tellsOfFew(one: readonly Noted[], other: readonly Noted[]): boolean {
  const apart = inOneAlone(peopleOf(one), peopleOf(other));
  if (apart.length > 0) return few(apart.length);
  return few(peopleOf(inOneAlone(new Set(one), new Set(other))).size);
}

function inOneAlone<One>(one: ReadonlySet<One>, other: ReadonlySet<One>): One[] {
  return [...[...one].filter((own) => !other.has(own)), ...[...other].filter((own) => !one.has(own))];
}

function grouped<Key>(all: readonly Noted[], keysOf: (one: Noted) => readonly Key[]): readonly Noted[][] {
  const groups = new Map<Key, Noted[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return [...groups.values()];
}

/** Whose work it is may be unknown of some: these are nobody. */
function peopleOf(some: readonly Noted[]): Set<number> {
  return new Set(some.flatMap(({ person }) => (person === UNKNOWN ? [] : [person])));
}

function notedWork(held: Held, { window, from, to }: AskedWindow): readonly Noted[] {
  const ofHeld = known.get(held) ?? remembered<readonly Noted[]>(WINDOWS);
  known.set(held, ofHeld);
  return ofHeld(`${window} ${from} ${to}`, () => gathered(held, { window, from, to }));
}

function gathered(held: Held, window: AskedWindow): Noted[] {
  const span = spanOf(held, askedRepositories(held, null), window);
  if (span === null) return [];
  const teamSets = held.snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  return held.snapshot.chunks.flatMap(({ size, linesByAi, mergeWeek, person, repository, teamSet }) => {
    const found: Noted[] = [];
    for (let row = 0; row < size; row++) {
      if ((linesByAi[row] ?? UNKNOWN) === UNKNOWN) continue;
      const week = mergeWeek[row] ?? UNKNOWN;
      if (week < span.from || week > span.to) continue;
      found.push({
        person: person[row] ?? UNKNOWN,
        repository: repository[row] ?? UNKNOWN,
        teams: teamSets[teamSet[row] ?? 0] ?? [],
      });
    }
    return found;
  });
}
