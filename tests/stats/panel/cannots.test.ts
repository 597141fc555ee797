import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../server/stats/cannot.ts';
import { groupTime } from '../../../server/stats/panel/group-time.ts';
import { byCohort, calendar, dynamic, simple } from '../../../server/stats/panel/group-time-aggregate.ts';
import { groupTimeJackknife } from '../../../server/stats/panel/group-time-jackknife.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import { uniformBand } from '../../../server/stats/panel/multiplier-bootstrap.ts';
import { NEVER, type Panel } from '../../../server/stats/panel/panel.ts';
import { preTest } from '../../../server/stats/panel/pre-test.ts';
import { preTrend } from '../../../server/stats/panel/pre-trend.ts';
import { randomisation } from '../../../server/stats/panel/randomisation.ts';
import { twoWayTreatment } from '../../../server/stats/panel/two-way-treatment.ts';
import { chanceOf } from '../../support/null-worlds/chance.ts';
import { can } from '../../support/reference.ts';

const PERIODS = 6;
const never = { control: 'never', base: 'varying' } as const;
const notYet = { control: 'not yet', base: 'varying' } as const;

function panelOf(starts: readonly number[], outcome?: (unit: number, period: number) => number): Panel {
  const chance = chanceOf(11);
  const value = outcome ?? (() => chance.normal());
  const cells = Array.from({ length: starts.length * PERIODS }, (_, cell) =>
    value(Math.floor(cell / PERIODS), cell % PERIODS),
  );
  return { units: starts.length, periods: PERIODS, outcome: Float64Array.from(cells), starts };
}

const sound = panelOf([3, 3, 4, 4, NEVER, NEVER, NEVER, NEVER]);
const nobody = panelOf([NEVER, NEVER, NEVER, NEVER]);
const all = panelOf([0, 0, 0, 0]);
const together = panelOf([3, 3, 3, 3]);
const oneControl = panelOf([3, 3, 3, NEVER]);
const flat = panelOf([3, 3, 4, NEVER, NEVER, NEVER], () => 2);
const atOnce = panelOf([1, 1, 1, NEVER, NEVER, NEVER]);

const only = (panel: Panel) => {
  const found = imputation(panel);
  return 'cannot' in found ? found : (found.estimates[0] ?? null);
};

const table: [asked: string, found: () => unknown, reason: Reason][] = [
  ['imputation, nobody starts', () => only(nobody), 'no treated units'],
  ['imputation, all treated always', () => only(all), 'no periods before'],
  ['imputation, all start together', () => only(together), 'no comparison units'],
  ['imputation, one team to compare with', () => only(oneControl), 'rests on one cluster'],
  ['imputation, nothing varies', () => only(flat), 'constant outcome'],
  ['imputation of no cells', () => only(panelOf([3, NEVER], () => Number.NaN)), 'no periods before'],
  [
    'imputation, an event that nobody reached',
    () => can(imputation(sound, [{ mean: { from: 9, to: 9 } }])).estimates[0],
    'no such event time',
  ],
  ['the pre-trend of nobody', () => preTrend(nobody).mean, 'no periods before'],
  ['the pre-trend with one period before', () => preTrend(atOnce).mean, 'no periods before'],
  [
    'the pre-trend when nothing varies',
    () => preTrend(panelOf([4, 4, 4, NEVER, NEVER, NEVER], () => 2)).mean,
    'constant outcome',
  ],
  ['cells, nobody starts', () => groupTime(nobody, never), 'no treated units'],
  ['cells, all treated always', () => groupTime(all, never), 'no periods before'],
  ['cells, nobody never starts', () => groupTime(together, never), 'no comparison units'],
  ['cells, all start together', () => groupTime(together, notYet), 'no treated units'],
  [
    'cells by the jackknife, one team to compare with',
    () => groupTimeJackknife(oneControl, never),
    'rests on one cluster',
  ],
  ['cells by the jackknife, nothing varies', () => groupTimeJackknife(flat, never), 'constant outcome'],
  [
    'an event study in an empty window',
    () => dynamic(can(groupTime(sound, never)), { from: 40, to: 50 }),
    'no such event time',
  ],
  [
    'a joint pre-test with one period before',
    () => preTest(can(groupTime(atOnce, never))),
    'no periods before',
  ],
  [
    'a joint pre-test of more cells than teams allow',
    () => preTest(can(groupTime(flat, never))),
    'singular design',
  ],
  ['a band without draws', () => uniformBand([new Float64Array(3)], []), 'no observations'],
  [
    'a band of nothing',
    () =>
      uniformBand(
        [new Float64Array(2)],
        [
          [1, -1],
          [1, 1],
        ],
      ),
    'constant outcome',
  ],
  [
    'randomisation of what cannot be computed',
    () => randomisation(nobody, [nobody.starts], () => ({ cannot: 'no treated units' })),
    'no treated units',
  ],
  ['randomisation without deals', () => randomisation(sound, [], () => 1), 'no observations'],
  ['two-way effects, all treated always', () => twoWayTreatment(all), 'singular design'],
  ['two-way effects, all start together', () => twoWayTreatment(together), 'singular design'],
];

describe('Panels that have no answer', () => {
  it.each(table)('are told so: %s', (_, found, reason) => {
    expect(found()).toEqual({ cannot: reason });
  });

  it('have one as soon as they are sound, in every aggregate', () => {
    const cells = can(groupTime(sound, never));
    for (const aggregate of [simple, dynamic, byCohort, calendar])
      expect(aggregate(cells)).not.toHaveProperty('cannot');
    expect(only(sound)).toHaveProperty('se');
    expect(groupTimeJackknife(sound, notYet)).toHaveProperty('se');
  });

  it('name the teams treated always and those with a hole', () => {
    const holed = panelOf([0, 3, 3, NEVER, NEVER], (unit, period) =>
      unit === 2 && period === 1 ? Number.NaN : unit * period,
    );
    const cells = can(groupTime(holed, never));
    expect(cells.alwaysTreated).toEqual([0]);
    expect(cells.incomplete).toEqual([2]);
    expect(can(imputation(holed)).alwaysTreated).toEqual([0]);
  });
});
