import type { Instant } from './instant.ts';

export type Repository = {
  /** `git:HOST/owner/name` of the remote, or `git:/folder` for a clone without one. */
  id: string;
  name: string;
  source: 'git';
  defaultBranch: string;
};

/** What a source could not see of a repository, as sentences for the reader: "Shallow clone: history begins ...". */
export type RepositoryLimits = readonly string[];

/** How far a complete ingest of a repository reaches. */
export type Freshness = {
  repositoryId: string;
  name: string;
  source: string;
  coveredUntil: Instant;
  limits: RepositoryLimits;
};
