import type Database from 'better-sqlite3';
import type { BranchKnown, BranchPlace } from '../model/branch-place.ts';
import type { Instant } from '../model/instant.ts';
import type { Rows } from '../model/rows.ts';
import { deliveriesChanged } from './deployed-at.ts';
import type { DirtyMarks } from './dirty.ts';
import * as schema from './schema-forge.ts';
import { upsert } from './upsert.ts';

/** Writes places of commits on the default branch, and marks what a commit merged whose place is new or another one. */
export function branchRows(
  db: Database.Database,
  mark: DirtyMarks,
): (repositoryId: string, branch: NonNullable<Rows['branch']>) => void {
  const rows = upsert(db, schema.branchPlace);
  const merged = db
    .prepare<[string, string], string>(
      'SELECT id FROM pull_request WHERE repository_id = ? AND merge_sha = ?',
    )
    .pluck();
  const deployed = db.prepare<[string], { sha: string; succeededAt: Instant }>(
    `SELECT coalesce(contains_sha, sha) AS sha, succeeded_at AS succeededAt FROM deployment
     WHERE repository_id = ? AND succeeded_at IS NOT NULL`,
  );
  const above = db
    .prepare<[string, number], string>(
      'SELECT sha FROM branch_place WHERE repository_id = ? AND position > ?',
    )
    .pluck();
  const drop = db.prepare('DELETE FROM branch_place WHERE repository_id = ? AND sha = ?');

  return (repositoryId, { places, keepUntil }) => {
    const moved = new Set<string>();
    for (const sha of keepUntil === undefined ? [] : above.all(repositoryId, keepUntil)) {
      drop.run(repositoryId, sha);
      moved.add(sha);
    }
    for (const place of places) {
      if (rows.put({ ...place, first: Number(place.first) })) moved.add(place.sha);
    }
    if (moved.size === 0) return;
    deliveriesChanged(db);
    mark.delivery(repositoryId);
    for (const sha of moved) for (const id of merged.all(repositoryId, sha)) mark.pullRequest(id);
    const successes = deployed.all(repositoryId).filter(({ sha }) => moved.has(sha));
    const at = successes.map(({ succeededAt }) => succeededAt);
    if (at.length > 0) mark.deployed(repositoryId, Math.min(...at), Math.max(...at));
  };
}

type PlaceRow = Omit<BranchPlace, 'first'> & { first: number };

export function branchReader(db: Database.Database): {
  known(repositoryId: string): BranchKnown;
  position(repositoryId: string, sha: string): number | undefined;
} {
  const end = (order: 'ASC' | 'DESC') =>
    db.prepare<[string], PlaceRow>(
      `SELECT repository_id AS repositoryId, sha, position, committed_at AS committedAt, first FROM branch_place
       WHERE repository_id = ? ORDER BY position ${order} LIMIT 1`,
    );
  const [oldest, newest] = [end('ASC'), end('DESC')];
  const firstDeployed = db
    .prepare<[string], Instant | null>(
      `SELECT min(d.succeeded_at) FROM deployment d JOIN repository r ON r.id = d.repository_id AND r.deployed_by = d.via
       WHERE d.repository_id = ?`,
    )
    .pluck();
  const position = db
    .prepare<[string, string], number>(
      'SELECT position FROM branch_place WHERE repository_id = ? AND sha = ?',
    )
    .pluck();
  const placeOf = (row: PlaceRow | undefined): BranchPlace | null =>
    row === undefined ? null : { ...row, first: row.first === 1 };
  return {
    known: (repositoryId) => ({
      newest: placeOf(newest.get(repositoryId)),
      oldest: placeOf(oldest.get(repositoryId)),
      firstDeployedAt: firstDeployed.get(repositoryId) ?? null,
    }),
    position: (repositoryId, sha) => position.get(repositoryId, sha),
  };
}
