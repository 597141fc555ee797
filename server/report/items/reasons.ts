import type { LeftOut } from '../../facts/pull-request-fact.ts';
import { moreThanAdded, withoutNote } from '../../metrics/ai-lines.ts';
import { noneSeen, notScored } from '../../metrics/ai-marked.ts';
import {
  commentsNotKnown,
  filesNotKnown,
  linesNotWatched,
  roundsNotKnown,
  withoutChecks,
} from '../../metrics/guardrails/guardrail-missing.ts';
import {
  byNobodyOnRoster,
  finishedTooEarly,
  neverInProgress,
  notStarted,
  unknownStatus,
} from '../../metrics/issue-missing.ts';
import {
  cloneWithoutOpenings,
  cloneWithoutReviews,
  deployedWithoutCommits,
  deploymentsNotSetUp,
  type Missing,
  neverApproved,
  neverReady,
  notDeployed,
  onNoRoster,
  readyBeforeCommits,
  stillDraft,
  withoutCommits,
  withoutCommitsOnForge,
  withoutReview,
  withoutSize,
} from '../../metrics/missing.ts';

/** Why an item takes part in no measure: "Left out of every measure: opened by automation." */
export const LEFT_OUT_BECAUSE: Record<LeftOut, string> = {
  automation: 'opened by automation',
  'long-lived-branch': 'it merges one long-lived branch into another, or a branch of many people',
  'back-port': 'it takes finished work over to another long-lived branch',
  'direct-push': 'pushed to the default branch, so it never was a pull request',
  'branch-merge': 'a branch merged without a pull request number',
};

const BECAUSE: ReadonlyMap<Missing, string> = new Map([
  [withoutCommits, 'none of its own commits is known'],
  [withoutCommitsOnForge, 'none of its own commits is known'],
  [deployedWithoutCommits, 'none of its own commits is known'],
  [readyBeforeCommits, 'it was ready for review before the earliest commit that it has now'],
  [withoutReview, 'no other person reviewed it before the merge'],
  [neverApproved, 'no other person approved it before the merge'],
  [notDeployed, 'no deployment is known to contain it'],
  [deploymentsNotSetUp, 'deployments of its repository are not set up'],
  [cloneWithoutOpenings, 'it was read from a clone, which has no openings'],
  [cloneWithoutReviews, 'it was read from a clone, which has no reviews'],
  [neverReady, 'it was never ready for review'],
  [stillDraft, 'it is still a draft'],
  [onNoRoster, 'its author is in no team whose people are counted'],
  [withoutSize, 'the contents of its commits are missing'],
  [neverInProgress, 'it was never in progress'],
  [finishedTooEarly, 'it was finished before it was created, so some date is wrong'],
  [unknownStatus, 'it was in a status that the tracker no longer tells of, or finished within a minute'],
  [byNobodyOnRoster, 'whoever had it is in no team whose people are counted, or nobody had it'],
  [notStarted, 'it is not started'],
  [notScored, 'it has not been looked at for marks of AI yet'],
  [roundsNotKnown, 'its rounds of review are not known'],
  [commentsNotKnown, 'its comments are not known'],
  [filesNotKnown, 'which files it changed is not known'],
  [linesNotWatched, 'its lines have not been followed: it takes a clone, and 21 days'],
  [withoutChecks, 'no check ran on its first commits, or none is known'],
  [withoutNote, 'it has no note of git-ai that says who wrote a line'],
  [moreThanAdded, 'its notes of git-ai tell of far more lines than it added, or its size is unknown'],
  [noneSeen, 'no mark says that an agent did it or a tool helped, which is not “no AI”'],
]);

/** Why one item has no value, for a reason that a measure counts under; the measure's own short words where there are no others. */
export function because(missing: Missing): string {
  return wordsOf(missing) ?? missing.why;
}

/** Whether there are words for it that are about one item. */
export function hasOwnWords(missing: Missing): boolean {
  return wordsOf(missing) !== undefined;
}

/** A measure that looks for the same in another way says it in the same words. */
function wordsOf(missing: Missing): string | undefined {
  const same = BECAUSE.get(missing);
  return same ?? [...BECAUSE].find(([{ why }]) => why === missing.why)?.[1];
}
