import type Database from 'better-sqlite3';
import { changesSince } from '../facts/columns/fact-changes.ts';
import { type KeptArray, keptArrays, keptTexts, layoutOf, snapshotKept } from '../facts/columns/kept.ts';
import { type Snapshot, withFacts } from '../facts/columns/snapshot.ts';
import { snapshotBuilder } from '../facts/columns/snapshot-builder.ts';
import type { WeekTable } from '../model/week.ts';
import type { FactTables } from './facts.ts';
import { fence } from './lease.ts';

export type ColumnTables = {
  /** All facts as they are now, packed: out of what was kept of them and what has changed since, else out of every one. */
  snapshot(weeks: WeekTable): Promise<Snapshot>;
  /** Keeps them packed for the next time, unless fewer than `worthKeeping` have changed; true when it did. */
  keepSnapshot(holder: string, weeks: WeekTable, worthKeeping?: number): Promise<boolean>;
};

/** So many facts are read and packed in a tenth of a second. */
const WORTH_KEEPING = 20_000;

export function columnTables(
  db: Database.Database,
  facts: Pick<FactTables, 'generation' | 'allFacts' | 'factsChangedSince'>,
): ColumnTables {
  const hold = fence(db);
  const state = db.prepare<[string], { generation: number; texts: string }>(
    'SELECT generation, texts FROM kept_columns WHERE layout = ?',
  );
  const arrays = db.prepare<[], KeptArray>('SELECT week, name, data FROM kept_column ORDER BY week');
  const changed = db
    .prepare<[number], number>('SELECT count(*) FROM fact_change WHERE generation > ?')
    .pluck();
  // A migration may change what facts mean without touching them.
  const version = db.prepare<[], number>('SELECT max(created_at) FROM __drizzle_migrations').pluck();
  const forget = db.prepare('DELETE FROM kept_column WHERE week = ?');
  const put = db.prepare('INSERT INTO kept_column (week, name, data) VALUES (?, ?, ?)');
  const putState = db.prepare(
    'INSERT OR REPLACE INTO kept_columns (only, layout, generation, texts) VALUES (1, ?, ?, ?)',
  );
  const layout = (weeks: WeekTable) => `${version.get()} ${layoutOf(weeks)}`;

  const kept = db.transaction((weeks: WeekTable): Snapshot | null => {
    const found = state.get(layout(weeks));
    return found === undefined ? null : snapshotKept({ ...found, arrays: arrays.iterate() }, weeks);
  });

  async function packed(weeks: WeekTable): Promise<Snapshot> {
    const generation = await facts.generation();
    const builder = snapshotBuilder(weeks);
    for await (const batch of facts.allFacts()) builder.add(batch);
    return builder.build(generation);
  }

  /** What another process has changed while facts were being read is read once more. */
  async function caughtUp(snapshot: Snapshot): Promise<Snapshot> {
    const changes = await changesSince(snapshot.generation, facts.factsChangedSince);
    return changes === null ? snapshot : withFacts(snapshot, changes);
  }

  return {
    async snapshot(weeks) {
      return caughtUp(kept(weeks) ?? (await packed(weeks)));
    },
    async keepSnapshot(holder, weeks, worthKeeping = WORTH_KEEPING) {
      const name = layout(weeks);
      if ((changed.get(state.get(name)?.generation ?? -1) ?? 0) < worthKeeping) return false;
      const before = kept(weeks);
      const now = await caughtUp(before ?? (await packed(weeks)));
      db.transaction(() => {
        hold(holder);
        const same = new Set(before?.chunks.filter((chunk) => now.chunks.includes(chunk)));
        if (before === null) db.exec('DELETE FROM kept_column');
        for (const chunk of before?.chunks ?? []) if (!same.has(chunk)) forget.run(chunk.week);
        for (const chunk of now.chunks) {
          if (same.has(chunk)) continue;
          for (const { week, name: column, data } of keptArrays(chunk)) put.run(week, column, data);
        }
        putState.run(name, now.generation, keptTexts(now));
      }).immediate();
      return true;
    },
  };
}
