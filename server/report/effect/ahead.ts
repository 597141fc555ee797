import type { Held, Live } from '../live.ts';
import { askedRollout } from '../rollouts.ts';
import { effectAhead } from './effect.ts';

/**
 * Finds the effect of the usual rollout whenever the data are another state, before anybody asks. To be called about once a second,
 * not while an import is at work: each of its steps would be one more state.
 */
export function effectsAhead(
  live: Live,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
): () => Promise<void> {
  let known: Held | null = null;
  let finding: Promise<void> | null = null;
  return async () => {
    const { held } = live;
    if (finding !== null || held === known || signal.aborted) return;
    finding = effectAhead(held, askedRollout(held, undefined), signal, othersServed);
    try {
      await finding;
      known = held;
    } finally {
      finding = null;
    }
  };
}
