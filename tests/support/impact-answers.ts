import type { EffectRow, Impact, ImpactAnswer, ImpactTrend } from '../../server/contract/impact.ts';
import { usualView } from '../../server/contract/view.ts';
import { weekLabel, weekLastDay, weekOfDate } from '../../server/model/week.ts';

const PERIODS = 20;
const about = {
  name: 'Time to merge',
  formula: 'Hours from the opening to the merge.',
  unit: 'hours',
  minimum: 'five items',
  emptyMeans: 'Nothing was finished.',
  limits: [],
};
const words = {
  howToRead: 'Line: median. Band: the middle half.',
  description: 'Fell from 48 to 36 hours.',
  coverage: '12 teams (2 started)',
  n: 1200,
  unknowable: null,
  about,
};

/** Periods of four weeks, from a Monday to a Sunday. */
export const periods = Array.from({ length: PERIODS }, (_, index) => {
  const first = weekOfDate('2025-01-06') + 4 * index;
  return { from: weekLabel(first), to: weekLastDay(first + 3) };
});

/** Teams start in the tenth period; the last one has not been followed for long enough, and the third has too few. */
export function madeUpTrend(): ImpactTrend {
  const points = periods.map((period, index) => {
    const few = index === 2;
    const value = index < 10 ? 48 : 36;
    const state = few
      ? ('too-few' as const)
      : index === PERIODS - 1
        ? ('young' as const)
        : ('value' as const);
    return few
      ? { ...period, state, value: null, low: null, high: null, n: 3 }
      : { ...period, state, value, low: value / 2, high: value * 1.5, n: 60 };
  });
  const others = periods.map((period) => ({ ...period, value: 46, n: 30 }));
  const expected = periods.slice(10, -1).map((period) => ({ ...period, value: 47, low: 43, high: 52 }));
  const starts = [
    { week: weekLabel(weekOfDate(periods[10]?.from ?? '')), teams: 1 },
    { week: weekLabel(weekOfDate(periods[10]?.from ?? '') + 2), teams: 3 },
  ];
  return {
    ...words,
    finding: 'Half took at most 36 hours since the starts, 48 before',
    points,
    others,
    expected,
    starts,
  };
}

const row = (over: Partial<EffectRow>): EffectRow => ({
  ...{
    key: 'time',
    name: 'Time to merge',
    primary: true,
    better: 'lower',
    standing: 'better',
    word: 'better',
  },
  ...{ percent: { value: -25, low: -33, high: -16 }, why: '', sentence: 'about 25 % less: better' },
  ...{ before: 48, after: 36, unit: 'hours', n: 900 },
  ...over,
});

export function madeUpImpact(over: Partial<Impact> = {}): ImpactAnswer {
  const data: Impact = {
    rollout: { id: 'copilot', name: 'Copilot' },
    said: {
      row: 'faster-compared',
      sentence: 'Probably yes: teams that started take about 25 % less time.',
      under: '4 of 12 teams started.',
      tone: 'better',
      cost: 'No cost we could see.',
      remark: null,
      look: '',
      isFinal: true,
    },
    trend: madeUpTrend(),
    effects: {
      ...words,
      finding: 'Better: time to merge',
      rows: [
        row({}),
        row({
          ...{ key: 'throughput', name: 'Merged pull requests', primary: true, better: 'higher' },
          ...{ percent: { value: 4, low: -95, high: 160 }, standing: 'none', word: 'no clear change' },
          ...{ before: 1.2, after: 1.3, unit: 'pull requests per person' },
        }),
        row({
          ...{ key: 'review-time', name: 'Review', primary: false, standing: 'cannot', percent: null },
          ...{ why: 'too few weeks', word: 'cannot be told', before: null, after: null },
        }),
      ],
    },
    eventStudy: {
      ...words,
      finding: 'Less time in every period since',
      lead: 'Before their starts these teams moved like the others.',
      points: [-3, -2, -1, 0, 1, 2, 3].map((period) => ({
        ...{ period, side: period < 0 ? ('lead' as const) : ('after' as const) },
        ...{ name: `period ${period}`, percent: period < 0 ? 1 : -25, low: period < 0 ? -6 : -35 },
        ...{ high: period < 0 ? 8 : -14, teams: 4 },
      })),
    },
    teams: {
      ...words,
      finding: 'One of two teams changed for certain',
      periods,
      teams: [
        {
          ...{ team: 'a', name: 'Accounts', start: periods[10]?.from ?? null, before: 48, after: 36 },
          ...{ nBefore: 500, nAfter: 400, change: { value: -25, low: -33, high: -16 } },
          values: periods.map((_, index) => (index === 5 ? null : 40)),
        },
        {
          ...{ team: null, name: 'Others', start: null, before: 50, after: null, nBefore: 60, nAfter: 2 },
          ...{ change: null, values: periods.map(() => 50) },
        },
      ],
    },
    distribution: {
      ...words,
      finding: '40 % took a day at most since, 20 % before',
      bins: [
        { name: 'under a day', from: 0, to: 24, before: 0.2, after: 0.4 },
        { name: 'a day to a week', from: 24, to: 168, before: 0.798, after: 0.6 },
        { name: 'over a week', from: 168, to: null, before: 0.002, after: 0 },
      ],
      nBefore: 500,
      nAfter: 400,
    },
    working: null,
    ...over,
  };
  return {
    asked: usualView,
    dataUntil: '2026-07-19T03:00:00Z',
    generation: 4,
    demo: false,
    warnings: [],
    data,
  };
}
