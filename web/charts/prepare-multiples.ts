import type { Stretch, TeamMultiples } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { count, number } from '../../server/words/number.ts';
import type { Reading } from './reading.ts';
import { type Scale, scaleFor } from './ticks.ts';

export type PanelPoint = {
  readonly from: string;
  readonly to: string;
  readonly x: number;
  /** Null: too few, or nothing; the line has a gap. */
  readonly y: number | null;
  /** It lies beyond the scale, where it gets an arrow. */
  readonly beyond: boolean;
  /** No neighbour has a value: it gets a dot, since no line touches it. */
  readonly alone: boolean;
  readonly reading: Reading;
};

export type PreparedPanel = {
  readonly team: string | null;
  readonly name: string;
  /** "21 hours" or "21 hours since, 24 before" */
  readonly summary: string;
  readonly points: readonly PanelPoint[];
  /** Stretches of the line without a gap, as the path of an svg. */
  readonly path: string;
};

export type PreparedMultiples = {
  readonly scale: Scale;
  readonly panels: readonly PreparedPanel[];
  readonly left: number;
  readonly right: number;
  readonly since: number | null;
  /** The days that the charts begin and end with. */
  readonly ends: readonly [string, string];
  yOf(value: number): number;
  /** Where the period of a week lies, by the week's Monday; undefined: it is in none. */
  weekAt(week: string): number | undefined;
};

const TOP = 18;
const AXIS = 20;

/** Decides everything about small charts of one scale, each in a box of `width` by `height` units. */
export function prepareMultiples(
  multiples: TeamMultiples,
  since: string | null,
  width: number,
  height: number,
): PreparedMultiples {
  const { panels, periods, definition } = multiples;
  const scale = scaleFor(
    mostOf(panels.flatMap(({ values }) => values.flatMap((value) => value ?? []))),
    definition.unit,
  );
  const [left, right] = [6, width - 6];
  const xOf = (place: number) =>
    periods.length < 2 ? (left + right) / 2 : left + (place / (periods.length - 1)) * (right - left);
  const yOf = (value: number) =>
    height - AXIS - (Math.min(value, scale.top) / scale.top) * (height - AXIS - TOP);
  const parted = since === null ? -1 : periods.findIndex(({ to }) => to >= since);
  return {
    scale,
    left,
    right,
    yOf,
    weekAt: (week) => {
      const place = periods.findIndex(({ from, to }) => from <= week && week <= to);
      return place < 0 ? undefined : xOf(place);
    },
    ends: [monthOf(periods[0]?.from), monthOf(periods.at(-1)?.to)],
    since: parted < 1 ? null : xOf(parted - 0.5),
    panels: panels.map(({ team, name, values, counts, parts }) => {
      const points = periods.map((period, place): PanelPoint => {
        const value = values[place] ?? null;
        const near = [values[place - 1], values[place + 1]].some((other) => other != null);
        return {
          ...period,
          x: xOf(place),
          y: value === null ? null : yOf(value),
          beyond: value !== null && value > scale.top,
          alone: value !== null && !near,
          reading: readingOf(multiples, place, value, counts[place] ?? 0),
        };
      });
      return { team, name, summary: summaryOf(parts, multiples), points, path: pathOf(points) };
    }),
  };
}

/** One odd fortnight of a small team would press all others flat: such a value leaves the chart, with an arrow. */
function mostOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const usual = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  return highest > 2 * usual ? usual : highest;
}

/** "Nov 2025" */
function monthOf(day: string | undefined): string {
  return day === undefined ? '' : calendarDate(day).replace(/^\d+ /, '');
}

function summaryOf(parts: readonly Stretch[], { definition }: TeamMultiples): string {
  const said = parts.map(({ part, value, n }) => {
    const words = value === null ? `too few (${number(n)})` : amount(value, definition.unit);
    return part === 'whole' ? words : `${words} ${part === 'before' ? 'before' : 'since'}`;
  });
  return said.join(', ');
}

function readingOf(
  { periods, weeks, definition }: TeamMultiples,
  place: number,
  value: number | null,
  n: number,
): Reading {
  const from = calendarDate(periods[place]?.from ?? '');
  return {
    week: weeks === 1 ? `Week of ${from}` : `${weeks} weeks from ${from}`,
    value:
      value === null ? (n === 0 ? 'Nothing to measure' : 'Too few to say') : amount(value, definition.unit),
    rest: [count(n, 'pull request')],
  };
}

function pathOf(points: readonly PanelPoint[]): string {
  return points
    .map(({ x, y }, place) => {
      if (y === null) return '';
      const begins = place === 0 || points[place - 1]?.y === null;
      return `${begins ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join('');
}
