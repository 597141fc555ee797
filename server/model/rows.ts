import type { Commit, CommitNote, CommitSize } from './commit.ts';
import type { Instant } from './instant.ts';
import type { MainlineCommit, PullRequest } from './pull-request.ts';
import type { Repository, RepositoryLimits } from './repository.ts';

/** Rows that a source hands over at once; written in one transaction. */
export type Rows = {
  commits?: readonly Commit[];
  sizes?: readonly CommitSize[];
  pullRequests?: readonly PullRequest[];
  mainline?: readonly MainlineCommit[];
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

/** One repository being read by a source. */
export type Walk = { repository: Repository; steps: AsyncIterable<WalkStep> };

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
};

/** How a long read tells what it is doing; `total` is null when it cannot be known. */
export type Progress = { what: string; done: number; total: number | null };
