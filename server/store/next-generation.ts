import type Database from 'better-sqlite3';

/** The number of the last commit of facts; to be set inside the transaction that commits some. */
export type NextGeneration = { current(): number; next(): number; set(generation: number): void };

export function nextGeneration(db: Database.Database): NextGeneration {
  const read = db.prepare<[], number>('SELECT value FROM generation').pluck();
  const write = db.prepare(
    'INSERT INTO generation (only, value) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET value = excluded.value',
  );
  const current = () => read.get() ?? 0;
  return { current, next: () => current() + 1, set: (generation) => void write.run(generation) };
}
