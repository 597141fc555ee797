import { DAY, MINUTE } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { unreadBefore } from '../../net/reach.ts';
import { shortLists } from './completed.ts';
import type { Cursor, Gaps, Towards } from './cursor.ts';
import { limitsOf, NO_GAPS, notRead, nowRead } from './gaps.ts';
import type { Fetched, Of } from './pull-requests.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';

/** GitHub may show a change a little late, so each walk begins a little before the last one's watermark. */
export const OVERLAP = 10 * MINUTE;

/** A deployment without a success is asked for again until it is as old as this. */
const WAITS = 30 * DAY;

/** One repository being walked: what it was, where the walk is (changes as it goes on), and what will limit its reader. */
export type Walking = {
  of: InScope;
  cursor: Cursor | null;
  going: Towards;
  /** Whether `going` is handed over with the rows; a short walk that breaks off is simply begun anew. */
  resumable: boolean;
  limits: string[];
  run: Run;
};

/** A walk that begins now; `at` is GitHub's clock before anything was asked. */
export function begun(of: InScope, cursor: Cursor | null, at: number, run: Run): Walking {
  const going: Towards = {
    version: 1,
    startedAt: at,
    size: cursor?.size ?? run.sizes.start,
    after: null,
    passed: 0,
    paged: false,
    long: [],
    gaps: cursor?.gaps ?? NO_GAPS,
    via: of.repository.deployedBy,
    deployedAfter: null,
    waiting: [],
    ...(cursor?.older === undefined ? {} : { older: cursor.older }),
  };
  return { of, cursor, going, resumable: true, limits: [], run };
}

export function addressOf({ of }: Walking): Of {
  return { nodeId: of.nodeId, name: of.repository.name };
}

/** The end of a walk. Its watermark is the start of its first attempt: what changed since then comes with the next one. */
export function endOf({ going, limits }: Walking): WalkStep {
  const { startedAt: watermark, size, via, gaps, older } = going;
  const waiting = going.waiting.filter(({ createdAt }) => createdAt > watermark - WAITS);
  const left = older === undefined ? {} : { older };
  return endAt({ version: 1, watermark, size, via, waiting, gaps, ...left }, limits);
}

/** Where a repository stands; `limits` are those beside what the cursor tells. */
export function endAt(cursor: Cursor, limits: readonly string[]): WalkStep {
  return {
    end: {
      cursor: JSON.stringify(cursor),
      coveredUntil: cursor.watermark,
      limits: [...limitsOf(cursor.gaps), ...unreadBefore(cursor.older?.before), ...limits],
      replaces: null,
      notes: null,
    },
  };
}

/** What is missing after these were fetched. Those that are gone leave nothing missing. */
export function gapsAfter(gaps: Gaps, fetched: readonly Fetched[]): Gaps {
  return fetched.reduce((left, { target, found }) => {
    if (found === undefined) return notRead(left, target);
    return nowRead(left, target.number, found === null ? [] : shortLists(found));
  }, gaps);
}
