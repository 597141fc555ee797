import type { ColumnName, Columns } from './column.ts';
import type { ItemKind } from './item.ts';

/** Columns that are never unknown and seldom large: two bytes a row are enough of them, but where one is not. */
const NARROW = [
  'repository',
  'teamSet',
  'draftInPickup',
  'draftInReview',
  'draftInMerge',
  'issues',
  'toolSet',
] as const satisfies readonly ColumnName[];

/** Columns as they are held. */
export function narrowed(all: Columns): Columns {
  const found = { ...all };
  for (const name of NARROW) {
    const wide = all[name];
    if (wide instanceof Int32Array && wide.every((value) => value >= 0 && value < 2 ** 16)) {
      found[name] = Uint16Array.from(wide);
    }
  }
  return found;
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
    toolSet: new Int32Array(ofPullRequest),
    reopenedAt: new Int32Array(ofIssue),
    lastMergedAt: new Int32Array(ofIssue),
    activeTime: new Int32Array(ofIssue),
    waitingTime: new Int32Array(ofIssue),
    pullRequests: new Int32Array(ofIssue),
  };
}
