import { View } from '../contract/view.ts';
import type { Chunk } from '../facts/columns/chunk.ts';
import type { Metric } from '../metrics/definition.ts';
import { endsInOrder } from '../metrics/followed-order.ts';
import { follows, kindsOf } from '../metrics/kind.ts';
import { orderOf } from '../metrics/order.ts';
import { metrics } from '../metrics/register.ts';
import { groupsOf, groupsOfOpen } from './group-privacy.ts';
import type { Live } from './live.ts';
import { markedGroups } from './marked-groups.ts';

/** Whatever judges which groups may be asked for over a window. */
const JUDGES = [
  groupsOf,
  groupsOfOpen,
  (...asked: Parameters<typeof groupsOf>) => markedGroups(...asked, { ai: ['marked'], tool: null }),
];

/**
 * Finds what questions will need before somebody asks: which groups may be asked for over each window, and what is needed of each
 * week, the newest weeks first. Else the first question about each would wait for it. What a refresh replaces meanwhile is carried
 * over by that.
 * @param othersServed is waited for between steps: of up to a tenth of a second at a million items while groups are judged, of some
 * milliseconds after that
 */
export async function warm(
  live: Live,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
): Promise<void> {
  const asked = async () => {
    await othersServed();
    return !signal.aborted;
  };
  for (const window of View.properties.window.enum) {
    for (const judge of JUDGES) {
      const groups = (await asked()) && judge(live.held, { window, from: null, to: null });
      // To find the pairs lets go of all that they are found from.
      if (groups === false || !((await asked()) && groups.within)) return;
    }
  }
  for (const kind of ['pull-request', 'issue'] as const) {
    const snapshot = () => (kind === 'issue' ? live.held.issues : live.held).snapshot;
    const ofKind = metrics.filter(({ definition }) => (definition.items === 'issues') === (kind === 'issue'));
    for (const { week } of snapshot().chunks.toReversed()) {
      if (!(await asked())) return;
      const chunk = snapshot().chunks.find((one) => one.week === week);
      if (chunk === undefined) continue;
      for (const metric of ofKind) warmChunk(chunk, metric);
    }
  }
}

function warmChunk(chunk: Chunk, metric: Metric): void {
  for (const by of ['opening', 'merge'] as const) kindsOf(chunk, metric, by);
  if (metric.kind === 'quantile' && metric.of === 'merged') orderOf(chunk, metric);
  if (follows(metric, 'opening')) endsInOrder(chunk, metric);
}
