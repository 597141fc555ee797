import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { Week } from '../../model/week.ts';
import { isMarked } from '../marks.ts';
import { type Selection, slicesAsked } from '../selection.ts';

/** Pull requests week by week: all of them that were looked at for marks, and the AI-marked ones; or issues, which carry none. */
export type OwnWeeks = { readonly all: Uint32Array; readonly marked: Uint32Array };

export type PersonWeeks = {
  readonly from: Week;
  readonly to: Week;
  /** By the person's number in the snapshot's dictionary. Work of nobody known is in none. */
  readonly people: ReadonlyMap<number, OwnWeeks>;
  /** Of everybody, and of nobody known. */
  readonly total: OwnWeeks;
};

/**
 * Who has how much work in which week, for each panel of teams (`panelsOfSet`: those that each set of teams counts in). By merge it
 * is what was merged in the week; by opening what was opened in it, merged by now or not (a clone knows no openings: there it is the
 * week of the merge). It never leaves the server: figures count groups of it.
 */
export function panelWeeks(
  { chunks, kind }: Snapshot,
  selection: Selection,
  panelsOfSet: readonly (readonly number[])[],
  panels: number,
): PersonWeeks[] {
  const { from, to, teams, by } = selection;
  const width = Math.max(0, to - from + 1);
  const unmarkable = kind === 'issue';
  const empty = (): OwnWeeks => ({ all: new Uint32Array(width), marked: new Uint32Array(width) });
  const found = Array.from({ length: panels }, () => {
    const byPerson: OwnWeeks[] = [];
    return { byPerson, total: empty() };
  });
  for (const chunk of chunks) {
    if (chunk.week > to || (by === 'opening' && chunk.week < from)) continue;
    const { person, aiLevel, leftOut, mergeWeek, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, { ...selection, by: 'merge' })) {
      if (slice.kind === 'push') continue;
      const until = by === 'merge' ? slice.countedUntil : slice.until;
      for (let row = slice.from; row < until; row++) {
        const level = aiLevel[row] ?? 0;
        const week = by === 'merge' ? (mergeWeek[row] ?? UNKNOWN) : chunk.week;
        if ((level === 0 && !unmarkable) || leftOut[row] !== 0 || week < from || week > to) continue;
        const set = teamSet[row] ?? 0;
        if (teams !== null && teams[set] !== 1) continue;
        const who = person[row] ?? UNKNOWN;
        for (const panel of panelsOfSet[set] ?? []) {
          const of = found[panel];
          if (of === undefined) continue;
          if (who === UNKNOWN) {
            count(of.total, week - from, level);
            continue;
          }
          let own = of.byPerson[who];
          if (own === undefined) {
            own = empty();
            of.byPerson[who] = own;
          }
          count(own, week - from, level);
        }
      }
    }
  }
  return found.map(({ byPerson, total }) => {
    const people = new Map<number, OwnWeeks>();
    byPerson.forEach((own, who) => {
      people.set(who, own);
      for (let place = 0; place < width; place++) {
        total.all[place] = (total.all[place] ?? 0) + (own.all[place] ?? 0);
        total.marked[place] = (total.marked[place] ?? 0) + (own.marked[place] ?? 0);
      }
    });
    return { from, to, people, total };
  });
}

/** The same of all that a selection is about together. */
export function personWeeks(snapshot: Snapshot, selection: Selection): PersonWeeks {
  const [all] = panelWeeks(
    snapshot,
    selection,
    snapshot.teamSets.values.map(() => [0]),
    1,
  );
  if (all === undefined) throw new Error('one panel was asked for');
  return all;
}

function count({ all, marked }: OwnWeeks, place: number, level: number): void {
  all[place] = (all[place] ?? 0) + 1;
  if (isMarked(level)) marked[place] = (marked[place] ?? 0) + 1;
}
