import type { View } from '../../server/contract/view.ts';
import { UNKNOWN } from '../../server/facts/columns/column.ts';
import { QuestionError } from '../../server/model/errors.ts';
import type { Held } from '../../server/report/live.ts';
import { resolveQuestion } from '../../server/report/question.ts';
import { askedRepositories } from '../../server/report/repositories.ts';
import { spanOf } from '../../server/report/span.ts';

/** A window by its name, or one of whole weeks: a Monday and a Sunday. */
export type Window = Pick<View, 'window' | 'from' | 'to'>;
export type Filter = Pick<View, 'repo' | 'team'>;

/** Every filter that a question over the window may have, by asking for each that there is: the total is the first of them. */
export function allowedFilters(held: Held, window: Window): Filter[] {
  const repositories = [undefined, ...held.freshness.map(({ repositoryId }) => repositoryId)];
  const may = (filter: Filter) => answers(held, window, filter);
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

function answers(held: Held, window: Window, filter: Filter): boolean {
  try {
    resolveQuestion(held, 'cycle-time', { ...filter, ...window });
    return true;
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

/** What passes a filter, found by going through all rows one by one. */
export function passing(held: Held, window: Window, by: 'opening' | 'merge', filter: Filter): Passing {
  const { snapshot } = held;
  const asked = askedRepositories(held, filter.repo ?? null);
  const span = spanOf(held, asked, { window: '52w', from: null, to: null, ...window });
  const people = new Uint32Array(Math.ceil(snapshot.people.values.length / 32) || 1);
  const work = new Set<number>();
  const sets = snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  for (const [index, chunk] of snapshot.chunks.entries()) {
    for (let row = 0; row < chunk.size; row++) {
      const person = chunk.person[row] ?? UNKNOWN;
      if (person === UNKNOWN || chunk.leftOut[row] !== 0 || chunk.mergedAt[row] === UNKNOWN) continue;
      if (asked.table[chunk.repository[row] ?? 0] !== 1) continue;
      const week = by === 'opening' ? chunk.week : (chunk.mergeWeek[row] ?? 0);
      if (span === null || week < span.from || week > span.to) continue;
      const teams = sets[chunk.teamSet[row] ?? 0] ?? [];
      if (filter.team !== undefined && !filter.team.some((team) => teams.includes(team))) continue;
      people[person >> 5] = (people[person >> 5] ?? 0) | (1 << (person & 31));
      work.add(index * 2 ** 20 + row);
    }
  }
  return { people, work };
}

/** People of one and not of the other; stops counting at `enough`. */
export function apart(one: Bits, other: Bits, enough: number): number {
  let count = 0;
  for (let word = 0; word < one.length && count < enough; word++) {
    for (let bits = ((one[word] ?? 0) ^ (other[word] ?? 0)) >>> 0; bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}
