import type Database from 'better-sqlite3';
import type { DeploymentFact } from '../facts/deployment-fact.ts';
import type { DeliveryInput } from '../facts/deployment-input.ts';
import type { DeliveryRules } from '../model/delivery.ts';
import { deliveryRows } from './delivery-rows.ts';
import { fence } from './lease.ts';
import { nextGeneration } from './next-generation.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema-delivery.ts';
import { upsert } from './upsert.ts';

export type DeploymentFactTables = {
  /**
   * Measures the deployments of the next repository whose deployments, pull requests or rules have changed, in one transaction.
   * Null: there is none; else how many facts it has and whether any of them changed. `rulesOf`: null, nobody has said what a failure is.
   */
  deriveDeployments(
    holder: string,
    rulesOf: (repository: { id: string; name: string }) => DeliveryRules | null,
    measure: (input: DeliveryInput, rules: DeliveryRules | null) => readonly DeploymentFact[],
  ): Promise<{ facts: number; changed: boolean } | null>;
  /** Something that is another whenever a fact of a deployment, or a rule, is. */
  deliveryVersion(): Promise<string>;
  /** All of them by repository and time, and by which rules each repository was measured; null: no failure is set up there. */
  delivery(): Promise<StoredDelivery>;
};

export type StoredDelivery = {
  /** In which any of it last changed. */
  generation: number;
  facts: readonly DeploymentFact[];
  rules: ReadonlyMap<string, DeliveryRules | null>;
};

type FactRow = Omit<DeploymentFact, 'ordered'> & { ordered: number };
type RuleRow = { repositoryId: string; rules: string | null };

export function deploymentFactTables(db: Database.Database): DeploymentFactTables {
  const hold = fence(db);
  const rowsOf = deliveryRows(db);
  const generation = nextGeneration(db);
  const facts = upsert(db, schema.deploymentFact);
  const rules = upsert(db, schema.deliveryRule);
  const columns = everyColumn(schema.deploymentFact);
  const repositories = db.prepare<[], { id: string; name: string; via: string | null }>(
    'SELECT id, name, deployed_by AS via FROM repository ORDER BY id',
  );
  const ruleRows = db.prepare<[], RuleRow>('SELECT repository_id AS repositoryId, rules FROM delivery_rule');
  const marked = db.prepare<[], string>("SELECT id FROM dirty WHERE kind = 'delivery'").pluck();
  const clean = db.prepare("DELETE FROM dirty WHERE kind = 'delivery' AND id = ?");
  const stored = db.prepare<[string], FactRow>(
    `SELECT ${columns} FROM deployment_fact WHERE repository_id = ? ORDER BY id`,
  );
  const drop = db.prepare('DELETE FROM deployment_fact WHERE id = ?');
  const dropRule = db.prepare('DELETE FROM delivery_rule WHERE repository_id = ?');
  const all = db.prepare<[], FactRow>(
    `SELECT ${columns} FROM deployment_fact ORDER BY repository_id, at, id`,
  );
  const newest = db.prepare<[], number>('SELECT coalesce(max(generation), 0) FROM delivery_rule').pluck();
  const version = db
    .prepare<[], string>(
      "SELECT count(*) || ' ' || coalesce(max(generation), 0) || ' ' || (SELECT count(*) FROM deployment_fact) FROM delivery_rule",
    )
    .pluck();

  function replace(repositoryId: string, fresh: readonly DeploymentFact[]): boolean {
    const kept = new Set(fresh.map(({ id }) => id));
    const gone = stored.all(repositoryId).filter(({ id }) => !kept.has(id));
    for (const { id } of gone) drop.run(id);
    const put = fresh.filter((fact) => facts.put({ ...fact, ordered: Number(fact.ordered) }));
    return gone.length + put.length > 0;
  }

  return {
    async deriveDeployments(holder, rulesOf, measure) {
      return db
        .transaction(() => {
          hold(holder);
          const before = new Map(ruleRows.all().map((row) => [row.repositoryId, row.rules]));
          const dirty = new Set(marked.all());
          const next = repositories.all().find((one) => {
            if (dirty.has(one.id)) return true;
            return one.via === null ? before.has(one.id) : before.get(one.id) !== written(rulesOf(one));
          });
          if (next === undefined) {
            for (const id of dirty) clean.run(id);
            return null;
          }
          const asked = next.via === null ? null : rulesOf(next);
          const fresh = next.via === null ? [] : measure(rowsOf(next.id, asked), asked);
          const others =
            next.via === null ? dropRule.run(next.id).changes > 0 : before.get(next.id) !== written(asked);
          const changed = replace(next.id, fresh) || others;
          if (changed) {
            const upcoming = generation.next();
            generation.set(upcoming);
            if (next.via !== null)
              rules.put({ repositoryId: next.id, rules: written(asked), generation: upcoming });
          }
          clean.run(next.id);
          return { facts: fresh.length, changed };
        })
        .immediate();
    },
    async deliveryVersion() {
      return version.get() ?? '';
    },
    async delivery() {
      return db.transaction(() => ({
        generation: newest.get() ?? 0,
        facts: all.all().map((row) => ({ ...row, ordered: row.ordered === 1 })),
        rules: new Map(ruleRows.all().map((row) => [row.repositoryId, readRules(row)])),
      }))();
    },
  };
}

function written(rules: DeliveryRules | null): string | null {
  return rules === null ? null : JSON.stringify(rules);
}

function readRules({ rules }: RuleRow): DeliveryRules | null {
  return rules === null ? null : JSON.parse(rules);
}
