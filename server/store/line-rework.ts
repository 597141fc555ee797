import type Database from 'better-sqlite3';
import type { PullRequestFact } from '../facts/pull-request-fact.ts';
import type { PullRequest } from '../model/pull-request.ts';

type Rework = { watched: number | null; reworked: number | null };

/** Lines of a merge that were watched, and those changed again; both null unless all commits that landed it are known. */
export function lineRework(
  db: Database.Database,
): (one: PullRequest) => Pick<PullRequestFact, 'linesWatched' | 'linesReworked'> {
  const row = db.prepare<[string, string], Rework>(
    'SELECT watched, reworked FROM line_rework WHERE repository_id = ? AND sha = ?',
  );
  return ({ repositoryId, landedShas, mergeSha }) => {
    const shas = landedShas.length > 0 || mergeSha === null ? landedShas : [mergeSha];
    const all = { watched: 0, reworked: 0 };
    for (const sha of shas) {
      const { watched = null, reworked = null } = row.get(repositoryId, sha) ?? {};
      if (watched === null || reworked === null) return { linesWatched: null, linesReworked: null };
      all.watched += watched;
      all.reworked += reworked;
    }
    return shas.length === 0
      ? { linesWatched: null, linesReworked: null }
      : { linesWatched: all.watched, linesReworked: all.reworked };
  };
}
