import type { Week, WeekTable } from '../../model/week.ts';
import type { PullRequestFact } from '../pull-request-fact.ts';
import { type ChunkDraft, chunkDraft } from './chunk.ts';
import { chunkWeek, emptySnapshot, inOrder, type Snapshot, withFacts } from './snapshot.ts';

export type SnapshotBuilder = {
  add(facts: readonly PullRequestFact[]): void;
  /** Ends the building; the builder is not used again. */
  build(generation: number): Snapshot;
};

/** Packs a whole store's facts at once: each straight into its week's arrays, without building anything twice. */
export function snapshotBuilder(weeks: WeekTable): SnapshotBuilder {
  const empty = emptySnapshot(weeks);
  const drafts = new Map<Week, ChunkDraft>();
  // Facts that came a second time because another process changed them while they were being read.
  const again: PullRequestFact[] = [];

  function draftOf(week: Week): ChunkDraft {
    const known = drafts.get(week);
    if (known !== undefined) return known;
    const draft = chunkDraft(week);
    drafts.set(week, draft);
    return draft;
  }

  return {
    add(facts) {
      for (const fact of facts) {
        if (empty.lastSeen.has(fact.id)) {
          again.push(fact);
          continue;
        }
        const week = chunkWeek(fact, weeks);
        draftOf(week).add(fact, empty);
        empty.lastSeen.set(fact.id, week);
      }
    },
    build(generation) {
      const chunks = inOrder([...drafts.values()].map((draft) => draft.seal()));
      return withFacts({ ...empty, chunks }, { generation, facts: again, gone: [] });
    },
  };
}
