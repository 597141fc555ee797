import type { Week, WeekTable } from '../../model/week.ts';
import type { Chunk } from './chunk.ts';
import { chunkAnew } from './chunk-anew.ts';
import { chunkDraft } from './chunk-draft.ts';
import { type Dictionaries, dictionaries } from './column.ts';
import type { FactChanges } from './fact-changes.ts';
import type { Item, ItemKind } from './item.ts';
import { carryOver } from './per-chunk.ts';
import { rowsHolding, wantedIds } from './rows-holding.ts';

/** All facts of one kind as one generation of the store had them. A question keeps the snapshot that it began with. */
export type Snapshot = Dictionaries & {
  generation: number;
  weeks: WeekTable;
  /** In the order of their weeks; no two of one week, none empty. */
  chunks: readonly Chunk[];
};

export function emptySnapshot(weeks: WeekTable, kind: ItemKind = 'pull-request'): Snapshot {
  return { generation: 0, weeks, chunks: [], ...dictionaries(kind) };
}

/** A snapshot with facts added, replaced and removed: chunks of untouched weeks are shared, not copied. */
export function withFacts(snapshot: Snapshot, changes: FactChanges): Snapshot {
  const steps = rebuilt(snapshot, changes);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same week by week, some milliseconds each at most, so that others may be served in between. */
export function* rebuilt(
  snapshot: Snapshot,
  { generation, facts, gone }: FactChanges,
): Generator<Week, Snapshot> {
  const { weeks } = snapshot;
  // The last of several states of one fact counts.
  const latest = new Map(facts.map((fact) => [fact.id, fact]));
  const wanted = wantedIds(snapshot, [...latest.keys(), ...gone]);
  const added = Map.groupBy(latest.values(), (fact) => chunkWeek(fact, weeks));
  const before = new Map(snapshot.chunks.map((chunk) => [chunk.week, chunk]));
  const chunks: Chunk[] = [];
  for (const week of new Set([...before.keys(), ...added.keys()])) {
    const chunk = madeAnew(week, before.get(week), added.get(week) ?? []);
    if (chunk !== null) chunks.push(chunk);
    yield week;
  }
  return { ...snapshot, generation, chunks: inOrder(chunks) };

  function madeAnew(week: Week, old: Chunk | undefined, come: readonly Item[]): Chunk | null {
    if (old === undefined) {
      const draft = chunkDraft(week, snapshot.kind, come.length);
      for (const fact of come) draft.add(fact, snapshot);
      return draft.seal(weeks);
    }
    const replaced = rowsHolding(old, wanted);
    if (replaced.size === 0 && come.length === 0) return old;
    const descent = chunkAnew(old, replaced, come, snapshot, weeks);
    if (descent !== null) carryOver(descent);
    return descent?.chunk ?? null;
  }
}

/** The week that a fact is kept under: that of its opening; a clone knows none, then of its merge, else of its first commit. */
export function chunkWeek(fact: Item, weeks: WeekTable): Week {
  const at = fact.openedAt ?? fact.mergedAt ?? fact.firstCommitAt;
  if (at === null) throw new Error(`${fact.id} has no instant at all`);
  return weeks.weekOf(at);
}

export function inOrder(chunks: Iterable<Chunk>): Chunk[] {
  return [...chunks].sort((one, other) => one.week - other.week);
}
