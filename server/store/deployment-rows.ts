import type Database from 'better-sqlite3';
import type { Deployment } from '../model/deployment.ts';
import type { Instant } from '../model/instant.ts';
import { deliveriesChanged } from './deployed-at.ts';
import type { DirtyMarks } from './dirty.ts';
import * as schema from './schema-forge.ts';
import { upsert } from './upsert.ts';

type Reach = Pick<Deployment, 'succeededAt'>;

/** Writes deployments of one repository; returns how many were new or different, and marks once what they may have deployed. */
export function deploymentRows(
  db: Database.Database,
  mark: DirtyMarks,
): (all: readonly Deployment[]) => number {
  const rows = upsert(db, schema.deployment);
  const stored = db.prepare<[string], Reach>(
    'SELECT succeeded_at AS succeededAt FROM deployment WHERE id = ?',
  );
  const firstOnRecord = db
    .prepare<[string, string], Instant | null>(
      'SELECT min(succeeded_at) FROM deployment WHERE repository_id = ? AND via = ?',
    )
    .pluck();
  return (all) => {
    const [some] = all;
    if (!some) return 0;
    const before = firstOnRecord.get(some.repositoryId, some.via) ?? Number.POSITIVE_INFINITY;
    const reaches: Reach[] = [];
    let changed = 0;
    for (const deployment of all) {
      const former = stored.get(deployment.id);
      if (!rows.put(deployment)) continue;
      changed += 1;
      reaches.push(deployment, ...(former ? [former] : []));
    }
    if (changed > 0) {
      deliveriesChanged(db);
      mark.delivery(some.repositoryId);
    }
    const successes = known(reaches.map((one) => one.succeededAt));
    // Nothing that was merged later is in it, whatever the dates of commits say.
    const [since, until] = [Math.min(...successes), Math.max(...successes)];
    // What was merged after the first deployment on record is known to be deployed or not: an older one widens that.
    const reach = since < before ? Number.MAX_SAFE_INTEGER : until;
    if (successes.length > 0) mark.deployed(some.repositoryId, since, reach);
    return changed;
  };
}

function known(instants: readonly (Instant | null)[]): Instant[] {
  return instants.filter((at) => at !== null);
}
