import { useSyncExternalStore } from 'react';

/** Whether somebody may be looking: the page is neither hidden nor in another tab. */
export function useInSight(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}

function subscribe(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
