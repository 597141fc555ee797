import type { AccountTeams } from './account-team.ts';
import type { BranchKnown, BranchPlace } from './branch-place.ts';
import type { Commit, CommitNote, CommitSize, LineRework } from './commit.ts';
import type { Deployment, DeploymentPlace } from './deployment.ts';
import type { Instant } from './instant.ts';
import type { Issue, IssueProject, IssueStatus, KnownProject, TrackerVocabulary } from './issue.ts';
import type { MainlineCommit, PullRequest } from './pull-request.ts';
import type { KnownRepository, Repository, RepositoryLimits } from './repository.ts';
import type { UsageWalk } from './tool-usage.ts';

/** Rows that a source hands over at once; written in one transaction. */
export type Rows = {
  commits?: readonly Commit[];
  sizes?: readonly CommitSize[];
  rework?: readonly LineRework[];
  pullRequests?: readonly PullRequest[];
  mainline?: readonly MainlineCommit[];
  deployments?: readonly Deployment[];
  /** Commits of the default branch by their place in it; one that was placed above `keepUntil` before is no longer part of it. */
  branch?: { places: readonly BranchPlace[]; keepUntil?: number };
  /** Where this walk is going, in the source's own words; remembered until it ends, so that the next one knows of it. */
  towards?: string;
};

/** The end of a complete walk of one repository: saved in one transaction with the cursor. */
export type WalkEnd = {
  /** The source's own; opaque to the store. */
  cursor: string;
  coveredUntil: Instant;
  limits: RepositoryLimits;
  /** A walk from the beginning: whatever of this repository it did not name is gone. Null: only additions. */
  replaces: {
    commits: ReadonlySet<string>;
    pullRequests: ReadonlySet<string>;
    mainlineLength: number;
  } | null;
  /** All notes of the repository, when they changed; null: as before. */
  notes: readonly CommitNote[] | null;
};

export type WalkStep = { rows: Rows } | { end: WalkEnd };

/** One repository being read by a source; a SourceError thrown by its steps concerns this repository alone. */
export type Walk = { repository: Repository; steps: AsyncIterable<WalkStep> };

/** Issues that a source hands over at once; written in one transaction. */
export type IssueRows = {
  issues: readonly Issue[];
  /** Statuses that these issues once had and the tracker no longer lists. */
  statuses?: readonly IssueStatus[];
  /** As in `Rows`. */
  towards?: string;
};

/** The end of a complete walk of one project: saved in one transaction with the cursor. */
export type ProjectEnd = {
  /** The source's own; opaque to the store. */
  cursor: string;
  coveredUntil: Instant;
  limits: RepositoryLimits;
  /** Ids of all issues that there are, when they were asked for: any other of the project was deleted. Null: not asked. */
  present: ReadonlySet<string> | null;
};

export type ProjectStep = { rows: IssueRows } | { end: ProjectEnd };

/** One project being read by a source; a SourceError thrown by its steps concerns this project alone. */
export type ProjectWalk = {
  project: IssueProject;
  steps: AsyncIterable<ProjectStep>;
  /** The same run hands over the work that its issues rest on: they are measured with that, once. */
  workFollows?: true;
};

/** What one run of a source hands over: its repositories one after another, and what belongs to none or to one that is lost. */
export type ReadingStep =
  | { walk: Walk }
  | { teams: AccountTeams }
  /** What the ids of a tracker stand for; before the first of its projects. */
  | { vocabulary: TrackerVocabulary }
  | { project: ProjectWalk }
  /** Who used which tool, as its vendor tells. */
  | { usage: UsageWalk }
  /** A repository that can no longer be read; what is stored of it stays. `why` is a sentence. */
  | { lost: { repositoryId: string; why: string } }
  /** So for a project. */
  | { lostProject: { projectId: string; why: string } }
  /** Something that this run leaves out, as a sentence for the reader. */
  | { leftOut: string };

/**
 * A source being read. A SourceError thrown by `steps` itself ends this source; with code `stopped-early` it is no failure:
 * all that was read is saved and the next run carries on.
 */
export type Reading = { steps: AsyncIterable<ReadingStep>; usage(): Usage };

/** What a run has cost so far. */
export type Usage = {
  requests: number;
  /** Of the source's own allowance; null: it has none. */
  points: number | null;
  waits: readonly { why: string; seconds: number }[];
};

/** One commit of the default branch; `work`: the pull request that it is a part of, else it alone. */
export type MainlinePlace = { position: number; sha: string; work: string; committedAt: Instant };

/** What a source may ask about rows that are stored already, so that it can carry on where it was. */
export type StoredRows = {
  /** The cursor saved at the end of the last complete walk. */
  cursor(repositoryId: string): Promise<string | null>;
  /** Where a walk was going that began after that cursor and never ended. */
  towards(repositoryId: string): Promise<string | null>;
  /** Of these pull requests, those stored, with their merge commit. */
  mergeShas(pullRequestIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Of these commits, those whose size is stored already; one that was unknown may be known by now. */
  sized(repositoryId: string, shas: readonly string[]): Promise<ReadonlySet<string>>;
  /** Place on the default branch behind the last commit of which it is known how many lines were changed again. */
  watchedUntil(repositoryId: string): Promise<number>;
  /** The default branch from a place on, `limit` commits at most. */
  mainlineFrom(repositoryId: string, position: number, limit: number): Promise<readonly MainlinePlace[]>;
  /** Every repository that a source has read, whose id begins with `prefix`. */
  repositories(prefix: string): Promise<KnownRepository[]>;
  /** Of these commits, those that merged a stored pull request into the default branch, with their committer date. */
  landedAt(repositoryId: string, shas: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** Of these deployments, those stored with a known `containsUntil`. */
  placedDeployments(ids: readonly string[]): Promise<ReadonlyMap<string, DeploymentPlace>>;
  /** How far the order of commits on the default branch is stored. */
  branchKnown(repositoryId: string): Promise<BranchKnown>;
  /** Of these commits, those whose place on the default branch is stored. */
  branchPositions(repositoryId: string, shas: readonly string[]): Promise<ReadonlyMap<string, number>>;
};

/** What a source of issues may ask so. */
export type StoredProjects = {
  /** Every project that a source has read, whose id begins with `prefix`. */
  projects(prefix: string): Promise<KnownProject[]>;
};

/** How a long read tells what it is doing; `total` is null when it cannot be known. */
export type Progress = {
  what: string;
  done: number;
  total: number | null;
  /** Rows that the source has handed over since the run began. */
  rows?: number;
  /** An outside system asks to wait until then. */
  waitsUntil?: Instant;
};
