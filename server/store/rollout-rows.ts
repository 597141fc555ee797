import type Database from 'better-sqlite3';
import type { Rollout, RolloutKind, RolloutStart } from '../model/rollout.ts';
import * as schema from './schema-organisation.ts';
import { upsert } from './upsert.ts';

type RolloutRow = { id: string; name: string; tool: string | null; kind: RolloutKind; draw: string | null };

/** To be called inside a transaction, as both are of several statements. */
export function rolloutRows(db: Database.Database): {
  all(): Rollout[];
  /** In place of those before. */
  replace(rollouts: readonly Rollout[]): void;
} {
  const rows = db.prepare<[], RolloutRow>('SELECT id, name, tool, kind, draw FROM rollout ORDER BY name, id');
  const starts = db.prepare<[string], RolloutStart>(
    'SELECT team_id AS teamId, day FROM rollout_start WHERE rollout_id = ? ORDER BY team_id',
  );
  const clear = db.prepare('DELETE FROM rollout');
  const rollouts = upsert(db, schema.rollout);
  const rolloutStarts = upsert(db, schema.rolloutStart);
  return {
    all: () =>
      rows.all().map(({ draw, ...row }) => ({
        ...row,
        starts: starts.all(row.id),
        draw: draw === null ? null : JSON.parse(draw),
      })),
    replace(all) {
      clear.run();
      for (const { starts, draw, ...row } of all) {
        rollouts.put({ ...row, draw: draw === null ? null : JSON.stringify(draw) });
        for (const { teamId, day } of starts) rolloutStarts.put({ rolloutId: row.id, teamId, day });
      }
    },
  };
}
