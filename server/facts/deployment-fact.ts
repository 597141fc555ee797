import type { DeliveryRules } from '../model/delivery.ts';
import { HOUR, type Instant } from '../model/instant.ts';
import type { DeliveredChange, DeliveryInput, DeploymentRow } from './deployment-input.ts';
import { type DeploymentKind, deploymentKinds } from './deployment-kind.ts';

/** What tells that a deployment had failed, and what a deployment was made for that nobody had planned. */
export type FailureSign = 'roll-back' | 'hotfix' | 'revert' | 'incident';

/** One successful production deployment. */
export type DeploymentFact = {
  id: string;
  repositoryId: string;
  at: Instant;
  kind: DeploymentKind;
  /** Merged pull requests that it was the first to bring. */
  pullRequests: number;
  /** By what it is known to have failed; null: it is not, or nobody has said what a failure is. */
  failedBy: FailureSign | null;
  /** When a roll-back or the mending of that failure was deployed; null: it has not failed, or nothing was yet. */
  recoveredAt: Instant | null;
  /** The failure in production that it was made for; null: none. */
  rework: FailureSign | null;
  /** What it contains is known by the order of commits, not by their dates alone. */
  ordered: boolean;
};

/**
 * The deployments of one repository, and which of them failed. DORA (dora.dev, "software delivery performance metrics") counts a
 * deployment as failed that required immediate intervention, likely a roll-back or a hotfix. Here these are the signs:
 *
 *   roll-back  the next deployment put an older state back: what had been in production until then failed, and no other
 *   revert     a pull request took back one that the deployment had brought, and was deployed within `withinHours` of it
 *   hotfix     a pull request with one of the labels or branches was deployed within `withinHours` of the newest change in
 *              production, unless a roll-back lay between, which has told of the failure already
 *   incident   an issue or pull request that counts as an incident was created while the change was the newest in production
 *
 * It has recovered with the first deployment of any of these. What is deployed for one is rework, whether or not its failure is found.
 * Without rules nothing is known of failures.
 */
export function deploymentFacts(input: DeliveryInput, rules: DeliveryRules | null): DeploymentFact[] {
  const { repositoryId, deployments } = input;
  const kinds = deploymentKinds(deployments);
  const brought = broughtBy(input);
  const facts = deployments.map(
    ({ id, succeededAt, position }, index): DeploymentFact => ({
      id,
      repositoryId,
      at: succeededAt,
      kind: kinds[index] ?? 'change',
      pullRequests: brought[index]?.length ?? 0,
      failedBy: null,
      recoveredAt: null,
      rework: null,
      ordered: position !== null,
    }),
  );
  if (rules !== null) judge(facts, input, brought, rules);
  return facts;
}

function judge(
  facts: DeploymentFact[],
  { deployments, changes }: DeliveryInput,
  brought: readonly (readonly DeliveredChange[])[],
  rules: DeliveryRules,
): void {
  const live = newestChanges(deployments, facts);
  const broughtAt = new Map(brought.flatMap((some, index) => some.map(({ id }) => [id, index] as const)));
  const fail = (index: number | null, by: FailureSign, recoveredAt: Instant | null) => {
    const fact = index === null ? undefined : facts[index];
    if (fact === undefined || fact.failedBy !== null) return;
    Object.assign(fact, { failedBy: by, recoveredAt });
  };
  const soon = (index: number, at: Instant) =>
    at - (facts[index]?.at ?? Number.NEGATIVE_INFINITY) <= rules.hotfix.withinHours * HOUR;
  const liveAt = (at: Instant): number | null => {
    const index = facts.findLastIndex((fact) => fact.at <= at);
    return index < 0 ? null : (live[index] ?? null);
  };

  facts.forEach((fact, index) => {
    const before = index === 0 ? null : (live[index - 1] ?? null);
    if (fact.kind === 'roll-back') {
      fail(before, 'roll-back', fact.at);
      fact.rework = 'roll-back';
    }
    for (const change of brought[index] ?? []) {
      for (const id of change.reverts) {
        const of = broughtAt.get(id);
        if (of === undefined || of >= index || !soon(of, fact.at)) continue;
        fail(of, 'revert', fact.at);
        fact.rework ??= 'revert';
      }
      if (isHotfix(change, rules)) {
        if (before !== null && facts[index - 1]?.kind !== 'roll-back' && soon(before, fact.at))
          fail(before, 'hotfix', fact.at);
        fact.rework ??= 'hotfix';
      }
      for (const at of incidentsOf(change, rules)) {
        const of = liveAt(at);
        if (of !== null && of < index) fail(of, 'incident', fact.at);
        fact.rework ??= 'incident';
      }
    }
  });
  // What mends it may still be at work, or on its way.
  for (const change of changes) {
    if (change.deployedAt !== null) continue;
    for (const at of incidentsOf(change, rules)) fail(liveAt(at), 'incident', null);
  }
}

/** Of each deployment those that it was the first to bring; of two that succeeded at one instant, the first. */
function broughtBy({ deployments, changes }: DeliveryInput): DeliveredChange[][] {
  const byInstant = Map.groupBy(changes, ({ deployedAt }) => deployedAt);
  let last: Instant | null = null;
  return deployments.map(({ succeededAt }) => {
    const first = succeededAt !== last;
    last = succeededAt;
    return first ? (byInstant.get(succeededAt) ?? []) : [];
  });
}

/** After each deployment, the place of the deployment whose change is the newest in production; null: nobody knows it. */
function newestChanges(
  deployments: readonly DeploymentRow[],
  facts: readonly DeploymentFact[],
): (number | null)[] {
  const bySha = new Map<string, number>();
  return deployments.map(({ sha }, index) => {
    if (facts[index]?.kind === 'change') bySha.set(sha, index);
    return bySha.get(sha) ?? null;
  });
}

function isHotfix({ labels, headBranch }: DeliveredChange, { hotfix }: DeliveryRules): boolean {
  const branch = headBranch?.toLowerCase() ?? '';
  return (
    named(labels, hotfix.labels) || hotfix.branches.some((start) => branch.startsWith(start.toLowerCase()))
  );
}

/** A pull request that is labelled as an incident tells of it when it is opened. */
function incidentsOf(
  { labels, openedAt, incidents }: DeliveredChange,
  rules: DeliveryRules,
): readonly Instant[] {
  if (openedAt === null || !named(labels, rules.incidents.labels)) return incidents;
  return [...incidents, openedAt];
}

function named(labels: readonly string[], wanted: readonly string[]): boolean {
  const small = wanted.map((label) => label.toLowerCase());
  return labels.some((label) => small.includes(label.toLowerCase()));
}
