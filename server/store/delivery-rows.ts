import type Database from 'better-sqlite3';
import type { DeliveredChange, DeliveryInput, DeploymentRow } from '../facts/deployment-input.ts';
import type { DeliveryRules } from '../model/delivery.ts';
import type { Instant } from '../model/instant.ts';

type ChangeRow = Omit<DeliveredChange, 'labels' | 'reverts' | 'incidents'> & {
  number: number;
  labels: string | null;
};
type Revert = { id: string; sha: string };

/** "Reverts acme/shop#12" or "Reverts #12", as a forge writes it into a pull request that takes another one back. */
const REVERTS = /^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d+)\b/m;

/** Reads what the deployment facts of a repository rest on. */
export function deliveryRows(
  db: Database.Database,
): (repositoryId: string, rules: DeliveryRules | null) => DeliveryInput {
  const deployments = db.prepare<[string], Omit<DeploymentRow, 'onBranch'> & { onBranch: number }>(
    `SELECT d.id, d.sha, d.succeeded_at AS succeededAt, b.position, coalesce(d.contains_sha, d.sha) = d.sha AS onBranch
     FROM deployment d JOIN repository r ON r.id = d.repository_id AND r.deployed_by = d.via
       LEFT JOIN branch_place b ON b.repository_id = d.repository_id AND b.sha = coalesce(d.contains_sha, d.sha)
     WHERE d.repository_id = ? AND d.succeeded_at IS NOT NULL ORDER BY d.succeeded_at, d.id`,
  );
  const changes = db.prepare<[string], ChangeRow>(
    `SELECT p.id, p.number, f.deployed_at AS deployedAt, p.opened_at AS openedAt, p.head_branch AS headBranch, d.labels
     FROM pull_request p JOIN pull_request_fact f ON f.id = p.id LEFT JOIN pull_request_detail d ON d.pull_request_id = p.id
     WHERE p.repository_id = ? ORDER BY p.id`,
  );
  const reverting = db.prepare<[string], Revert>(
    `SELECT DISTINCT l.pull_request_id AS id, c.reverted_sha AS sha FROM commit_revert c
       JOIN pull_request_commit l ON l.repository_id = c.repository_id AND l.sha = c.sha
     WHERE c.repository_id = ?`,
  );
  const landed = db
    .prepare<[string, string, string], string>(
      `SELECT pull_request_id FROM pull_request_commit WHERE repository_id = ? AND sha >= ? AND sha < ? LIMIT 1`,
    )
    .pluck();
  const merged = db
    .prepare<[string, string, string], string>(
      `SELECT id FROM pull_request WHERE repository_id = ? AND merge_sha >= ? AND merge_sha < ? LIMIT 1`,
    )
    .pluck();
  const written = db.prepare<[string], { id: string; body: string }>(
    "SELECT id, body FROM pull_request WHERE repository_id = ? AND body LIKE '%Reverts %#%'",
  );
  const incidents = db.prepare<
    { repositoryId: string; labels: string; types: string },
    { id: string; at: Instant }
  >(
    `SELECT DISTINCT k.pull_request_id AS id, i.created_at AS at
     FROM pull_request p JOIN pull_request_key k ON k.pull_request_id = p.id JOIN issue_key ik ON ik.key = k.key
       JOIN issue i ON i.id = ik.issue_id JOIN issue_project j ON j.id = i.project_id
       LEFT JOIN issue_type t ON t.tracker_id = j.tracker_id AND t.id = i.type_id
     WHERE p.repository_id = @repositoryId AND i.deleted_at IS NULL
       AND (lower(t.name) IN (SELECT value FROM json_each(@types))
         OR EXISTS (SELECT 1 FROM json_each(i.labels) WHERE lower(value) IN (SELECT value FROM json_each(@labels))))
     ORDER BY at`,
  );
  const small = (names: readonly string[]) => JSON.stringify(names.map((name) => name.toLowerCase()));

  /** Pull requests that each takes back: by commits that say so, and by what a forge writes into it. */
  function takenBack(repositoryId: string, rows: readonly ChangeRow[]): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const add = (id: string, of: string | undefined) => {
      if (of !== undefined && of !== id) found.set(id, (found.get(id) ?? new Set()).add(of));
    };
    for (const { id, sha } of reverting.all(repositoryId)) {
      // The id may be a short one: all that begin with it lie before it with a letter that no id has.
      const end = `${sha}g`;
      add(id, merged.get(repositoryId, sha, end) ?? landed.get(repositoryId, sha, end));
    }
    const byNumber = new Map(rows.map(({ number, id }) => [number, id]));
    for (const { id, body } of written.all(repositoryId))
      add(id, byNumber.get(Number(REVERTS.exec(body)?.[1])));
    return found;
  }

  return (repositoryId, rules) => {
    const rows = changes.all(repositoryId);
    const reverts = rules === null ? new Map<string, Set<string>>() : takenBack(repositoryId, rows);
    const { labels, issueTypes } = rules?.incidents ?? { labels: [], issueTypes: [] };
    const asked = { repositoryId, labels: small(labels), types: small(issueTypes) };
    const any = labels.length + issueTypes.length > 0;
    const found = Map.groupBy(any ? incidents.all(asked) : [], ({ id }) => id);
    return {
      repositoryId,
      deployments: deployments.all(repositoryId).map((row) => ({ ...row, onBranch: row.onBranch === 1 })),
      changes: rows.map(({ number: _, ...row }) => ({
        ...row,
        labels: row.labels === null ? [] : JSON.parse(row.labels),
        reverts: [...(reverts.get(row.id) ?? [])].sort(),
        incidents: found.get(row.id)?.map(({ at }) => at) ?? [],
      })),
    };
  };
}
