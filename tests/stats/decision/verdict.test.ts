import { describe, expect, it } from 'vitest';
import {
  type Findings,
  holmAlphas,
  isUnconfirmed,
  type Verdict,
  verdict,
} from '../../../server/stats/decision/verdict-rule.ts';
import { estimateOf } from '../../../server/stats/inference/estimate.ts';
import reference from '../../reference/scenarios.json' with { type: 'json' };

/** What the reference calls our verdicts. */
const called: Record<string, Verdict> = {
  clear_improvement: 'better',
  worse: 'worse',
  no_meaningful_change: 'no meaningful change',
  no_detectable_change: 'no detectable change',
  not_enough_data: 'not enough data',
  cannot_attribute_pre_trend: 'paths differed',
  early_gain_faded: 'gain faded',
  early_loss_recovered: 'loss recovered',
};

const LOST = { cannot: 'rests on one cluster' } as const;

type Case = (typeof reference.verdict_table.cases)[number];

function findingsOf(one: Case): Findings {
  const estimate = (log: number, se: number) => estimateOf(log, se, one.df);
  return {
    failed: [],
    effect: estimate(one.att_log, one.se),
    lead: estimate(one.lead_log, one.lead_se),
    early: estimate(one.early_log, one.early_se),
    late: estimate(one.late_log, one.late_se),
    lateLessEarly: estimate(one.late_log - one.early_log, one.late_minus_early_se),
  };
}

describe('The verdict rule', () => {
  it.each(reference.verdict_table.cases)('says of $att_log +- $se what the reference says', (one) => {
    const findings = findingsOf(one);
    expect(verdict(findings, { lowerIsBetter: true })).toBe(called[one.verdict_lower_is_better]);
    expect(verdict(findings, { lowerIsBetter: false })).toBe(called[one.verdict_higher_is_better]);
  });

  const sure = (log: number, se = 0.05) => estimateOf(log, se, 23);
  const clear: Findings = {
    failed: [],
    effect: sure(-0.2),
    lead: sure(0.01),
    early: sure(-0.2),
    late: sure(-0.2),
    lateLessEarly: sure(0.001),
  };
  const lower = { lowerIsBetter: true };

  it('says nothing when a gate fails or there is no estimate', () => {
    expect(verdict(clear, lower)).toBe('better');
    expect(verdict({ ...clear, failed: ['teams'] }, lower)).toBe('not enough data');
    expect(verdict({ ...clear, effect: LOST }, lower)).toBe('not enough data');
    expect(verdict({ ...clear, lead: LOST }, lower)).toBe('not enough data');
  });

  it('says that the methods disagree only when the other one points elsewhere and means it', () => {
    expect(verdict({ ...clear, other: { value: 0.1, t: 1.2 } }, lower)).toBe('methods disagree');
    expect(verdict({ ...clear, other: { value: 0.1, t: 0.9 } }, lower)).toBe('better');
    expect(verdict({ ...clear, other: { value: -0.1, t: -5 } }, lower)).toBe('better');
  });

  it('says that everyone got better when those who had not started did as well', () => {
    const flat: Findings = { ...clear, effect: sure(-0.03), early: sure(-0.03), late: sure(-0.03) };
    expect(verdict({ ...flat, starters: sure(-0.2), others: sure(-0.18) }, lower)).toBe('everyone better');
    expect(verdict({ ...flat, starters: sure(-0.2), others: sure(-0.05) }, lower)).toBe(
      'no detectable change',
    );
  });

  it('judges the direction at what Holm leaves of the level', () => {
    const near: Findings = { ...clear, effect: sure(-0.11), early: sure(-0.05), late: sure(-0.05) };
    expect(verdict(near, lower)).toBe('better');
    expect(verdict(near, { ...lower, alpha: 0.025 })).toBe('no detectable change');
    expect(holmAlphas([0.03, 0.2])).toEqual([0.025, 0.025]);
    expect(holmAlphas([0.04, 0.01])).toEqual([0.05, 0.025]);
  });

  describe('of fewer than twelve teams', () => {
    const dealt = (p: number, early = p, teams = 11, orders = 1000) => ({
      ...clear,
      dealt: { teams, orders, p, early },
    });

    it('tells a direction only where starts dealt out anew make as much as seldom', () => {
      expect(verdict(dealt(0.01), lower)).toBe('better');
      expect(verdict(dealt(0.01), { lowerIsBetter: false })).toBe('worse');
      expect(verdict(dealt(0.06), lower)).toBe('not enough data');
      expect(verdict(dealt(0.04), { ...lower, alpha: 0.025 })).toBe('not enough data');
      expect(verdict({ ...dealt(0), dealt: { teams: 11, orders: 1000, p: LOST, early: LOST } }, lower)).toBe(
        'not enough data',
      );
    });

    it('does not ask that of more teams, nor where nothing has moved', () => {
      expect(verdict(dealt(0.06, 0.06, 12), lower)).toBe('better');
      const flat: Findings = { ...dealt(0.6), effect: sure(-0.01, 0.02) };
      expect(verdict(flat, lower)).toBe('no meaningful change');
      expect([dealt(0.06), dealt(0.01), flat].map((one) => isUnconfirmed(one))).toEqual([true, false, false]);
    });

    it('does not ask that of so few orders that none could be rare', () => {
      const one = dealt(1 / 28, 1 / 28, 8, 28);
      expect(verdict(one, lower)).toBe('better');
      expect(verdict(one, { ...lower, alpha: 0.025 })).toBe('better');
      expect(verdict(dealt(2 / 28, 2 / 28, 8, 28), lower)).toBe('not enough data');
    });

    it('calls a gain faded only where the first periods are borne out', () => {
      const faded = { late: sure(-0.01), lateLessEarly: sure(0.19), effect: sure(-0.05) };
      expect(verdict({ ...dealt(0.3, 0.01), ...faded }, lower)).toBe('gain faded');
      expect(verdict({ ...dealt(0.3, 0.2), ...faded }, lower)).toBe('no detectable change');
    });
  });
});
