import type { Account } from '../../model/account.ts';
import type { Commit, FileChange, GitIdentity, LineRework } from '../../model/commit.ts';
import { DAY, type Instant } from '../../model/instant.ts';
import type { Checks, ForgeDetails, PullRequest } from '../../model/pull-request.ts';
import type { PullRequestEvent } from '../../model/review.ts';
import { sha, withTrailers } from './commits.ts';
import type { Fate } from './fate.ts';
import type { Landed } from './kinds.ts';
import type { DemoRepository } from './repositories.ts';
import type { Reviewing } from './reviews.ts';

/** A pull request told to its end, even where that lies after the data. */
export type Story = {
  repository: DemoRepository;
  number: number;
  title: string;
  body: string;
  base: string;
  branch: string;
  account: Account;
  author: GitIdentity;
  assignees: readonly string[];
  labels: readonly string[];
  closes: readonly string[];
  openedAt: Instant;
  fate: Fate;
  files: readonly FileChange[];
  reviewing: Reviewing;
  commits: readonly Commit[];
  forcePushedAt: Instant | null;
  /** At the end of the message of the commit that lands it. */
  trailers: readonly string[];
  reverts: readonly string[];
  mergedBy: Account;
  checks: Checks;
  firstChecks: Checks;
  /** Share of its lines that is changed again within three weeks. */
  reworked: number;
};

export type Told = {
  pullRequest: PullRequest;
  commits: readonly Commit[];
  landed: Landed | null;
  /** Null: not so long ago. */
  rework: LineRework | null;
};

const FORGE: GitIdentity = { name: 'GitHub', email: 'noreply@github.com' };
const MERGE_COMMIT = 999;

export function idOf(repository: DemoRepository, number: number): string {
  return `${repository.row.id}#${number}`;
}

/** What can be seen of a story at `until`: whatever comes later has not happened, so that late work is open and not absent. */
export function toldUntil(story: Story, until: Instant): Told {
  const { repository, number, title, openedAt, fate } = story;
  const ended = fate.endsAt <= until;
  const merged = ended && fate.end === 'merged';
  const own = story.commits.filter(({ committedAt }) => committedAt <= until);
  const landing = merged ? landingCommit(story) : null;
  const pullRequest: PullRequest = {
    id: idOf(repository, number),
    repositoryId: repository.row.id,
    number,
    title,
    body: story.body,
    state: merged ? 'merged' : ended ? 'closed' : 'open',
    landing: merged ? (repository.squashes ? 'squash' : 'merge') : null,
    baseBranch: story.base,
    headBranch: story.branch,
    fromFork: false,
    author: null,
    openedAt,
    mergedAt: merged ? fate.endsAt : null,
    closedAt: ended ? fate.endsAt : null,
    mergeSha: landing?.sha ?? null,
    landedShas: [],
    ownShas: own.map((commit) => commit.sha),
    forge: detailsOf(story, own, until),
  };
  const landed =
    landing === null || story.base !== repository.row.defaultBranch
      ? null
      : { id: pullRequest.id, number, title, sha: landing.sha, mergedAt: fate.endsAt, files: story.files };
  const commits = landing === null ? own : [...own, landing];
  return { pullRequest, commits, landed, rework: landing === null ? null : reworkOf(story, landing, until) };
}

/** As a clone would tell it of the lines added. */
function reworkOf({ files, reworked }: Story, { repositoryId, sha, committedAt }: Commit, until: Instant) {
  if (until - committedAt < 21 * DAY) return null;
  const watched = files.reduce((sum, { additions }) => sum + (additions ?? 0), 0);
  return { repositoryId, sha, watched, reworked: Math.round(watched * reworked) };
}

function detailsOf(story: Story, own: readonly Commit[], until: Instant): ForgeDetails {
  const { fate, reviewing, files } = story;
  const ended = fate.endsAt <= until;
  const reviews = reviewing.reviews.filter(({ submittedAt }) => submittedAt <= until);
  const comments = reviewing.comments.filter(({ at }) => at <= until);
  const events = eventsOf(story).filter(({ at }) => at <= until);
  const happened = [
    ...[story.openedAt, ended ? fate.endsAt : story.openedAt],
    ...reviews.map(({ submittedAt }) => submittedAt),
    ...[...comments, ...events].map(({ at }) => at),
  ];
  return {
    account: story.account,
    mergedBy: ended && fate.end === 'merged' ? story.mergedBy : null,
    assignees: story.assignees,
    labels: story.labels,
    closes: story.closes,
    draft: isDraft(fate, Math.min(until, fate.endsAt)),
    updatedAt: Math.max(...happened),
    headSha: own.at(-1)?.sha ?? null,
    additions: files.reduce((sum, { additions }) => sum + (additions ?? 0), 0),
    deletions: files.reduce((sum, { deletions }) => sum + (deletions ?? 0), 0),
    changedFiles: files.length,
    commentCount: comments.length,
    reviews,
    events,
    comments,
    files,
    checks: story.checks,
    firstChecks: story.firstChecks,
  };
}

function eventsOf({
  fate: { readyAt, draftAgain, endsAt },
  reviewing,
  forcePushedAt,
}: Story): PullRequestEvent[] {
  const { reviewer, askedAt } = reviewing;
  const events: PullRequestEvent[] = [
    ...(readyAt === null ? [] : [{ kind: 'ready' as const, at: readyAt }]),
    ...(reviewer === null ? [] : [{ kind: 'review-requested' as const, at: askedAt }]),
    ...(forcePushedAt === null ? [] : [{ kind: 'force-pushed' as const, at: forcePushedAt }]),
    ...(draftAgain === null
      ? []
      : [
          { kind: 'draft' as const, at: draftAgain.from },
          { kind: 'ready' as const, at: draftAgain.to },
        ]),
  ];
  return events.filter(({ at }) => at <= endsAt).sort((one, other) => one.at - other.at);
}

function isDraft({ readyAt, draftAgain }: Fate, at: Instant): boolean {
  if (readyAt !== null && readyAt > at) return true;
  return draftAgain !== null && draftAgain.from <= at && at < draftAgain.to;
}

function landingCommit(story: Story): Commit {
  const { repository, number, title, branch, fate, reverts } = story;
  const reverting = reverts.map((reverted) => `\n\nThis reverts commit ${reverted}.`).join('');
  const message = repository.squashes
    ? withTrailers(`${title} (#${number})${reverting}`, story.trailers)
    : `Merge pull request #${number} from northwind/${branch}\n\n${title}`;
  return {
    repositoryId: repository.row.id,
    sha: sha(repository.seed, number, MERGE_COMMIT),
    parents: null,
    author: story.author,
    authorLogin: story.account.kind === 'user' ? story.account.login : null,
    authoredAt: fate.endsAt,
    committer: FORGE,
    committedAt: fate.endsAt,
    message,
    reverts: repository.squashes ? reverts : [],
  };
}
