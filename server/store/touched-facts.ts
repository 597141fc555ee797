import type Database from 'better-sqlite3';
import type { OrganisationState } from '../model/organisation.ts';

/** Counts what an edit of the organisation can place elsewhere; an account that has another of the same person counts alone. */
export function touchedFacts(db: Database.Database): OrganisationState['touched'] {
  const by = (where: string) =>
    db.prepare<[string], number>(`SELECT count(*) FROM pull_request_fact WHERE ${where}`).pluck();
  const author = by('author = ?');
  const unplaced = by("repository_id = ? AND (team_basis IS NULL OR team_basis = 'repository')");
  const all = db.prepare<[], number>('SELECT count(*) FROM pull_request_fact').pluck();
  const sum = (statement: typeof author, ids: readonly string[]) =>
    ids.reduce((total, id) => total + (statement.get(id) ?? 0), 0);
  return ({ identities, repositories }) => ({
    facts: sum(author, identities) + sum(unplaced, repositories),
    of: all.get() ?? 0,
  });
}
