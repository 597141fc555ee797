import { setImmediate } from 'node:timers/promises';
import { effectOf } from '../../../server/report/effect/effect.ts';
import type { Held } from '../../../server/report/live.ts';
import { warm } from '../../../server/report/warm.ts';
import { startedOrganisation } from './started-organisation.ts';

/** Milliseconds that the effect takes where nothing of the columns is known yet, as a running server has looked at them, and once more. */
export async function measureEffect(facts: number): Promise<{ cold: number; warmed: number; again: number }> {
  const cold = foundIn(startedOrganisation(facts));
  const held = startedOrganisation(facts);
  await warm({ held, refresh: async () => false }, new AbortController().signal, () => setImmediate());
  return { cold, warmed: foundIn(held), again: foundIn(held) };
}

function foundIn(held: Held): number {
  const [rollout = null] = held.rollouts;
  const began = performance.now();
  const found = effectOf(held, rollout, []);
  const took = performance.now() - began;
  if ('nothing' in found || found.primaries.method !== 'compared') throw new Error('nothing is compared');
  return took;
}
