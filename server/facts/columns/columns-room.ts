import { type ColumnName, type Columns, columns } from './column.ts';
import type { ItemKind } from './item.ts';
import { nothing } from './nothing.ts';

/** Columns as they are held: in an array shared with others where there is nothing in it, else in two bytes a row where these do. */
export function narrowed(all: Columns): Columns {
  const found = { ...all };
  for (const { name } of columns) found[name] = narrowedColumn(all[name]);
  return found;
}

function narrowedColumn(wide: Columns[ColumnName]): Columns[ColumnName] {
  const shared = nothing(wide);
  if (shared !== null || !(wide instanceof Int32Array)) return shared ?? wide;
  return wide.every((value) => value >= 0 && value < 2 ** 16) ? Uint16Array.from(wide) : wide;
}

/** Room for `size` items; none in columns that their kind has not. */
export function emptyColumns(size: number, kind: ItemKind = 'pull-request'): Columns {
  const ofPullRequest = kind === 'pull-request' ? size : 0;
  const ofIssue = kind === 'issue' ? size : 0;
  return {
    repository: new Int32Array(size),
    author: new Int32Array(size),
    number: new Int32Array(size),
    landing: new Uint8Array(ofPullRequest),
    leftOut: new Uint8Array(size),
    agent: new Uint8Array(ofPullRequest),
    openedAt: new Int32Array(size),
    firstCommitAt: new Int32Array(size),
    readyAt: new Int32Array(size),
    firstReviewAt: new Int32Array(size),
    ownerCheckedAt: new Int32Array(ofPullRequest),
    firstBotResponseAt: new Int32Array(ofPullRequest),
    approvedAt: new Int32Array(ofPullRequest),
    mergedAt: new Int32Array(size),
    closedAt: new Int32Array(size),
    deployedAt: new Int32Array(ofPullRequest),
    draftInPickup: new Int32Array(ofPullRequest),
    draftInReview: new Int32Array(ofPullRequest),
    draftInMerge: new Int32Array(ofPullRequest),
    lines: new Int32Array(ofPullRequest),
    files: new Int32Array(ofPullRequest),
    person: new Int32Array(size),
    teamSet: new Int32Array(size),
    teamBasis: new Uint8Array(size),
    issues: new Int32Array(ofPullRequest),
    aiLevel: new Uint8Array(ofPullRequest),
    aiTrace: new Uint8Array(ofPullRequest),
    toolSet: new Int32Array(ofPullRequest),
    reviewRounds: new Int32Array(ofPullRequest),
    reviewComments: new Int32Array(ofPullRequest),
    ciPassedFirst: new Int32Array(ofPullRequest),
    revertedAt: new Int32Array(ofPullRequest),
    filesKnown: new Uint8Array(ofPullRequest),
    hotfixedAt: new Int32Array(ofPullRequest),
    linesReworked: new Int32Array(ofPullRequest),
    linesWatched: new Int32Array(ofPullRequest),
    bugLinkedAt: new Int32Array(ofPullRequest),
    linesByAi: new Int32Array(ofPullRequest),
    linesNoted: new Int32Array(ofPullRequest),
    reopenedAt: new Int32Array(ofIssue),
    lastMergedAt: new Int32Array(ofIssue),
    activeTime: new Int32Array(ofIssue),
    waitingTime: new Int32Array(ofIssue),
    pullRequests: new Int32Array(ofIssue),
  };
}
