import type { Instant } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { branchDownwards, branchUpwards } from './branch-walk.ts';
import { deliverySteps, deliveryWalk } from './delivery-walk.ts';
import { pullRequestRows } from './pull-request-rows.ts';
import { assertThere } from './pull-requests.ts';
import type { Run } from './run.ts';
import { type Changes, changesOf, type Few } from './together.ts';
import { unreadWalk } from './unread-walk.ts';
import { addressOf, begun, endOf, gapsAfter } from './walking.ts';

/**
 * A repository in which little or nothing has changed: `changes` are those of several, null if they could not be fetched
 * together. `at` is GitHub's clock before anybody looked for changes.
 */
export async function* fewWalk(
  plan: Few,
  changes: Changes | null,
  at: Instant,
  run: Run,
): AsyncGenerator<WalkStep, void> {
  const walking = begun(plan.of, plan.cursor, at, run);
  walking.resumable = false;
  const { going } = walking;
  going.paged = true;
  going.waiting = plan.deliveries === null ? [] : plan.cursor.waiting;
  const fetched = changes ?? (await changesOf([plan], run));
  const own = plan.targets.flatMap((target) => fetched.pullRequests.get(target.id) ?? []);
  if (own.some(({ found }) => found === null)) await assertThere(addressOf(walking), run);
  going.gaps = gapsAfter(going.gaps, own);
  const found = own.flatMap((one) => one.found ?? []);
  if (found.length > 0) yield pullRequestRows(found, plan.of.repository.id, run.host);
  yield* unreadWalk(walking);
  yield* branchUpwards(walking, plan.head);
  if (plan.deliveries === null) {
    walking.resumable = true;
    yield* deliveryWalk(walking);
  } else {
    const delivered = plan.deliveries.flatMap((id) => fetched.deliveries.get(id) ?? []);
    yield* deliverySteps(delivered, walking);
  }
  yield* branchDownwards(walking);
  yield endOf(walking);
}
