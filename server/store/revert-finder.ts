import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';
import type { PullRequest } from '../model/pull-request.ts';

export type RevertFinder = {
  /** The first landing at or after the merge of what takes a pull request back; null: there is none. */
  find(one: PullRequest, mergedAt: Instant): Instant | null;
  /** To be called when what is taken back in a repository has changed. */
  changed(repositoryId: string): void;
};

/** What is taken back in one repository: few things, so that most pull requests are looked up without a question. */
type Taken = { targets: ReadonlySet<string>; beginnings: ReadonlySet<string> };

/** The shortest beginning of an id that counts as one. */
const SHORT = 7;

/** Of several pull requests with the same title the last one before the revert is meant. */
export function revertFinder(db: Database.Database): RevertFinder {
  const all = db
    .prepare<[string], string>('SELECT target FROM revert_target WHERE repository_id = ?')
    .pluck();
  const exact = db
    .prepare<[string, string, string, Instant], Instant>(
      `SELECT landed_at FROM revert_target WHERE repository_id = ? AND target = ? AND "by" <> ? AND landed_at >= ?
       ORDER BY landed_at LIMIT 1`,
    )
    .pluck();
  const byId = db
    .prepare<[{ repositoryId: string; sha: string; id: string; mergedAt: Instant }], Instant>(
      `SELECT landed_at FROM revert_target WHERE repository_id = @repositoryId
         AND target BETWEEN substr(@sha, 1, ${SHORT}) AND @sha
         AND substr(@sha, 1, length(target)) = target AND "by" <> @id AND landed_at >= @mergedAt
       ORDER BY landed_at LIMIT 1`,
    )
    .pluck();
  const namesake = db
    .prepare<[string, string, string, Instant, Instant], number>(
      `SELECT 1 FROM pull_request WHERE repository_id = ? AND title = ? AND id <> ? AND merged_at > ? AND merged_at <= ?
       LIMIT 1`,
    )
    .pluck();
  // Prepared once: asked anew through `pragma` it costs more than what it saves.
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  const known = new Map<string, Taken>();
  let state: number | undefined;

  function taken(repositoryId: string): Taken {
    // Another process may have measured meanwhile.
    const now = version.get();
    if (now !== state) known.clear();
    state = now;
    const before = known.get(repositoryId);
    if (before !== undefined) return before;
    const targets = all.all(repositoryId);
    const found = {
      targets: new Set(targets),
      beginnings: new Set(targets.map((one) => one.slice(0, SHORT))),
    };
    known.set(repositoryId, found);
    return found;
  }

  function byTitle({ id, repositoryId, title }: PullRequest, mergedAt: Instant): Instant | undefined {
    const at = exact.get(repositoryId, `"${title}`, id, mergedAt);
    if (at === undefined) return undefined;
    return namesake.get(repositoryId, title, id, mergedAt, at) === undefined ? at : undefined;
  }

  return {
    find(one, mergedAt) {
      const { id, repositoryId, number, title, mergeSha, ownShas, landedShas } = one;
      const { targets, beginnings } = taken(repositoryId);
      const shas = new Set([...(mergeSha === null ? [] : [mergeSha]), ...landedShas, ...(ownShas ?? [])]);
      const found = [
        targets.has(`#${number}`) ? exact.get(repositoryId, `#${number}`, id, mergedAt) : undefined,
        targets.has(`"${title}`) ? byTitle(one, mergedAt) : undefined,
        ...[...shas]
          .filter((sha) => beginnings.has(sha.slice(0, SHORT)))
          .map((sha) => byId.get({ repositoryId, sha, id, mergedAt })),
      ].filter((at) => at !== undefined);
      return found.length === 0 ? null : Math.min(...found);
    },
    changed: (repositoryId) => void known.delete(repositoryId),
  };
}
