import { useEffect, useState } from 'react';
import type { View } from '../../../server/contract/index.ts';
import { useLanes } from '../../api/flow.ts';
import { useSeries } from '../../api/series.ts';

/**
 * What the page's first figure has found, which asks for the same: the page is named by it. `shown` says that it is there, or failed,
 * and the browser has had the time to draw it: the rest of the page's script waits for that.
 */
export function useFirstFinding(view: View, settled: boolean, clones: boolean) {
  const lanes = useLanes(view, settled && !clones);
  const cycle = useSeries('cycle-time', view, settled && clones);
  const first = clones ? cycle : lanes;
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
