import type { DeliveryAnswer, ResolvedView } from '../../server/contract/index.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { deliveryAnswer } from '../../server/report/delivery/delivery.ts';
import { deliveryOf, deploymentFact, usualRules } from './deployments.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from './facts.ts';

const WEEKS = 60;
const week = (number: number) => MONDAY - (WEEKS - number) * 7 * DAY;

/** A year of a repository that deploys every day or two, of which every ninth fails; typed by the contract. */
export function madeUpDelivery(asked: ResolvedView): DeliveryAnswer {
  const facts = Array.from({ length: WEEKS }, (_, number) => forgeFact(number, { mergedAt: week(number) }));
  const deployments = Array.from({ length: WEEKS * 4 }, (_, number) => {
    const at = week(Math.floor(number / 4)) + (number % 4) * DAY;
    const failed = number % 9 === 4;
    return deploymentFact(number, at, {
      repositoryId: FORGE,
      failedBy: failed ? 'hotfix' : null,
      recoveredAt: failed ? at + (2 + (number % 7)) * HOUR : null,
      rework: number % 9 === 5 ? 'hotfix' : null,
    });
  });
  const held = {
    ...heldOf(facts, [freshForge(MONDAY)]),
    delivery: deliveryOf(deployments, new Map([[FORGE, usualRules]])),
  };
  const { window, since } = asked;
  return { ...deliveryAnswer(held, { window, ...(since === null ? {} : { since }) }), asked };
}
