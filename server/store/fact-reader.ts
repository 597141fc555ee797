import type Database from 'better-sqlite3';

/** Reads the facts of one table. */
export type FactReader<Fact> = {
  /** All in batches of some thousands, in no order. */
  all(): AsyncIterable<Fact[]>;
  /** Those that changed or went in the next generations after one: some thousands, up to the generation told; that one: none. */
  changedSince(since: number): { generation: number; facts: Fact[]; gone: string[] };
};

/** By the names of the schema alone: what stands here goes into SQL as it is. */
export type FactTable = { facts: string; changes: string; columns: string };

const BATCH = 5000;
/** Changed facts that are read at once, give or take a generation. */
const CHANGES = 1000;

export function factReader<Row extends object, Fact>(
  db: Database.Database,
  { facts, changes, columns }: FactTable,
  unpack: (row: Row) => Fact,
): FactReader<Fact> {
  // In the order in which they lie in the file, which is not that of their ids.
  const page = db.prepare<[number, number], Row & { place: number }>(
    `SELECT rowid AS place, ${columns} FROM ${facts} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const reach = db
    .prepare<[number, number], number | null>(
      `SELECT max(generation) FROM (SELECT generation FROM ${changes} WHERE generation > ? ORDER BY generation LIMIT ?)`,
    )
    .pluck();
  const changed = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM ${facts} WHERE id IN (SELECT id FROM ${changes} WHERE generation > ? AND generation <= ?)`,
  );
  const gone = db
    .prepare<[number, number], string>(
      `SELECT id FROM ${changes} WHERE generation > ? AND generation <= ? AND id NOT IN (SELECT id FROM ${facts})`,
    )
    .pluck();
  const read = db.transaction((since: number) => {
    const until = reach.get(since, CHANGES) ?? since;
    return {
      generation: until,
      facts: changed.all(since, until).map(unpack),
      gone: gone.all(since, until),
    };
  });
  return {
    async *all() {
      let after = 0;
      for (;;) {
        const batch = page.all(after, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        after = last.place;
        yield batch.map(unpack);
      }
    },
    changedSince: (since) => read(since),
  };
}

/** Few sets place all work: each text of one, a JSON array, is read once, and the set shared. */
export function sharedSets(): (json: string) => readonly string[] {
  const sets = new Map<string, readonly string[]>();
  return (json) => {
    const known = sets.get(json);
    if (known !== undefined) return known;
    const set: readonly string[] = JSON.parse(json);
    sets.set(json, set);
    return set;
  };
}
