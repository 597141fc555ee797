import type { Distribution, ImpactTrend } from '../../contract/impact.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import { median } from '../../stats/quantile.ts';
import { type Frame, PERIOD } from './frame.ts';
import type { Gathered } from './gathered.ts';
import { bothSides, type Ordered, valuesWithin } from './ordered.ts';

/** A point with fewer items has no median that is worth drawing. */
export const FEWEST_DRAWN = 5;

/** First and last day of each period that is drawn; the running weeks are in none. */
export function periodsDrawn({ frame }: Gathered): { from: string; to: string; isYoung: boolean }[] {
  return Array.from({ length: Math.max(frame.over, frame.followed) }, (_, period) => {
    const week = frame.from + period * PERIOD;
    return { from: weekLabel(week), to: weekLastDay(week + PERIOD - 1), isYoung: period >= frame.followed };
  });
}

/** The values of some teams by so many periods each, in minutes. */
export function valuesByPeriod(
  { from, over, followed }: Frame,
  ordered: Ordered,
  places: readonly number[],
  step = 1,
): Int32Array[] {
  const periods = Math.max(over, followed);
  return Array.from({ length: Math.ceil(periods / step) }, (_, index) => {
    const until = Math.min(periods, (index + 1) * step);
    return valuesWithin(ordered, places, from + index * step * PERIOD, from + until * PERIOD);
  });
}

/** Median and middle half in hours; null where there are too few. */
export function middleOf(values: Int32Array): { value: number; low: number; high: number } | null {
  if (values.length < FEWEST_DRAWN) return null;
  const [low = 0, value = 0, high = 0] = bucketedQuantiles(values, [0.25, 0.5, 0.75]);
  return { value: value / 60, low: low / 60, high: high / 60 };
}

/** The median alone. */
export function medianOf(values: Int32Array): number | null {
  return values.length < FEWEST_DRAWN ? null : median(values) / 60;
}

export type Drawn = Pick<ImpactTrend, 'points' | 'others' | 'starts'>;

/** The teams that start period by period, and the others beside them. */
export function trendOf(gathered: Gathered): Drawn {
  const { units, frame } = gathered;
  const periods = periodsDrawn(gathered);
  const starts = (place: number) => (units[place]?.start ?? null) !== null;
  const places = [...units.keys()];
  const own = valuesByPeriod(frame, gathered.ordered(), places.filter(starts));
  const others = valuesByPeriod(
    frame,
    gathered.ordered(),
    places.filter((place) => !starts(place)),
  );
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
          return { from, to, value: medianOf(values), n: values.length };
        }),
    starts: [...byWeek]
      .sort(([one], [other]) => one - other)
      .map(([week, teams]) => ({ week: weekLabel(week), teams: teams.length })),
  };
}

/** Ends of the bins in hours, from an hour to three weeks: hours, then parts of days, then days and weeks, as people count them. */
const ENDS = [1, 2, 4, 8, 16, 24, 48, 96, 168, 336, 504];

/** How long single items took before and after, by bins that are wider the longer it took. */
export function distributionOf(gathered: Gathered): Pick<Distribution, 'bins' | 'nBefore' | 'nAfter'> {
  const [before, after] = bothSides(gathered.frame, gathered.units, gathered.ordered());
  const [shareBefore, shareAfter] = [sharesByBin(before), sharesByBin(after)];
  const bins = [0, ...ENDS].map((from, index) => {
    const to = ENDS[index] ?? null;
    return {
      name: binName(from, to),
      from,
      to,
      before: shareBefore[index] ?? 0,
      after: shareAfter[index] ?? 0,
    };
  });
  return { bins, nBefore: before.length, nAfter: after.length };
}

/** The share of the values, in minutes, in each bin. */
function sharesByBin(values: Int32Array): Float64Array {
  const counts = new Float64Array(ENDS.length + 1);
  for (const value of values) {
    const end = ENDS.findIndex((hours) => value < hours * 60);
    const bin = end < 0 ? ENDS.length : end;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => count / Math.max(1, values.length));
}

function binName(from: number, to: number | null): string {
  const inDays = from >= 48;
  const said = (hours: number) => (inDays ? hours / 24 : hours);
  const unit = inDays ? 'days' : 'hours';
  if (to === null) return `over ${said(from)} ${unit}`;
  if (from === 0) return 'under an hour';
  return `${said(from)} to ${said(to)} ${unit}`;
}
