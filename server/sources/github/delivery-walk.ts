import { DAY, type Instant } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { SourceError } from '../../net/source-error.ts';
import type { Delivered } from './delivered.ts';
import { deliveriesByIds, deliveryPages } from './deliveries.ts';
import type { Listed } from './delivery-query.ts';
import { PlaceLost } from './pages.ts';
import { deploymentRows } from './placement.ts';
import { addressOf, OVERLAP, type Walking } from './walking.ts';
import { RUN_OVERLAP, workflowRuns } from './workflow-runs.ts';

/** A release is listed by when it was drafted, which may be long before it is published. */
const DRAFTED = 30 * DAY;

/** What was deployed since the last complete walk, or ever, when it is set up anew. */
export async function* deliveryWalk(walking: Walking): AsyncGenerator<WalkStep, void> {
  const { deployed } = walking.of;
  if (deployed === null) return;
  if (deployed.from === 'workflow') yield* runsOf(deployed.workflow, walking);
  else yield* listed(deployed, walking);
}

/** Deployments that were fetched already. */
export async function* deliverySteps(
  delivered: readonly Delivered[],
  walking: Walking,
): AsyncGenerator<WalkStep, void> {
  const { of, going, run, resumable } = walking;
  const via = of.repository.deployedBy;
  if (delivered.length === 0 || via === null) return;
  const where = { ...addressOf(walking), repositoryId: of.repository.id, via };
  const deployments = await deploymentRows(delivered, where, run);
  going.waiting = stillWaiting(going.waiting, delivered);
  yield { rows: { deployments, ...(resumable ? { towards: JSON.stringify(going) } : {}) } };
}

/** What is to be asked for again next time. */
function stillWaiting(
  before: readonly { id: string; createdAt: Instant }[],
  delivered: readonly Delivered[],
) {
  const byId = new Map(before.map((one) => [one.id, one]));
  for (const { id, createdAt, succeededAt } of delivered) {
    byId.delete(id);
    if (succeededAt === null) byId.set(id, { id, createdAt });
  }
  return [...byId.values()];
}

/** The last walk's watermark, if it has read by the same setting. */
function seenUntil({ cursor, going }: Walking): Instant | null {
  return cursor !== null && cursor.via === going.via ? cursor.watermark : null;
}

async function* listed(deployed: Listed, walking: Walking): AsyncGenerator<WalkStep, void> {
  const { of, cursor, going, run } = walking;
  const seen = seenUntil(walking);
  const since = seen === null ? null : seen - (deployed.from === 'releases' ? DRAFTED : OVERLAP);
  if (seen !== null && cursor !== null && cursor.waiting.length > 0) {
    const ids = cursor.waiting.map(({ id }) => id);
    yield* deliverySteps(await deliveriesByIds(ids, deployed, run), walking);
  }
  for (let ended = false, beginnings = 0; !ended; beginnings++) {
    try {
      for await (const page of deliveryPages(addressOf(walking), deployed, going.deployedAfter, run)) {
        going.deployedAfter = page.after;
        yield* deliverySteps(
          page.delivered.filter(({ createdAt }) => since === null || createdAt > since),
          walking,
        );
        run.progress({ what: `${of.label}, deployments`, done: page.passed, total: page.total });
        if (since !== null && page.oldest !== null && page.oldest < since) break;
      }
      ended = true;
    } catch (error) {
      if (!(error instanceof PlaceLost) || beginnings > 0) throw error;
      going.deployedAfter = null;
    }
  }
  going.deployedAfter = null;
}

async function* runsOf(workflow: string, walking: Walking): AsyncGenerator<WalkStep, void> {
  const { of, limits, run } = walking;
  const { name, defaultBranch: branch } = of.repository;
  const seen = seenUntil(walking);
  let done = 0;
  try {
    const since = seen === null ? null : seen - RUN_OVERLAP;
    for await (const delivered of workflowRuns({ name, branch, workflow }, since, run)) {
      yield* deliverySteps(delivered, walking);
      done += delivered.length;
      run.progress({ what: `${of.label}, runs of ${workflow}`, done, total: null });
    }
  } catch (error) {
    if (!(error instanceof SourceError) || !['not-found', 'forbidden'].includes(error.code)) throw error;
    const why = error.code === 'not-found' ? 'there is none of this name' : 'the token may not see its runs';
    limits.push(`The workflow ${workflow}, by which deployments are set up, cannot be read: ${why}.`);
  }
}
