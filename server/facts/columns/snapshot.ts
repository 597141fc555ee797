import type { Week, WeekTable } from '../../model/week.ts';
import type { PullRequestFact } from '../pull-request-fact.ts';
import { type Chunk, chunkDraft } from './chunk.ts';
import { type Dictionaries, dictionaries } from './column.ts';

/** All facts as one generation of the store had them. A question keeps the snapshot that it began with. */
export type Snapshot = Dictionaries & {
  generation: number;
  weeks: WeekTable;
  /** In the order of their weeks; no two of one week, none empty. */
  chunks: readonly Chunk[];
  /**
   * The week in whose chunk an id was put last by any snapshot that came from the same beginning. Shared by them all and
   * only added to: a hint that is checked before it is believed.
   */
  lastSeen: Map<string, Week>;
};

/** What the store says has happened since a generation. */
export type FactChanges = {
  generation: number;
  facts: readonly PullRequestFact[];
  gone: readonly string[];
};

export function emptySnapshot(weeks: WeekTable): Snapshot {
  return { generation: 0, weeks, chunks: [], lastSeen: new Map(), ...dictionaries() };
}

/** A snapshot with facts added, replaced and removed: chunks of untouched weeks are shared, not copied. */
export function withFacts(snapshot: Snapshot, { generation, facts, gone }: FactChanges): Snapshot {
  // The last of several states of one fact counts.
  const latest = new Map(facts.map((fact) => [fact.id, fact]));
  const replaced = new Map<Week, Set<string>>();
  for (const id of [...latest.keys(), ...gone]) {
    const week = weekHolding(snapshot, id);
    if (week !== null) entry(replaced, week, () => new Set<string>()).add(id);
  }
  const added = Map.groupBy(latest.values(), (fact) => chunkWeek(fact, snapshot.weeks));

  const chunks = new Map(snapshot.chunks.map((chunk) => [chunk.week, chunk]));
  for (const week of new Set([...replaced.keys(), ...added.keys()])) {
    const draft = chunkDraft(week);
    const before = chunks.get(week);
    const without = replaced.get(week);
    before?.ids.forEach((id, row) => {
      if (!without?.has(id)) draft.copy(before, row);
    });
    for (const fact of added.get(week) ?? []) {
      draft.add(fact, snapshot);
      snapshot.lastSeen.set(fact.id, week);
    }
    const chunk = draft.seal();
    if (chunk.size > 0) chunks.set(week, chunk);
    else chunks.delete(week);
  }
  return { ...snapshot, generation, chunks: inOrder(chunks.values()) };
}

/** The week that a fact is kept under: that of its opening; a clone knows none, then of its merge, else of its first commit. */
export function chunkWeek(fact: PullRequestFact, weeks: WeekTable): Week {
  const at = fact.openedAt ?? fact.mergedAt ?? fact.firstCommitAt;
  if (at === null) throw new Error(`${fact.id} has no instant at all`);
  return weeks.weekOf(at);
}

export function inOrder(chunks: Iterable<Chunk>): Chunk[] {
  return [...chunks].sort((one, other) => one.week - other.week);
}

function weekHolding(snapshot: Snapshot, id: string): Week | null {
  const hint = snapshot.lastSeen.get(id);
  if (hint === undefined) return null;
  const holds = (chunk: Chunk) => chunk.ids.includes(id);
  const hinted = snapshot.chunks.find((chunk) => chunk.week === hint);
  if (hinted !== undefined && holds(hinted)) return hint;
  return snapshot.chunks.find(holds)?.week ?? null;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
