import { useEffect, useState } from 'react';
import type { MeasureId, View } from '../../../server/contract/index.ts';
import { useLanes } from '../../api/flow.ts';
import { useSeries } from '../../api/series.ts';

/**
 * What the page's first figure has found, which asks for the same: the page is named by it. That is a series, or the lanes where
 * `series` is null. `shown` says that it is there, or failed,
 * and the browser has had the time to draw it: the rest of the page's script waits for that.
 */
export function useFirstFinding(view: View, settled: boolean, series: MeasureId | null) {
  const lanes = useLanes(view, settled && series === null);
  const weekly = useSeries(series ?? 'cycle-time', view, settled && series !== null);
  const first = series === null ? lanes : weekly;
  const [shown, setShown] = useState(false);
  const come = !first.isPending;
  useEffect(() => (come && !shown ? whenIdle(() => setShown(true)) : undefined), [come, shown]);
  return { finding: first.data?.data.finding ?? null, shown };
}

/** Returns how to take it back. Safari has no idle callbacks. */
function whenIdle(run: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const handle = requestIdleCallback(run, { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 100);
  return () => clearTimeout(handle);
}
