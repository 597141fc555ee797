import { describe, expect, it } from 'vitest';
import { type GroupTimeOptions, groupTime, influenceError } from '../../../server/stats/panel/group-time.ts';
import {
  type Aggregate,
  byCohort,
  calendar,
  dynamic,
  type Part,
  type Parts,
  simple,
} from '../../../server/stats/panel/group-time-aggregate.ts';
import { groupTimeJackknife } from '../../../server/stats/panel/group-time-jackknife.ts';
import { preTest } from '../../../server/stats/panel/pre-test.ts';
import reference from '../../reference/did.json' with { type: 'json' };
import { can, close } from '../../support/reference.ts';
import { referencePanel } from '../../support/reference-panel.ts';

const TOLERANCE = 1e-9;

const period = referencePanel('team_period_panel.csv');
const week = referencePanel('team_week_panel.csv', { period: 'week', start: 'adopt_week' });
const balanced = {
  team_period: period,
  team_week: week,
  all_adopt: referencePanel('team_period_all_adopt.csv'),
  unbalanced: referencePanel('team_period_unbalanced.csv'),
};

type Case = keyof typeof balanced;
type Cell = {
  group: number;
  time: number;
  att: number;
  n_treated: number;
  n_control: number | null;
  se: number | null;
};
type Summary = {
  overall_att: number;
  overall_se: number;
  parts: { egt: number; att: number; se: number | null }[];
};
type Wanted = {
  n_units_used: number;
  dropped_unbalanced: number[];
  dropped_always_treated: number;
  att_gt: Cell[];
  pretest_wald: { W: null };
  simple: { overall_att: number; overall_se: number };
  dynamic: Summary;
  group: Summary;
  calendar: Summary;
};

const cases: [Case, GroupTimeOptions, Wanted][] = [
  ['team_week', { control: 'never', base: 'varying' }, reference.team_week_never_varying],
  ['team_week', { control: 'not yet', base: 'varying' }, reference.team_week_notyet_varying],
  ['team_week', { control: 'never', base: 'universal' }, reference.team_week_never_universal],
  ['team_period', { control: 'never', base: 'varying' }, reference.team_period_never_varying],
  ['team_period', { control: 'never', base: 'universal' }, reference.team_period_never_universal],
  ['team_period', { control: 'not yet', base: 'varying' }, reference.team_period_notyet_varying],
  ['team_period', { control: 'not yet', base: 'universal' }, reference.team_period_notyet_universal],
  ['all_adopt', { control: 'not yet', base: 'varying' }, reference.all_adopt_notyet],
  ['unbalanced', { control: 'never', base: 'varying' }, reference.unbalanced_dropped],
];

describe.each(cases)("Callaway and Sant'Anna on %s with %o", (name, options, wanted) => {
  const { panel, unitLabels, periodLabels } = balanced[name];
  const found = can(groupTime(panel, options));
  /** From periods counted from 0 to the labels of the reference. */
  const label = (at: number) => periodLabels[at] ?? 0;

  it('has the cells and analytic errors of did', () => {
    expect(found.units).toHaveLength(wanted.n_units_used);
    expect(found.incomplete.map((unit) => unitLabels[unit])).toEqual(wanted.dropped_unbalanced);
    expect(found.alwaysTreated).toHaveLength(wanted.dropped_always_treated);
    expect(found.cells).toHaveLength(wanted.att_gt.length);
    wanted.att_gt.forEach(({ group, time, att, n_treated, n_control, se }, index) => {
      const cell = found.cells[index];
      expect([label(cell?.cohort ?? -1), label(cell?.period ?? -1)]).toEqual([group, time]);
      close(cell?.att, att, TOLERANCE);
      expect(cell?.treated).toBe(n_treated);
      if (n_control !== null) expect(cell?.control).toBe(n_control);
      if (se === null) expect(cell?.period).toBe(cell?.from);
      else close(cell && influenceError(found.influence(cell)), se, TOLERANCE);
    });
  });

  it('has its aggregates, with the error of estimated weights', () => {
    whole(can(simple(found)), wanted.simple);
    parts(can(dynamic(found)), wanted.dynamic, (at) => at);
    parts(can(byCohort(found)), wanted.group, label);
    parts(can(calendar(found)), wanted.calendar, label);
  });

  it('cannot test all cells before the starts at once', () => {
    expect(wanted.pretest_wald.W).toBe(null);
    expect(preTest(found)).toEqual({ cannot: 'singular design' });
  });
});

function whole(found: Aggregate, wanted: { overall_att: number; overall_se: number }): void {
  close(found.att, wanted.overall_att, TOLERANCE);
  close(found.se(), wanted.overall_se, TOLERANCE);
}

function parts(
  found: Parts,
  wanted: {
    overall_att: number;
    overall_se: number;
    parts: { egt: number; att: number; se: number | null }[];
  },
  label: (at: number) => number,
): void {
  whole(found.overall, wanted);
  expect(found.parts.map((part: Part) => label(part.at))).toEqual(wanted.parts.map(({ egt }) => egt));
  wanted.parts.forEach(({ att, se }, index) => {
    close(found.parts[index]?.att, att, TOLERANCE);
    if (se !== null) close(found.parts[index]?.se(), se, TOLERANCE);
  });
}

describe('The event study in a window', () => {
  it('is that of did from -4 to 6', () => {
    const { min_e, max_e, ...wanted } = reference.team_period_never_window;
    const found = can(groupTime(period.panel, { control: 'never', base: 'varying' }));
    parts(can(dynamic(found, { from: min_e, to: max_e })), wanted, (at) => at);
  });
});

describe('The cluster jackknife of the simple aggregate', () => {
  it('leaves out one team after the other as the reference does', () => {
    const wanted = reference.team_period_jackknife_simple;
    const found = can(groupTimeJackknife(period.panel, { control: 'never', base: 'varying' }));
    close(found.value, wanted.estimate, TOLERANCE);
    close(found.se, wanted.se, TOLERANCE);
    expect(found.df).toBe(21);
    wanted.values.forEach((value, index) => {
      close(found.leaveOneOut[index], value, TOLERANCE);
    });
  });
});
