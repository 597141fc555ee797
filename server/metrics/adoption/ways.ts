import { LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { isMarked } from '../marks.ts';
import { type Selection, slicesAsked } from '../selection.ts';

/** Of some merged pull requests: how many there are, and how many took each part of the way. */
export type Ways = {
  all: number;
  /** In repositories that deploy or release; of those in which it is known. */
  deploying: number;
  issue: number;
  reviewed: number;
  /** Of which a forge would know a review or a check. */
  onForge: number;
  checked: number;
  /** All three. */
  whole: number;
};

const COUNTED = LEFT_OUT.indexOf(null);

/** Merged AI-marked work of some weeks, and all other work, by the way it took to the mainline; `deploying`: 1 for each repository that does. */
export function waysOf(
  { chunks }: Snapshot,
  selection: Selection,
  deploying: Uint8Array,
): { marked: Ways; others: Ways } {
  const { from, to, teams } = selection;
  const [marked, others] = [noWays(), noWays()];
  for (const chunk of chunks) {
    const { mergeWeek, teamSet, leftOut, aiLevel, firstReviewAt, mergedAt, issues, ciPassedFirst } = chunk;
    for (const slice of slicesAsked(chunk, { ...selection, by: 'merge' })) {
      if (slice.kind === 'push') continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const [week, level] = [mergeWeek[row] ?? UNKNOWN, aiLevel[row] ?? 0];
        if (week < from || week > to || level === 0 || leftOut[row] !== COUNTED) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        const of = isMarked(level) ? marked : others;
        const [review, merged] = [firstReviewAt[row] ?? UNKNOWN, mergedAt[row] ?? UNKNOWN];
        const linked = (issues[row] ?? 0) > 0;
        const reviewed = review !== UNKNOWN && review <= merged;
        const checked = (ciPassedFirst[row] ?? UNKNOWN) !== UNKNOWN;
        of.all += 1;
        if (deploying[slice.repository] === 1) of.deploying += 1;
        if (linked) of.issue += 1;
        if (slice.kind === 'unopened') continue;
        of.onForge += 1;
        if (reviewed) of.reviewed += 1;
        if (checked) of.checked += 1;
        if (linked && reviewed && checked) of.whole += 1;
      }
    }
  }
  return { marked, others };
}

function noWays(): Ways {
  return { all: 0, deploying: 0, issue: 0, reviewed: 0, onForge: 0, checked: 0, whole: 0 };
}
