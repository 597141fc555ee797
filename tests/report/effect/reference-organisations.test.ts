import { expect, it } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { effectOf } from '../../../server/report/effect/effect.ts';
import { askedRollout } from '../../../server/report/rollouts.ts';
import { verdictAnswer } from '../../../server/report/verdict/verdict.ts';
import type { OrCannot } from '../../../server/stats/cannot.ts';
import type { Estimate } from '../../../server/stats/inference/estimate.ts';
import reference from '../../reference/scenarios.json' with { type: 'json' };
import { can } from '../../support/reference.ts';
import { scenarioHeld } from '../../support/scenario-held.ts';

const LATER = { now: Date.UTC(2025, 0, 6) + 49 * 7 * DAY, running: null, failed: null };

function found(name: string) {
  const held = scenarioHeld(name);
  const effect = effectOf(held, askedRollout(held, undefined), []);
  if ('nothing' in effect) throw new Error(`${name}: ${effect.nothing}`);
  return { effect, said: verdictAnswer(held, {}, LATER).data };
}

type Wanted = { log: number; se_jackknife: number };

/** Instants are whole minutes, which moves the logarithm of a short duration a little. */
function agrees(estimate: OrCannot<Estimate> | undefined, { log, se_jackknife }: Wanted): void {
  const { value, se } = can(estimate ?? { cannot: 'not identified' });
  expect(Math.abs(value - log)).toBeLessThan(0.002);
  expect(Math.abs(se - se_jackknife)).toBeLessThan(0.002);
}

it.each(['real_improvement', 'simpson_ai_prs'] as const)(
  'finds what the reference finds of %s, through facts and report',
  (name) => {
    const wanted = reference[name].cycle_time;
    const { effect } = found(name);
    const { findings, comparison } = effect.primaries.time;
    expect(effect.primaries.method).toBe('compared');
    expect(effect.frame.followed).toBe(12);
    agrees(findings.effect, wanted.att_all_treated);
    agrees(findings.early, wanted.early_e0_1);
    agrees(findings.late, wanted.late_e2_5);
    agrees(findings.lateLessEarly, wanted.late_minus_early);
    agrees(findings.lead, wanted.pre_lead_mean_e_m3_m1);
    const check = can(comparison?.crossCheck ?? { cannot: 'not identified' });
    expect(check.value).toBeCloseTo(reference[name].cs_never_simple_cycle_time.overall_att, 2);
  },
);

it('calls a real improvement faster, against teams that had not started', () => {
  const { said } = found('real_improvement');
  expect(said.said.row).toBe('faster-compared');
  expect(said.said.sentence).toBe(
    'Probably yes: teams that started take about 18 % less time (11 % to 25 %) than expected from teams that had not.',
  );
  expect(said.grade?.letter).toBe('B');
  expect(said.countsSentence).toMatch(
    /^24 teams \(16 started\), 144 people, [\d,]+ pull requests, 48 weeks\.$/,
  );
});

it('sees no change where fast people and small pull requests use AI', () => {
  const { said } = found('simpson_ai_prs');
  expect(said.said.row).toBe('no-detectable-change');
  expect(said.said.tone).toBeNull();
});

it('says of adoption that is dated by busy weeks nothing but that more was at first, if anything', () => {
  const { said, effect } = found('busy_week_adoption');
  expect(effect.primaries.time.verdict).toBe('no detectable change');
  expect(effect.primaries.throughput.verdict).not.toBe('better');
  expect(['faded', 'no-detectable-change']).toContain(said.said.row);
});

it('has not enough of three teams of four people, one of which may not be shown by itself', () => {
  const { said, effect } = found('tiny_org');
  expect(effect.primaries.panel.failed).toContain('teams');
  expect(said.said.row).toBe('not-enough');
  expect(said.said.under).toContain('a team of fewer than five people');
});
