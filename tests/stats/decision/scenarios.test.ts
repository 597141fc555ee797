import { describe, expect, it } from 'vitest';
import type { OrCannot } from '../../../server/stats/cannot.ts';
import { smallestDetectable } from '../../../server/stats/decision/detectable.ts';
import { failedGates } from '../../../server/stats/decision/gates.ts';
import { type Verdict, verdict } from '../../../server/stats/decision/verdict-rule.ts';
import type { Estimate } from '../../../server/stats/inference/estimate.ts';
import { groupTime } from '../../../server/stats/panel/group-time.ts';
import { simple } from '../../../server/stats/panel/group-time-aggregate.ts';
import { groupTimeJackknife } from '../../../server/stats/panel/group-time-jackknife.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import { NEVER, type Panel } from '../../../server/stats/panel/panel.ts';
import { preTrend } from '../../../server/stats/panel/pre-trend.ts';
import { ALL, EARLY, LATE, LATE_LESS_EARLY } from '../../../server/stats/panel/targets.ts';
import reference from '../../reference/scenarios.json' with { type: 'json' };
import { can, close } from '../../support/reference.ts';
import { scenarioPanel, scenarioRows } from '../../support/reference-scenario.ts';

const TOLERANCE = 1e-7;

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

const cells = {
  cycle_time: (rows: readonly { hours: number }[]) =>
    rows.reduce((sum, { hours }) => sum + Math.log(hours), 0) / rows.length,
  throughput: (rows: readonly unknown[], authors: number) => Math.log(rows.length / 4 / authors),
};

function judged(panel: Panel, lowerIsBetter: boolean) {
  const starts = Array.from(panel.starts);
  const starters = starts.filter((start) => start < NEVER);
  const failed = failedGates({
    teams: panel.units,
    starters: starters.length,
    untreated: panel.units - starters.length,
    periodsBefore: Math.min(...starters),
    periodsAfter: panel.periods - Math.max(...starters),
  });
  const found = can(imputation(panel, [ALL, EARLY, LATE, LATE_LESS_EARLY]));
  const [effect, early, late, lateLessEarly] = found.estimates;
  const nothing: OrCannot<Estimate> = { cannot: 'no observations' };
  const findings = {
    failed,
    effect: effect ?? nothing,
    early: early ?? nothing,
    late: late ?? nothing,
    lateLessEarly: lateLessEarly ?? nothing,
    lead: preTrend(panel).mean,
    other: groupTimeJackknife(panel, { control: 'never', base: 'varying' }),
  };
  return { findings, verdict: verdict(findings, { lowerIsBetter }) };
}

type Wanted = { log: number; se_jackknife: number; t: number; ci95: number[] };

function agrees(found: OrCannot<Estimate>, wanted: Wanted): void {
  const estimate = can(found);
  close(estimate.value, wanted.log, TOLERANCE, 'estimate');
  close(estimate.se, wanted.se_jackknife, TOLERANCE, 'error');
  close(estimate.t, wanted.t, 1e-6, 't');
  close(estimate.lower, wanted.ci95[0] ?? 0, TOLERANCE, 'lower limit');
  close(estimate.upper, wanted.ci95[1] ?? 0, TOLERANCE, 'upper limit');
}

const organisations = ['real_improvement', 'simpson_ai_prs', 'busy_week_adoption'] as const;

describe.each(organisations)('The organisation %s', (name) => {
  const wanted = reference[name];
  const rows = scenarioRows(name);

  it.each(['cycle_time', 'throughput'] as const)(
    'has the estimates and the verdict of the reference for %s',
    (measure) => {
      expect(rows).toHaveLength(wanted.prs);
      const panel = scenarioPanel(rows, 4, cells[measure]);
      const { findings, verdict: said } = judged(panel, measure === 'cycle_time');
      const expected = wanted[measure];
      agrees(findings.effect, expected.att_all_treated);
      agrees(findings.early, expected.early_e0_1);
      agrees(findings.late, expected.late_e2_5);
      agrees(findings.lateLessEarly, expected.late_minus_early);
      agrees(findings.lead, expected.pre_lead_mean_e_m3_m1);
      const { se, df } = can(findings.effect);
      expect(df).toBe(expected.df);
      close(can(smallestDetectable(se, { df })).log, expected.mde80_log, TOLERANCE);
      const other = can(simple(can(groupTime(panel, { control: 'never', base: 'varying' }))));
      const ofOther = wanted[`cs_never_simple_${measure}`];
      close(other.att, ofOther.overall_att, TOLERANCE);
      close(other.se(), ofOther.overall_se, TOLERANCE);
      expect(said).toBe(called[wanted.all_verdicts[measure]]);
    },
  );
});

describe('The organisation tiny_org', () => {
  it('has too few teams for any verdict', () => {
    const failed = failedGates({ teams: 3, starters: 2, untreated: 1, periodsBefore: 4, periodsAfter: 4 });
    expect(failed).toEqual(['teams', 'starters', 'untreated']);
    const { verdict: said } = judged(scenarioPanel(scenarioRows('tiny_org'), 4, cells.cycle_time), true);
    expect(said).toBe(called[reference.tiny_org.expected_verdict]);
  });
});

describe('The busy week at the start', () => {
  it('is told from a gain by the reversion after it', () => {
    const panel = scenarioPanel(scenarioRows('busy_week_adoption'), 1, (rows) => Math.log1p(rows.length));
    const spike = { from: 0, to: 0 };
    const after = { from: 1, to: 8 };
    const found = can(imputation(panel, [{ mean: spike }, { mean: after }, { mean: spike, less: after }]));
    const { busy_week_reversion } = reference.busy_week_adoption;
    [busy_week_reversion.spike, busy_week_reversion.after, busy_week_reversion.reversion].forEach(
      (wanted, index) => {
        const estimate = can(found.estimates[index] ?? { cannot: 'no observations' });
        close(estimate.value, wanted.log, TOLERANCE);
        close(estimate.se, wanted.se, TOLERANCE);
      },
    );
  });
});
