import type { DeploymentFact } from '../../server/facts/deployment-fact.ts';
import { type DeliveryRules, USUAL_DELIVERY_RULES } from '../../server/model/delivery.ts';
import type { Instant } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { type HeldDelivery, heldDelivery } from '../../server/report/delivery/held-delivery.ts';

/** A successful deployment of one pull request that has not failed. */
export function deploymentFact(
  id: number,
  at: Instant,
  over: Partial<DeploymentFact> & { repositoryId: string },
): DeploymentFact {
  return {
    ...{ id: `${over.repositoryId}!run:${id}`, at, kind: 'change', pullRequests: 1, ordered: true },
    ...{ failedBy: null, recoveredAt: null, rework: null },
    ...over,
  };
}

export function deliveryOf(
  facts: readonly DeploymentFact[],
  rules: ReadonlyMap<string, DeliveryRules | null>,
  zone = 'UTC',
): HeldDelivery {
  return heldDelivery({ generation: 1, facts, rules }, 'test', weekTable(zone));
}

export const usualRules = USUAL_DELIVERY_RULES;
