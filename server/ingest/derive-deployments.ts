import { deploymentFacts } from '../facts/deployment-fact.ts';
import type { DeliveryRules, DeliverySettings } from '../model/delivery.ts';
import type { Progress } from '../model/rows.ts';
import { repositoryMatcher } from '../people/repository-glob.ts';
import type { Store } from '../store/open.ts';

/** Measures the deployments of every repository in which something about them has changed, one after the other. */
export async function deriveDeployments(
  store: Store,
  holder: string,
  settings: DeliverySettings,
  tell: (progress: Progress) => void,
): Promise<{ measured: number; changed: boolean }> {
  const rulesOf = rulesBy(settings);
  let [measured, changed] = [0, false];
  for (;;) {
    const done = await store.deriveDeployments(holder, rulesOf, deploymentFacts);
    if (done === null) return { measured, changed };
    measured += done.facts;
    changed ||= done.changed;
    if (done.facts > 0) tell({ what: 'measuring deployments', done: measured, total: null });
  }
}

function rulesBy({ rules, exceptions }: DeliverySettings) {
  const matchers = exceptions.map(({ match, rules: own }) => ({ fits: repositoryMatcher(match), own }));
  return (repository: { id: string; name: string }): DeliveryRules | null => {
    const exception = matchers.find(({ fits }) => fits(repository));
    return exception === undefined ? rules : exception.own;
  };
}
