import { SourceError } from '../../net/source-error.ts';
import { completed, shortLists } from './completed.ts';
import type { Delivered } from './delivered.ts';
import { deliveriesByIds } from './deliveries.ts';
import type { Plan } from './known-plan.ts';
import { type Fetched, pullRequestsByIds } from './pull-requests.ts';
import type { Run } from './run.ts';

export type Few = Extract<Plan, { kind: 'few' }>;

/** What has changed in some repositories, by the ids of its pull requests and deployments. */
export type Changes = {
  pullRequests: ReadonlyMap<string, Fetched>;
  deliveries: ReadonlyMap<string, Delivered>;
};

/** So many changed pull requests are fetched before any of them is handed over: no more is lost when the run ends here. */
const ENOUGH = 250;

/** The next repositories of a plan whose changes are fetched together, and the others. */
export function nextGroup(plans: readonly Few[]): { group: Few[]; rest: Few[] } {
  let count = 0;
  const end = plans.findIndex(({ targets }) => {
    count += targets.length;
    return count >= ENOUGH;
  });
  const size = end < 0 ? plans.length : end + 1;
  return { group: plans.slice(0, size), rest: plans.slice(size) };
}

/** Changes of several repositories with as few requests as if they were one. */
export async function changesOf(plans: readonly Few[], run: Run): Promise<Changes> {
  return { pullRequests: await pullRequestsOf(plans, run), deliveries: await deliveriesOf(plans, run) };
}

/** Null when that fails, so that each repository fails or not on its own; throws what ends the source. */
export async function changesOrNone(plans: readonly Few[], run: Run): Promise<Changes | null> {
  try {
    return await changesOf(plans, run);
  } catch (error) {
    if (error instanceof SourceError && run.asker.ended() === null) return null;
    throw error;
  }
}

async function pullRequestsOf(plans: readonly Few[], run: Run): Promise<Map<string, Fetched>> {
  const targets = plans.flatMap((plan) => plan.targets);
  const fetched = new Map<string, Fetched>();
  for await (const some of pullRequestsByIds(targets, { whole: false, size: run.sizes.together }, run))
    for (const one of some) fetched.set(one.target.id, one);
  const long = [...fetched.values()].filter(({ found }) => found && shortLists(found).length > 0);
  const whole = await completed(
    long.map(({ target }) => target),
    run,
  );
  // One that is too much for GitHub as a whole is kept as its page has shown it.
  for (const one of whole) if (one.found !== undefined) fetched.set(one.target.id, one);
  return fetched;
}

async function deliveriesOf(plans: readonly Few[], run: Run): Promise<Map<string, Delivered>> {
  const delivered = new Map<string, Delivered>();
  const settings = new Map(plans.map(({ of }) => [of.repository.deployedBy, of.deployed]));
  for (const [via, deployed] of settings) {
    if (deployed === null || deployed.from === 'workflow') continue;
    const ids = plans.flatMap(({ of, deliveries }) =>
      of.repository.deployedBy === via && deliveries !== null ? deliveries : [],
    );
    for (const one of await deliveriesByIds(ids, deployed, run)) delivered.set(one.id, one);
  }
  return delivered;
}
