import type { Distribution, ImpactTrend } from '../../contract/impact.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { quantiles } from '../../stats/quantile.ts';
import { PERIOD } from './frame.ts';
import type { Gathered } from './gathered.ts';
import { valuesOf } from './phases.ts';

/** A point with fewer items has no median that is worth drawing. */
export const FEWEST_DRAWN = 5;

/** First and last day of each period that is drawn; the running weeks are in none. */
export function periodsDrawn({ frame }: Gathered): { from: string; to: string; isYoung: boolean }[] {
  return Array.from({ length: Math.max(frame.over, frame.followed) }, (_, period) => {
    const week = frame.from + period * PERIOD;
    return { from: weekLabel(week), to: weekLastDay(week + PERIOD - 1), isYoung: period >= frame.followed };
  });
}

/** The items of some teams by period: their values in minutes. */
export function valuesByPeriod(
  { frame, entries }: Gathered,
  periods: number,
  isIn: (unit: number) => boolean,
): Int32Array[] {
  const lists: number[][] = Array.from({ length: periods }, () => []);
  for (let at = 0; at < entries.size; at++) {
    const week = entries.week[at] ?? 0;
    if (week < frame.from || !isIn(entries.unit[at] ?? 0)) continue;
    lists[Math.floor((week - frame.from) / PERIOD)]?.push(entries.value[at] ?? 0);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** Median and middle half in hours; null where there are too few. */
export function middleOf(values: Int32Array): { value: number; low: number; high: number } | null {
  if (values.length < FEWEST_DRAWN) return null;
  const [low = 0, value = 0, high = 0] = quantiles(values, [0.25, 0.5, 0.75]);
  return { value: value / 60, low: low / 60, high: high / 60 };
}

export type Drawn = Pick<ImpactTrend, 'points' | 'others' | 'starts'>;

/** The teams that start period by period, and the others beside them. */
export function trendOf(gathered: Gathered): Drawn {
  const { units } = gathered;
  const periods = periodsDrawn(gathered);
  const starts = (unit: number) => (units[unit]?.start ?? null) !== null;
  const own = valuesByPeriod(gathered, periods.length, starts);
  const others = valuesByPeriod(gathered, periods.length, (unit) => !starts(unit));
  const byWeek = Map.groupBy(
    units.flatMap(({ start }) => start ?? []),
    (week) => week,
  );
  return {
    points: periods.map(({ from, to, isYoung }, period) => {
      const values = own[period] ?? new Int32Array(0);
      const middle = middleOf(values);
      const state = values.length === 0 ? 'empty' : middle === null ? 'too-few' : isYoung ? 'young' : 'value';
      const { value = null, low = null, high = null } = middle ?? {};
      return { from, to, state, value, low, high, n: values.length };
    }),
    others: units.every(({ start }) => start !== null)
      ? []
      : periods.map(({ from, to }, period) => {
          const values = others[period] ?? new Int32Array(0);
          return { from, to, value: middleOf(values)?.value ?? null, n: values.length };
        }),
    starts: [...byWeek]
      .sort(([one], [other]) => one - other)
      .map(([week, teams]) => ({ week: weekLabel(week), teams: teams.length })),
  };
}

/** Ends of the bins in hours: doublings from an hour to three weeks. */
const ENDS = [1, 2, 4, 8, 16, 24, 48, 96, 168, 336, 504];

/** How long single items took before and after, by bins that double. */
export function distributionOf({
  frame,
  units,
  entries,
}: Gathered): Pick<Distribution, 'bins' | 'nBefore' | 'nAfter'> {
  const [before, after] = valuesOf(frame, units, entries);
  const share = (values: Int32Array, from: number, to: number | null) => {
    const within = values.filter((value) => value >= from * 60 && (to === null || value < to * 60)).length;
    return values.length === 0 ? 0 : within / values.length;
  };
  const bins = [0, ...ENDS].map((from, index) => {
    const to = ENDS[index] ?? null;
    return {
      name: binName(from, to),
      from,
      to,
      before: share(before, from, to),
      after: share(after, from, to),
    };
  });
  return { bins, nBefore: before.length, nAfter: after.length };
}

function binName(from: number, to: number | null): string {
  const inDays = from >= 48;
  const said = (hours: number) => (inDays ? hours / 24 : hours);
  const unit = inDays ? 'days' : 'hours';
  if (to === null) return `over ${said(from)} ${unit}`;
  if (from === 0) return 'under an hour';
  return `${said(from)} to ${said(to)} ${unit}`;
}
