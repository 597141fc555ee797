import type Database from 'better-sqlite3';
import type { Attribution, Evidence, Level } from '../facts/attribution/evidence.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema-attribution.ts';
import { upsert } from './upsert.ts';

/** Attributions by their item and the version of the rules; to be called inside a transaction. */
export type AttributionRows = {
  /** True when the stored row changed. */
  put(id: string, attribution: Attribution): boolean;
  find(id: string, version: string): Attribution | null;
  /** Of every version. */
  drop(id: string): void;
};

type Mark = [
  Evidence['signal'],
  Evidence['tool'],
  Evidence['role'],
  Evidence['strength'],
  Evidence['where'],
  Evidence['commit'],
  Evidence['text'],
];

export type AttributionRow = Omit<
  typeof schema.attribution.$inferSelect,
  'level' | 'strength' | 'excluded'
> & {
  level: Level;
  strength: Attribution['strength'];
  excluded: Attribution['excluded'];
};

export const ATTRIBUTION_COLUMNS = everyColumn(schema.attribution);

export function attributionRows(db: Database.Database): AttributionRows {
  const rows = upsert(db, schema.attribution);
  const find = db.prepare<[string, string], AttributionRow>(
    `SELECT ${ATTRIBUTION_COLUMNS} FROM attribution WHERE id = ? AND rules_version = ?`,
  );
  const drop = db.prepare('DELETE FROM attribution WHERE id = ?');
  return {
    put: (id, attribution) => rows.put(packed(id, attribution)),
    find(id, version) {
      const row = find.get(id, version);
      return row === undefined ? null : unpackedAttribution(row);
    },
    drop: (id) => void drop.run(id),
  };
}

function packed(id: string, { evidence, tools, aiLines, ...rest }: Attribution) {
  const marks = evidence.map(({ signal, tool, role, strength, where, commit, text }): Mark => {
    return [signal, tool, role, strength, where, commit, text];
  });
  return {
    ...rest,
    id,
    tools: JSON.stringify(tools),
    evidence: JSON.stringify(marks),
    aiLines: aiLines?.ai ?? null,
    humanLines: aiLines?.human ?? null,
  };
}

export function unpackedAttribution({ id: _, evidence, tools, ...row }: AttributionRow): Attribution {
  const { aiLines, humanLines, rulesVersion } = row;
  const marks: Mark[] = JSON.parse(evidence);
  return {
    ...row,
    tools: JSON.parse(tools),
    evidence: marks.map(([signal, tool, role, strength, where, commit, text]) => {
      return { signal, tool, role, strength, where, commit, text, rulesVersion };
    }),
    aiLines: aiLines === null || humanLines === null ? null : { ai: aiLines, human: humanLines },
  };
}
