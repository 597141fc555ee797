import type { MeasureId } from '../../server/contract/definition.ts';
import type { View } from '../../server/contract/view.ts';
import type { Chunk } from '../../server/facts/columns/chunk.ts';
import { UNKNOWN } from '../../server/facts/columns/column.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { DAY, type Instant, MINUTE } from '../../server/model/instant.ts';
import type { WeekTable } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { resolveQuestion } from '../../server/report/question.ts';
import { askedRepositories } from '../../server/report/repositories.ts';
import { type Span, spanOf } from '../../server/report/span.ts';

/** A window by its name, or one of whole weeks: a Monday and a Sunday. */
export type Window = Pick<View, 'window' | 'from' | 'to'>;
export type Filter = Pick<View, 'repo' | 'team'>;

/** Every filter that a question about a measure may have over a window, by asking for each that there is: the total is the first. */
export function allowedFilters(held: Held, window: Window, measure: MeasureId = 'cycle-time'): Filter[] {
  const repositories = [undefined, ...held.freshness.map(({ repositoryId }) => repositoryId)];
  const may = (filter: Filter) => answers(held, window, filter, measure);
  const alone = [...held.teamNames.keys()].filter((team) => may({ team: [team] }));
  const sets: string[][] = [[]];
  for (const team of alone) sets.push(...sets.map((set) => [...set, team]));
  // A combination is asked for only where each of its teams may be: in `refusal.ts` that is all that teams are asked.
  return repositories.flatMap((repo) =>
    sets
      .map((team): Filter => ({ ...(repo && { repo }), ...(team.length > 0 && { team }) }))
      .filter((filter) => (filter.team?.length ?? 0) < 3 || filter.repo === undefined)
      .filter((filter) => ((filter.team?.length ?? 0) > 1 && filter.repo === undefined ? true : may(filter))),
  );
}

function answers(held: Held, window: Window, filter: Filter, measure: MeasureId): boolean {
  try {
    return resolveQuestion(held, measure, { ...filter, ...window }).never === null;
  } catch (error) {
    if (error instanceof QuestionError) return false;
    throw error;
  }
}

/** Bits by number of a person, or of a piece of work. */
export type Bits = Uint32Array;

export type Passing = {
  /** Whoever has work that passes. */
  people: Bits;
  /** The work itself: whose it is, by the number that it has in `people`. */
  work: ReadonlySet<number>;
};

/** What a figure is about: merged in the window; opened in it and merged since; opened; ready at a week's end; open then, or now. */
export const SHOWN = ['merge', 'opening', 'opened', 'ready', 'open'] as const;
export type Shown = (typeof SHOWN)[number];

type Row = { chunk: Chunk; row: number; work: number };

/** What passes each filter, found by going through all rows one by one, once for each repository. */
export function passingBy(held: Held, window: Window, shown: Shown): (filter: Filter) => Passing {
  const { snapshot } = held;
  const sets = snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  const known = new Map<string | undefined, Row[]>();
  return ({ repo, team }) => {
    const rows = known.get(repo) ?? shownRows(held, window, shown, repo);
    known.set(repo, rows);
    const people = new Uint32Array(Math.ceil(snapshot.people.values.length / 32) || 1);
    const work = new Set<number>();
    for (const { chunk, row, work: one } of rows) {
      const teams = sets[chunk.teamSet[row] ?? 0] ?? [];
      if (team?.some((asked) => teams.includes(asked)) === false) continue;
      const person = chunk.person[row] ?? 0;
      people[person >> 5] = (people[person >> 5] ?? 0) | (1 << (person & 31));
      work.add(one);
    }
    return { people, work };
  };
}

/** All that a repository shows, or all of them together, of people who are known. */
function shownRows(held: Held, window: Window, shown: Shown, repo: string | undefined): Row[] {
  const { snapshot } = held;
  const asked = askedRepositories(held, repo ?? null);
  const span = spanOf(held, asked, { window: '52w', from: null, to: null, ...window });
  const ends = span === null ? [] : endsOf(snapshot.weeks, span, asked.dataUntil ?? 0);
  const isWithin = (week: number) => span !== null && week >= span.from && week <= span.to;
  const isShown = {
    merge: (chunk: Chunk, row: number) => isWithin(chunk.mergeWeek[row] ?? UNKNOWN),
    opening: (chunk: Chunk, row: number) => chunk.mergedAt[row] !== UNKNOWN && isWithin(chunk.week),
    opened: (chunk: Chunk) => isWithin(chunk.week),
    ready: (chunk: Chunk, row: number) => ends.some((end) => isOpenAt(held, chunk, row, end, true)),
    open: (chunk: Chunk, row: number) =>
      isOpenNow(chunk, row) || ends.some((end) => isOpenAt(held, chunk, row, end, false)),
  };
  return snapshot.chunks.flatMap((chunk, index) =>
    Array.from({ length: chunk.size }, (_, row) => ({ chunk, row, work: index * 2 ** 20 + row })).filter(
      ({ row }) =>
        chunk.person[row] !== UNKNOWN &&
        chunk.leftOut[row] === 0 &&
        asked.table[chunk.repository[row] ?? 0] === 1 &&
        isShown[shown](chunk, row),
    ),
  );
}

/** The ends of the weeks of a span; the running one ends with the data. */
function endsOf(weeks: WeekTable, { from, to }: Span, dataUntil: Instant): Instant[] {
  const some = Array.from({ length: to - from + 1 }, (_, at) => weeks.weekStart(from + at + 1));
  return some.map((end) => Math.min(end, dataUntil));
}

function isOpenNow({ mergedAt, closedAt }: Chunk, row: number): boolean {
  return mergedAt[row] === UNKNOWN && closedAt[row] === UNKNOWN;
}

/** A repository tells of what is open until two days after its data end. */
function isOpenAt(
  { freshness, snapshot }: Held,
  chunk: Chunk,
  row: number,
  end: Instant,
  ready: boolean,
): boolean {
  const happened = (minutes: number | undefined) =>
    minutes !== undefined && minutes !== UNKNOWN && minutes * MINUTE < end;
  if (!happened(chunk.openedAt[row]) || (ready && !happened(chunk.readyAt[row]))) return false;
  if (happened(chunk.mergedAt[row]) || happened(chunk.closedAt[row])) return false;
  const id = snapshot.repositories.values[chunk.repository[row] ?? 0];
  const until = freshness.find(({ repositoryId }) => repositoryId === id)?.coveredUntil ?? 0;
  return end <= until + 2 * DAY;
}

/** People of one and not of the other; stops counting at `enough`. */
export function apart(one: Bits, other: Bits, enough: number): number {
  let count = 0;
  for (let word = 0; word < one.length && count < enough; word++) {
    for (let bits = ((one[word] ?? 0) ^ (other[word] ?? 0)) >>> 0; bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}
