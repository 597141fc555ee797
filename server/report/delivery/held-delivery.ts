import type { DeploymentFact } from '../../facts/deployment-fact.ts';
import { type DeploymentColumns, deploymentColumns } from '../../metrics/delivery/deployment-weeks.ts';
import type { DeliveryRules } from '../../model/delivery.ts';
import type { WeekTable } from '../../model/week.ts';

/** What is stored of deployments and of what they mean. */
export type StoredDelivery = {
  /** In which any of it last changed. */
  generation: number;
  facts: readonly DeploymentFact[];
  /** By which rules each repository that deploys was measured; null: no failure is set up there. */
  rules: ReadonlyMap<string, DeliveryRules | null>;
};

/** What questions about deployments are answered from. */
export type HeldDelivery = StoredDelivery & {
  /** Another one whenever any of it is another. */
  version: string;
  columns: DeploymentColumns;
};

/** What holding it needs of the store. */
export type DeliveryStore = {
  deliveryVersion(): Promise<string>;
  delivery(): Promise<StoredDelivery>;
};

export function heldDelivery(stored: StoredDelivery, version: string, weeks: WeekTable): HeldDelivery {
  return { ...stored, version, columns: deploymentColumns(stored.facts, weeks) };
}

/** `before` where nothing has changed since. */
export async function deliveryNow(
  store: DeliveryStore,
  weeks: WeekTable,
  before: HeldDelivery | null = null,
): Promise<HeldDelivery> {
  // Asked first: what changes while the rest is read is found again the next time.
  const version = await store.deliveryVersion();
  return before?.version === version ? before : heldDelivery(await store.delivery(), version, weeks);
}
