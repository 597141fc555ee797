import type { Item } from '../../contract/items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { type State, stateOf } from './item-state.ts';
import type { ItemsQuestion } from './items-question.ts';
import { isReadyAt } from './open-at.ts';
import { because, LEFT_OUT_BECAUSE } from './reasons.ts';
import { hasWeek, leftOutOf, standingOf } from './standing.ts';

type Short = Pick<Item, 'standing' | 'why'>;

const DRAFT_THEN: Short = { standing: 'missing', why: 'Not counted: it was a draft then' };
const TAKES_PART: Short = { standing: 'counted', why: 'Takes part in measures' };
const NO_WEEK: Short = { standing: 'no-week', why: 'Not counted: nobody knows when it was opened' };
const NOT_MERGED: Record<State, Short> = {
  open: { standing: 'not-merged', why: 'Not counted yet: still open' },
  closed: { standing: 'not-merged', why: 'Not counted: closed without a merge' },
  merged: { standing: 'not-merged', why: 'Not counted' },
};
const COUNTED_AS = {
  valued: { standing: 'counted', why: 'Counted' },
  waiting: { standing: 'counted', why: 'Counted as still waiting' },
  closed: { standing: 'counted', why: 'Counted until it was closed' },
} as const satisfies Record<string, Short>;

/** Whether an item counts in the measure asked for or, without one, in any, in a few words. */
export function shortWhy(question: ItemsQuestion): (chunk: Chunk, row: number) => Short {
  const { metric, asked, repositories } = question;
  return (chunk, row) => {
    const reason = leftOutOf(chunk, row);
    if (reason !== null) return { standing: 'left-out', why: `Left out: ${LEFT_OUT_BECAUSE[reason]}` };
    const state = stateOf(chunk, row);
    if (metric === null) return state === 'merged' ? TAKES_PART : NOT_MERGED[state];
    if (question.openAt !== null && !isReadyAt(chunk, row, question.openAt)) return DRAFT_THEN;
    const standing = standingOf(chunk, row, metric, asked.by, repositories);
    if (standing.is === 'left-out' || standing.is === 'not-merged') return NOT_MERGED[state];
    if (standing.is === 'missing')
      return { standing: 'missing', why: `Not counted: ${because(standing.missing)}` };
    return hasWeek(chunk, row, asked.by) ? COUNTED_AS[standing.as] : NO_WEEK;
  };
}
