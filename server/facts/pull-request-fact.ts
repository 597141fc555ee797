import type { Instant } from '../model/instant.ts';
import type { TeamBasis } from '../model/organisation.ts';
import type { Landing, PullRequest } from '../model/pull-request.ts';
import type { Level } from './attribution/evidence.ts';
import type { Trace } from './attribution/trace.ts';
import { changeSize, pullRequestSize } from './change-size.ts';
import { firstCommitAt } from './first-commit.ts';
import { draftsWithin } from './phase.ts';
import type { OwnCommit, PullRequestInput, PushInput } from './pull-request-input.ts';
import { readiness } from './ready.ts';
import { reviewAmount } from './review-amount.ts';
import { reviewInstants } from './review-instants.ts';

/** Why an item takes part in no measure of flow; it is counted beside them instead. */
export type LeftOut = 'automation' | 'long-lived-branch' | 'back-port' | 'direct-push' | 'branch-merge';

/**
 * One measured piece of merged work. Computed from stored rows only, so it may be thrown away and rebuilt; holds no wall clock.
 * A direct push and a branch merge without a pull request number are kept too (`leftOut`), so that every figure can say
 * how much work never was a pull request.
 */
export type PullRequestFact = {
  id: string;
  repositoryId: string;
  number: number | null;
  landing: Landing | null;
  leftOut: LeftOut | null;
  /** Identity of whose work it is (an agent's is that of who asked for it); for grouping only, never shown. */
  author: string | null;
  /** Opaque id of the author's person; null: nobody knows, or a program's own work. */
  person: string | null;
  /** The author's teams when it was opened, by id, sorted; where the opening is unknown, when it was merged. */
  teams: readonly string[];
  /** What the teams rest on; null: it is placed in none. */
  teamBasis: TeamBasis | null;
  /** A coding agent opened it. */
  agent: boolean;
  openedAt: Instant | null;
  firstCommitAt: Instant | null;
  /** When it was ready for review first; null: it is still a draft, or nobody knows (a clone), nor of its reviews then. */
  readyAt: Instant | null;
  /** First review or review comment by an independent person, at any time: before `readyAt` it was reviewed in draft. */
  firstReviewAt: Instant | null;
  /** First review by the person who asked an agent for the work. */
  ownerCheckedAt: Instant | null;
  firstBotResponseAt: Instant | null;
  /** Last approval by an independent person before the merge. */
  approvedAt: Instant | null;
  mergedAt: Instant | null;
  /** Closed without a merge. */
  closedAt: Instant | null;
  /** First successful deployment that contains its merge. */
  deployedAt: Instant | null;
  /** Milliseconds that it was a draft again, within pickup, within review, and between approval and merge. */
  draftInPickup: number;
  draftInReview: number;
  draftInMerge: number;
  /** Added plus deleted lines without generated and lock files; null: the clone lacks the contents. */
  lines: number | null;
  files: number | null;
  /** How AI took part, by the rules that count; null: not looked at yet. */
  aiLevel: Level | null;
  /** Tools that took part. */
  aiTools: readonly string[];
  /** How sure it is that an AI took part in writing it, weak marks included; null: not looked at yet. */
  aiTrace: Trace | null;
  /** Lines that notes of git-ai attest to an AI; null: no note attests a line. */
  linesByAi: number | null;
  /** Lines that it added, of which those are some; null: not known, or so few that the notes speak of other work too. */
  linesNoted: number | null;
  /** How many issues of known projects its texts name. */
  issues: number;
  /** How often independent reviewers looked at it, new commits or a new request between; 0: never, null: unknown. */
  reviewRounds: number | null;
  /** Comments on its lines by independent people, until the merge; null: unknown. */
  reviewComments: number | null;
  /** Whether the checks passed on the first of its commits that they ran on; null: none ran, or nobody knows. */
  ciPassedFirst: 0 | 1 | null;
  /** When the first revert of it landed, whether or not it was taken back later; null: none did, or this is a revert itself. */
  revertedAt: Instant | null;
  /** Its files are known by name: only of such work can a hotfix be told. */
  filesKnown: boolean;
  /** When the first fix on one of its files was merged, within 7 days; null: none was, or `filesKnown` is false. */
  hotfixedAt: Instant | null;
  /** Of the lines that it wrote (`linesWatched`), those changed again within 21 days; both null: no clone, or not so long ago. */
  linesReworked: number | null;
  linesWatched: number | null;
  /** When the first bug was reported that names it or is linked with it, within 30 days after the merge. */
  bugLinkedAt: Instant | null;
};

/** What later work, issues and lines tell of it. */
export type Aftermath = Pick<
  PullRequestFact,
  'revertedAt' | 'filesKnown' | 'hotfixedAt' | 'linesReworked' | 'linesWatched' | 'bugLinkedAt'
>;
/** Of what nobody asks it: a direct push, an issue. */
export const NO_AFTERMATH: Aftermath = {
  revertedAt: null,
  filesKnown: false,
  hotfixedAt: null,
  linesReworked: null,
  linesWatched: null,
  bugLinkedAt: null,
};
/** With it, what its own reviews and checks tell. */
export const NO_QUALITY = { reviewRounds: null, reviewComments: null, ciPassedFirst: null, ...NO_AFTERMATH };

/** What the rows of an item alone do not tell: it rests on who is in which team, which is edited apart. */
export type Placed = Pick<PullRequestFact, 'person' | 'teams' | 'teamBasis'>;
/** What the marks of AI tools tell: decided apart, by rules of their own. */
export type Marked = Pick<PullRequestFact, 'aiLevel' | 'aiTools' | 'aiTrace' | 'linesByAi' | 'linesNoted'>;
/** And what its texts name is found in them where the trackers are known, as what became of it is in the rows of others. */
export type Linked = Pick<PullRequestFact, 'issues'> & Aftermath;
export type UnlinkedFact = Omit<PullRequestFact, keyof Linked>;
export type UnplacedFact = Omit<PullRequestFact, keyof Placed | keyof Marked | keyof Linked>;

/** More commits than this by more people than that are a branch of many, not one change. */
const MANY_COMMITS = 200;
const MANY_AUTHORS = 5;

/** Instants in milliseconds UTC; whatever is not known stays null, and so does what another instant refutes. */
export function pullRequestFact(input: PullRequestInput): UnplacedFact {
  const { pullRequest, commits, changes } = input;
  const { openedAt, mergedAt } = pullRequest;
  const { readyAt, draftAgain } = readiness(pullRequest);
  const timeline = {
    openedAt,
    firstCommitAt: firstCommitAt(commits, openedAt, mergedAt),
    readyAt,
    ...reviewInstants(input),
    mergedAt,
    closedAt: pullRequest.state === 'closed' ? pullRequest.closedAt : null,
    deployedAt: deployedAt(input),
  };
  return {
    id: pullRequest.id,
    repositoryId: pullRequest.repositoryId,
    number: pullRequest.number,
    landing: pullRequest.landing,
    leftOut: leftOut(input),
    author: input.author,
    agent: input.agent,
    ...timeline,
    ...draftsWithin(draftAgain, timeline),
    ...pullRequestSize(changes, pullRequest.forge),
    ...reviewAmount(input),
    ciPassedFirst: ciPassedFirst(pullRequest),
  };
}

/** What reached the default branch without a pull request: counted beside the figures, so that they can say how much it is. */
export function directPushFact({ mainline, commit, author, changes }: PushInput): UnplacedFact {
  if (mainline.landedBy === 'pull-request') throw new Error(`${mainline.sha} was landed by a pull request`);
  return {
    id: `${mainline.repositoryId}@${mainline.sha}`,
    repositoryId: mainline.repositoryId,
    number: null,
    landing: null,
    leftOut: mainline.landedBy,
    author,
    agent: false,
    openedAt: null,
    firstCommitAt: firstCommitAt([commit], null, commit.committedAt),
    readyAt: null,
    firstReviewAt: null,
    ownerCheckedAt: null,
    firstBotResponseAt: null,
    approvedAt: null,
    mergedAt: commit.committedAt,
    closedAt: null,
    deployedAt: null,
    draftInPickup: 0,
    draftInReview: 0,
    draftInMerge: 0,
    ...changeSize(changes),
    ...{ reviewRounds: null, reviewComments: null, ciPassedFirst: null },
  };
}

function leftOut({ automation, backPort, longLived, commits }: PullRequestInput): LeftOut | null {
  if (automation) return 'automation';
  if (backPort) return 'back-port';
  return longLived || isBranchOfMany(commits ?? []) ? 'long-lived-branch' : null;
}

/** A deployment before the merge cannot contain it. */
function deployedAt({ pullRequest: { mergedAt }, deployedAt }: PullRequestInput): Instant | null {
  return mergedAt === null || deployedAt === null || deployedAt < mergedAt ? null : deployedAt;
}

/** A force push hides what was checked before it, so that the first commit that is left need not be the first that was checked. */
function ciPassedFirst({ forge }: PullRequest): 0 | 1 | null {
  const result = forge?.firstChecks ?? null;
  if (result === null || forge?.events.some(({ kind }) => kind === 'force-pushed')) return null;
  return result === 'success' ? 1 : result === 'failure' ? 0 : null;
}

function isBranchOfMany(commits: readonly OwnCommit[]): boolean {
  if (commits.length <= MANY_COMMITS) return false;
  return new Set(commits.map(({ author }) => author.email.toLowerCase())).size > MANY_AUTHORS;
}
