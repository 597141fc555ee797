import type { Instant } from '../../model/instant.ts';

/** A deployment, release or run, before it is known what it contains. */
export type Delivered = {
  /** GitHub's id, by which it can be asked for again. */
  id: string;
  kind: 'deployment' | 'release' | 'run';
  createdAt: Instant;
  sha: string;
  /** Null: it has not succeeded. */
  succeededAt: Instant | null;
};
