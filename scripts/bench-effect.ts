import { setImmediate } from 'node:timers/promises';
import { effectOf } from '../server/report/effect/effect.ts';
import type { Held } from '../server/report/live.ts';
import { warm } from '../server/report/warm.ts';
import { startedOrganisation, TEAMS } from '../tests/support/bench/started-organisation.ts';
import { atMost, described, type Figure } from './figure.ts';

const SIZES = [10_000, 100_000, 1_000_000];

/**
 * The whole effect of a rollout to 120 teams over 40 periods, with phases, sensitivities and costs: found once for each state of the data.
 * As a running server finds it, which has looked at its columns before, and where nothing of them is known yet.
 */
export async function effectFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const facts of SIZES) figures.push(...(await figuresOf(facts)));
  return figures;
}

async function figuresOf(facts: number): Promise<Figure[]> {
  const held = startedOrganisation(facts);
  const cold = foundIn(held);
  const next = startedOrganisation(facts);
  await warm({ held: next, refresh: async () => false }, new AbortController().signal, () => setImmediate());
  const warmed = foundIn(next);
  const again = foundIn(next);
  const name = `effect of a rollout, ${facts.toLocaleString('en')} pull requests of ${TEAMS} teams`;
  return [
    facts >= 1_000_000 ? atMost(name, warmed, 'ms', 2000) : described(name, warmed, 'ms'),
    described(`${name}, right after a start`, cold, 'ms'),
    atMost(`${name}, asked again`, again, 'ms', 5),
  ];
}

/** Milliseconds. */
function foundIn(held: Held): number {
  const [rollout = null] = held.rollouts;
  const began = performance.now();
  const found = effectOf(held, rollout, []);
  const took = performance.now() - began;
  if ('nothing' in found || found.primaries.method !== 'compared') throw new Error('nothing is compared');
  return took;
}
