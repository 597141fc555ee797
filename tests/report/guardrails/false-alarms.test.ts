import { describe, expect, it } from 'vitest';
import { guardrailChanges } from '../../../server/report/guardrails/guardrail-changes.ts';
import { guardedHeld, times, USUAL } from '../../support/guarded-facts.ts';
import { chanceOf } from '../../support/null-worlds/chance.ts';

const RUNS = 60;

/** Eight teams, each with levels and an output of its own that has nothing to do with its start. */
function nothingHappens(seed: number) {
  const chance = chanceOf(seed);
  const teams = Array.from({ length: 8 }, (_, place) => {
    const own = times(Math.exp(0.25 * chance.normal()));
    const work = [4 + chance.below(6), 4 + chance.below(6)] as const;
    return { id: `t${place}`, start: 9 + chance.below(4), before: own, after: own, work };
  });
  return guardedHeld(teams, { weeks: 22, seed });
}

describe('Where nothing has changed', () => {
  it('guardrails cry in one of twenty organisations, and each of them less often than that', () => {
    let [organisations, cries, judged] = [0, 0, 0];
    for (let run = 0; run < RUNS; run++) {
      const held = nothingHappens(1000 + run);
      const [rollout] = held.rollouts;
      if (rollout === undefined) throw new Error('no rollout');
      const standings = guardrailChanges(held, { rollout }).map(({ standing }) => standing);
      const wrong = standings.filter(
        (one) => one === 'worse' || one === 'better' || one === 'changed',
      ).length;
      judged += standings.filter((one) => one !== 'not-known').length;
      cries += wrong;
      organisations += Number(wrong > 0);
    }
    const reach = 3 * Math.sqrt((0.05 * 0.95) / RUNS);
    expect(judged).toBeGreaterThan(10 * RUNS);
    expect(organisations / RUNS).toBeLessThanOrEqual(0.05 + reach);
    expect(cries / judged).toBeLessThan(0.05);
  });

  it('and a change would be noticed by this very look', () => {
    const teams = Array.from({ length: 8 }, (_, place) => {
      return { id: `t${place}`, start: 10, before: USUAL, after: times(2), work: [6, 6] as const };
    });
    const held = guardedHeld(teams, { weeks: 22 });
    const [rollout] = held.rollouts;
    if (rollout === undefined) throw new Error('no rollout');
    const worse = guardrailChanges(held, { rollout }).filter(({ standing }) => standing === 'worse');
    expect(worse.length).toBeGreaterThan(5);
  });
});
