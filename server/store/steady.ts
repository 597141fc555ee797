import type Database from 'better-sqlite3';

/**
 * A statement whose plan outlives the values bound to it. SQLite, built to learn from statistics (`STAT4`), plans a statement anew for
 * each value of a parameter that stands alone beside a comparison or as a limit, which takes several times as long as running it. Nothing is
 * learned here, where no statistics are kept; a sign in front, which changes no value, keeps the parameter from being looked at.
 */
export function steady(sql: string): string {
  return sql.replaceAll(/(?<=[=<>]\s*|\b(?:IS|NOT|BETWEEN|AND|LIMIT|OFFSET)\s+)(?=[?@])/gi, '+');
}

/** Makes all that is prepared through this handle steady. */
export function preparesSteadily(db: Database.Database): Database.Database {
  const prepare = db.prepare.bind(db);
  return Object.defineProperty(db, 'prepare', { value: (sql: string) => prepare(steady(sql)) });
}
