import type Database from 'better-sqlite3';
import {
  type DeploymentReach,
  deploymentReach,
  type MergePlace,
  type Reached,
} from '../facts/deployment-reach.ts';
import type { Instant } from '../model/instant.ts';

/** Deployments and branches written through each handle, so that what was worked out of them is known to be outdated. */
const written = new WeakMap<Database.Database, number>();

/** To be called whenever a deployment or a place on a branch was written. */
export function deliveriesChanged(db: Database.Database): void {
  written.set(db, (written.get(db) ?? 0) + 1);
}

type Merge = MergePlace & { repositoryId: string; via: string };

/** When a merged pull request was first deployed; null: never, or not known. */
export function deployedAt(db: Database.Database): (pullRequestId: string) => Instant | null {
  // A merge into another branch than the default one is in no deployment that is known to contain the default branch.
  const merge = db.prepare<[string], Merge>(
    `SELECT p.repository_id AS repositoryId, r.deployed_by AS via, b.position, c.committed_at AS committedAt
     FROM pull_request p
       JOIN repository r ON r.id = p.repository_id AND r.default_branch = p.base_branch AND r.deployed_by IS NOT NULL
       JOIN git_commit c ON c.repository_id = p.repository_id AND c.sha = p.merge_sha
       LEFT JOIN branch_place b ON b.repository_id = p.repository_id AND b.sha = p.merge_sha
     WHERE p.id = ? AND p.merged_at IS NOT NULL`,
  );
  const deployments = db.prepare<[string, string], Reached>(
    `SELECT d.succeeded_at AS succeededAt, d.contains_until AS containsUntil, b.position
     FROM deployment d LEFT JOIN branch_place b
       ON b.repository_id = d.repository_id AND b.sha = coalesce(d.contains_sha, d.sha)
     WHERE d.repository_id = ? AND d.via = ? AND d.succeeded_at IS NOT NULL ORDER BY d.succeeded_at, d.id`,
  );
  // Prepared once: asked anew through `pragma` it would cost more than all else here.
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  let state = '';
  const reaches = new Map<string, DeploymentReach>();

  return (pullRequestId) => {
    const found = merge.get(pullRequestId);
    if (found === undefined) return null;
    const now = `${version.get()} ${written.get(db) ?? 0}`;
    if (now !== state) reaches.clear();
    state = now;
    const { repositoryId, via } = found;
    const known = reaches.get(`${repositoryId} ${via}`);
    const reach = known ?? deploymentReach(deployments.all(repositoryId, via));
    if (known === undefined) reaches.set(`${repositoryId} ${via}`, reach);
    return reach(found);
  };
}
