import type { Instant } from './instant.ts';

export type Repository = {
  /**
   * `git:HOST/owner/name` of a clone's remote, or `git:/folder` for a clone without one; `github:HOST/owner/name`, by the name
   * that it was first read under: it keeps this id when it is renamed or transferred; `demo:example.com/northwind/name`.
   */
  id: string;
  name: string;
  source: 'git' | 'github' | 'demo';
  defaultBranch: string;
  /** The source's own lasting id, which a new name does not change; null: the source has none. */
  externalId: string | null;
  /** How its deployments are known (`Deployment.via`); null: not set up. */
  deployedBy: string | null;
  /** Text of the CODEOWNERS on its default branch; null: it has none. */
  codeOwners: string | null;
};

/** A repository that an earlier run has read. */
export type KnownRepository = Repository & {
  /** Cursor of its last complete walk; null: none was completed. */
  cursor: string | null;
  /** Where a walk that never ended was going. */
  towards: string | null;
};

/** What a source could not see of a repository, as sentences for the reader: "Shallow clone: history begins ...". */
export type RepositoryLimits = readonly string[];

/** How far reading a repository has come. */
export type RepositoryReading = Pick<Repository, 'id' | 'name' | 'source'> & {
  /** How far its last complete walk reaches; null: none was completed yet. */
  coveredUntil: Instant | null;
  /** Why it can no longer be read, as a sentence; null: it can. */
  lost: string | null;
  limits: RepositoryLimits;
};

/** How far a complete ingest of a repository reaches. */
export type Freshness = {
  repositoryId: string;
  name: string;
  source: string;
  coveredUntil: Instant;
  limits: RepositoryLimits;
  /** How its deployments are known; null: not set up. */
  deployedBy: string | null;
};
