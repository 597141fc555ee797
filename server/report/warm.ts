import { kindsOf } from '../metrics/kind.ts';
import { orderOf } from '../metrics/order.ts';
import { metrics } from '../metrics/register.ts';
import type { Live } from './live.ts';

/**
 * Finds what questions will need of each week before somebody asks, the newest weeks first: else the first question about each
 * measure would wait for it. What a refresh replaces meanwhile is carried over by that.
 * @param othersServed is waited for between steps of a millisecond or two
 */
export async function warm(
  live: Live,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
): Promise<void> {
  for (const kind of ['pull-request', 'issue'] as const) {
    const snapshot = () => (kind === 'issue' ? live.held.issues : live.held).snapshot;
    const asked = metrics.filter(({ definition }) => (definition.items === 'issues') === (kind === 'issue'));
    for (const { week } of snapshot().chunks.toReversed()) {
      for (const metric of asked) {
        await othersServed();
        if (signal.aborted) return;
        const chunk = snapshot().chunks.find((one) => one.week === week);
        if (chunk === undefined) continue;
        for (const by of ['opening', 'merge'] as const) kindsOf(chunk, metric, by);
        if (metric.kind === 'quantile' && metric.of === 'merged') orderOf(chunk, metric);
      }
    }
  }
}
