import type { Week, WeekTable } from '../../model/week.ts';
import { type ChunkDraft, chunkDraft } from './chunk-draft.ts';
import type { Item, ItemKind } from './item.ts';
import { chunkWeek, emptySnapshot, inOrder, type Snapshot } from './snapshot.ts';

export type SnapshotBuilder = {
  /** No fact twice. */
  add(items: readonly Item[]): void;
  /** Ends the building; the builder is not used again. */
  build(generation: number): Snapshot;
};

/** Packs a whole store's facts at once: each straight into its week's arrays, without building anything twice. */
export function snapshotBuilder(weeks: WeekTable, kind: ItemKind = 'pull-request'): SnapshotBuilder {
  const empty = emptySnapshot(weeks, kind);
  const drafts = new Map<Week, ChunkDraft>();

  function draftOf(week: Week): ChunkDraft {
    const known = drafts.get(week);
    if (known !== undefined) return known;
    const draft = chunkDraft(week, kind);
    drafts.set(week, draft);
    return draft;
  }

  return {
    add(items) {
      for (const item of items) draftOf(chunkWeek(item, weeks)).add(item, empty);
    },
    build(generation) {
      const chunks = [...drafts.values()].flatMap((draft) => draft.seal(weeks) ?? []);
      return { ...empty, generation, chunks: inOrder(chunks) };
    },
  };
}
