import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { isMarked } from '../marks.ts';
import { type Selection, slicesAsked } from '../selection.ts';

/** What became of one pull request; instants in minutes, UNKNOWN where there is none. */
export type Fate = {
  /** Its place in the order: the opening, or the merge where nobody knows the opening (a clone's). */
  readonly placedAt: number;
  /** UNKNOWN: neither the way to the merge is known, nor how many like it were closed unmerged. */
  readonly openedAt: number;
  readonly mergedAt: number;
  readonly closedAt: number;
  readonly revertedAt: number;
  readonly linesReworked: number;
  readonly linesWatched: number;
  readonly marked: boolean;
  readonly person: number;
};

/** All that was opened up to a week in the order of opening; what was merged where the opening is unknown stands by its merge. */
export function fates({ chunks }: Snapshot, selection: Selection): Fate[] {
  const { teams, to } = selection;
  const found: Fate[] = [];
  for (const chunk of chunks) {
    if (chunk.week > to) continue;
    const { openedAt, mergedAt, closedAt, leftOut, aiLevel, person, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, { ...selection, by: 'merge' })) {
      if (slice.kind === 'push') continue;
      for (let row = slice.from; row < slice.until; row++) {
        const level = aiLevel[row] ?? 0;
        if (level === 0 || leftOut[row] !== 0 || (teams !== null && teams[teamSet[row] ?? 0] !== 1)) continue;
        const [opened, merged] = [openedAt[row] ?? UNKNOWN, mergedAt[row] ?? UNKNOWN];
        found.push({
          placedAt: opened === UNKNOWN ? merged : opened,
          openedAt: opened,
          mergedAt: merged,
          closedAt: closedAt[row] ?? UNKNOWN,
          revertedAt: chunk.revertedAt[row] ?? UNKNOWN,
          linesReworked: chunk.linesReworked[row] ?? UNKNOWN,
          linesWatched: chunk.linesWatched[row] ?? UNKNOWN,
          marked: isMarked(level),
          person: person[row] ?? UNKNOWN,
        });
      }
    }
  }
  return found.sort((one, other) => one.placedAt - other.placedAt);
}

export type Hundred = {
  /** 1 for the first. */
  readonly ordinal: number;
  readonly marked: readonly Fate[];
  /** The unmarked of the same time. */
  readonly others: readonly Fate[];
};

/** A hundred is so many. */
export const SIZE = 100;

/** AI-marked pull requests by ordinal hundred, each beside the unmarked of the same weeks; a hundred that is not full is not one. */
export function hundreds(all: readonly Fate[]): Hundred[] {
  const marked = all.filter((one) => one.marked);
  const others = all.filter((one) => !one.marked);
  return Array.from({ length: Math.floor(marked.length / SIZE) }, (_, place): Hundred => {
    const own = marked.slice(place * SIZE, (place + 1) * SIZE);
    const [from, to] = [own[0]?.placedAt ?? 0, own.at(-1)?.placedAt ?? 0];
    return {
      ordinal: place + 1,
      marked: own,
      others: others.slice(firstFrom(others, from), firstFrom(others, to + 1)),
    };
  });
}

/** The place of the first that stands at an instant or later, of some in their order. */
function firstFrom(all: readonly Fate[], instant: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.placedAt ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type Counted = { readonly successes: number; readonly trials: number };

const DAY = 24 * 60;
const WATCHED = 21 * DAY;
/** More than this share of its lines changed again is reworked. */
const REWORKED = 0.5;

/** Merged, of all that have ended and of which it would be known had they not been. */
export function mergedOf(all: readonly Fate[]): Counted {
  const merged = all.filter(({ openedAt, mergedAt }) => openedAt !== UNKNOWN && mergedAt !== UNKNOWN).length;
  const closed = all.filter(({ mergedAt, closedAt }) => mergedAt === UNKNOWN && closedAt !== UNKNOWN).length;
  return { successes: merged, trials: merged + closed };
}

/** Neither reverted nor reworked within 21 days, of what was merged so long before the data end. */
export function stoodOf(all: readonly Fate[], dataEnd: number): Counted & { readonly rework: number } {
  const old = all.filter(({ mergedAt }) => mergedAt !== UNKNOWN && mergedAt + WATCHED <= dataEnd);
  const watched = old.filter(
    ({ linesReworked, linesWatched }) => linesReworked !== UNKNOWN && linesWatched > 0,
  );
  const fell = old.filter((one) => {
    const reverted = one.revertedAt !== UNKNOWN && one.revertedAt - one.mergedAt <= WATCHED;
    const reworked =
      one.linesReworked !== UNKNOWN &&
      one.linesWatched > 0 &&
      one.linesReworked / one.linesWatched > REWORKED;
    return reverted || reworked;
  }).length;
  return { successes: old.length - fell, trials: old.length, rework: watched.length };
}

/** Hours from opening to merge of all of which both are known, ascending. */
export function hoursToMerge(all: readonly Fate[]): number[] {
  return all
    .flatMap(({ openedAt, mergedAt }) =>
      openedAt === UNKNOWN || mergedAt === UNKNOWN ? [] : [(mergedAt - openedAt) / 60],
    )
    .sort((one, other) => one - other);
}
