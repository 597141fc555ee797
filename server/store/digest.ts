import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core/utils';
import * as schema from './schema.ts';
import * as attribution from './schema-attribution.ts';
import * as delivery from './schema-delivery.ts';
import * as forge from './schema-forge.ts';
import * as issues from './schema-issues.ts';
import * as organisation from './schema-organisation.ts';
import * as usage from './schema-usage.ts';

export type DigestTables = {
  /** SHA-256 over the ordered rows of all tables that hold what was read, stated and measured; not over runs, walks, leases and generations. */
  digest(): Promise<string>;
};

const digested = [
  schema.repository,
  schema.gitCommit,
  schema.commitRevert,
  schema.commitChange,
  schema.commitNote,
  schema.mainlineCommit,
  schema.pullRequest,
  schema.pullRequestCommit,
  ...Object.values(forge),
  // Not the names that were seen with identities: nothing measured rests on them.
  organisation.identityLink,
  organisation.identityPerson,
  organisation.team,
  organisation.teamSpell,
  organisation.repositoryOwner,
  organisation.codeOwners,
  organisation.rollout,
  organisation.rolloutStart,
  issues.tracker,
  issues.issueStatus,
  issues.issueType,
  issues.issueResolution,
  issues.issueProject,
  issues.issue,
  issues.issueKey,
  issues.pullRequestKey,
  usage.toolDay,
  usage.seat,
  schema.pullRequestFact,
  delivery.deploymentFact,
  issues.issueFact,
  attribution.attribution,
];

export function digestOf(db: Database.Database): DigestTables {
  return {
    async digest() {
      const hash = createHash('sha256');
      db.transaction(() => {
        for (const table of digested) {
          const { name, columns, primaryKeys } = getTableConfig(table);
          const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
          const list = columns.map((column) => `"${column.name}"`).join(', ');
          const order = key.map((column) => `"${column.name}"`).join(', ');
          hash.update(`${name}\n`);
          for (const row of db.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${order}`).raw().iterate()) {
            hash.update(`${JSON.stringify(row)}\n`);
          }
        }
      })();
      return hash.digest('hex');
    },
  };
}
