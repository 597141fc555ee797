import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';
import { repository } from './schema.ts';

// What deployments mean: see schema.ts for what all tables have in common.

/** One successful production deployment, measured by the rules of its repository. */
export const deploymentFact = sqliteTable(
  'deployment_fact',
  {
    id: text().primaryKey(),
    repositoryId: text('repository_id').notNull(),
    at: integer().notNull(),
    kind: text().notNull(),
    pullRequests: integer('pull_requests').notNull(),
    failedBy: text('failed_by'),
    recoveredAt: integer('recovered_at'),
    rework: text(),
    /** 1: what it contains is known by the order of commits; 0: by their dates. */
    ordered: integer().notNull(),
  },
  (t) => [index('deployment_fact_by_repository').on(t.repositoryId)],
);

/** What counts as a failure in a repository that deploys, as its deployments were measured by it. */
export const deliveryRule = sqliteTable('delivery_rule', {
  repositoryId: text('repository_id')
    .primaryKey()
    .references(() => repository.id, { onDelete: 'cascade' }),
  /** JSON of `DeliveryRules`; null: not set up. */
  rules: text(),
  /** In which a fact of its deployments last changed. */
  generation: integer().notNull(),
});
