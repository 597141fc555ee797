import type { Instant } from './instant.ts';

/** One commit among the first parents of the default branch, as a forge tells it: what landed, in the order of landing. */
export type BranchPlace = {
  repositoryId: string;
  sha: string;
  /** Greater than that of every commit that landed before it; where the numbers begin means nothing. */
  position: number;
  /** By the clock of whoever made it. */
  committedAt: Instant;
  /** It has no parent: the branch begins here. */
  first: boolean;
};

/** How far the order of the commits on a default branch is known, and from when on it matters. */
export type BranchKnown = {
  newest: BranchPlace | null;
  oldest: BranchPlace | null;
  /** When the first deployment on record succeeded; null: none has. */
  firstDeployedAt: Instant | null;
};
