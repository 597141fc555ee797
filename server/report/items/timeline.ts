import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';

/** An instant of an item in words, in whole minutes. */
export type Moment = { what: string; minute: number };

/** What a duration of one item runs from and to, and how long it was a draft in between. */
export type Stretch = { from: Moment; to: Moment; draft: number };

type Id = MetricDefinition['id'];

/** Null where a measure is no duration, or an end of it is not known. */
export function stretchOf(chunk: Chunk, row: number, id: Id): Stretch | null {
  const ends = endsOf(chunk, row, id);
  if (ends === null || ends.some(({ minute }) => minute === UNKNOWN)) return null;
  const [from, to] = ends;
  const drafts: Partial<Record<Id, Chunk['draftInPickup']>> = {
    'pickup-time': chunk.draftInPickup,
    'review-time': chunk.draftInReview,
    'merge-time': chunk.draftInMerge,
  };
  return { from, to, draft: drafts[id]?.[row] ?? 0 };
}

function endsOf(chunk: Chunk, row: number, id: Id): [Moment, Moment] | null {
  const at = (what: string, column: Chunk['openedAt']): Moment => ({ what, minute: column[row] ?? UNKNOWN });
  const firstCommit = at('first commit', chunk.firstCommitAt);
  const opened = at('opened', chunk.openedAt);
  const ready = at('ready for review', chunk.readyAt);
  const reviewed = at('first human review', chunk.firstReviewAt);
  const approved = at('last approval', chunk.approvedAt);
  const merged = at('merged', chunk.mergedAt);
  const deployed = at('deployed', chunk.deployedAt);
  if (id === 'cycle-time') return [firstCommit, merged];
  if (id === 'time-to-merge') return [opened, merged];
  if (id === 'lead-time-for-changes') return [firstCommit, deployed];
  if (id === 'coding-time') return [firstCommit, ready];
  if (id === 'pickup-time') return [ready, reviewed];
  if (id === 'review-time') return [later(reviewed, ready), approved.minute === UNKNOWN ? merged : approved];
  if (id === 'merge-time') return [later(approved, ready), merged];
  return id === 'deploy-time' ? [merged, deployed] : null;
}

function later(one: Moment, other: Moment): Moment {
  if (one.minute === UNKNOWN || other.minute === UNKNOWN) return { ...one, minute: UNKNOWN };
  return other.minute > one.minute ? other : one;
}
