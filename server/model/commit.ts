import type { Instant } from './instant.ts';

/** A name and an e-mail exactly as git recorded them: no mailmap, no forge's resolution. */
export type GitIdentity = { name: string; email: string };

export type Commit = {
  repositoryId: string;
  sha: string;
  /** Null: not told (a forge asks a high price for them). */
  parents: readonly string[] | null;
  author: GitIdentity;
  /** The account that the forge takes the author for; null: none, or not told. */
  authorLogin: string | null;
  authoredAt: Instant;
  committer: GitIdentity;
  committedAt: Instant;
  /** The whole message, trailers included. */
  message: string;
  /** Full or short ids named by "This reverts commit ...". */
  reverts: readonly string[];
};

/** One file of one commit's difference from its first parent; null lines: a binary file. */
export type FileChange = {
  path: string;
  additions: number | null;
  deletions: number | null;
};

/** What a commit changed; null files: the clone does not hold the contents, so the size is unknown. */
export type CommitSize = {
  repositoryId: string;
  sha: string;
  files: readonly FileChange[] | null;
};

/**
 * Of the lines that a commit brought to the default branch: those watched for 21 days, and of these those changed again in them.
 * Null: its difference could not be read, or it changes so much that its lines tell nothing.
 */
export type LineRework = {
  repositoryId: string;
  sha: string;
  watched: number | null;
  reworked: number | null;
};

/** The text that `refs/notes/ai` attaches to a commit. */
export type CommitNote = { repositoryId: string; sha: string; text: string };
