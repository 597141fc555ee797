import type { FactChanges } from '../facts/columns/snapshot.ts';
import type { PullRequestFact } from '../facts/pull-request-fact.ts';
import type { Freshness } from '../model/repository.ts';

/** What answering needs of the store. */
export type FactStore = {
  generation(): Promise<number>;
  /** Changes whenever another process has committed. */
  dataVersion(): Promise<number>;
  /** Every fact, in batches. */
  allFacts(): AsyncIterable<PullRequestFact[]>;
  /** What happened to facts since a generation. */
  factsChangedSince(generation: number): Promise<FactChanges>;
  freshness(): Promise<Freshness[]>;
};
