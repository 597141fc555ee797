import { effectOf } from '../server/report/effect/effect.ts';
import { startedOrganisation, TEAMS } from '../tests/support/bench/started-organisation.ts';
import { atMost, described, type Figure } from './figure.ts';

const SIZES = [10_000, 100_000, 1_000_000];

/** The whole effect of a rollout to 120 teams over 40 periods, with phases, sensitivities and costs: found once for each state of the data. */
export async function effectFigures(): Promise<Figure[]> {
  return SIZES.flatMap((facts) => {
    const held = startedOrganisation(facts);
    const [rollout = null] = held.rollouts;
    const began = performance.now();
    const found = effectOf(held, rollout, []);
    const took = performance.now() - began;
    if ('nothing' in found || found.primaries.method !== 'compared') throw new Error('nothing is compared');
    const asked = performance.now();
    effectOf(held, rollout, []);
    const again = performance.now() - asked;
    const name = `effect of a rollout, ${facts.toLocaleString('en')} pull requests of ${TEAMS} teams`;
    return [
      facts >= 1_000_000 ? atMost(name, took, 'ms', 2000) : described(name, took, 'ms'),
      atMost(`${name}, asked again`, again, 'ms', 5),
    ];
  });
}
