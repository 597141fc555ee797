import type { Point, Series } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import type { EndLabel } from './end-labels.ts';
import { counts, isShare, type Reading, reading, type Stat, shares, within } from './reading.ts';
import { mostLabels, type Scale, scaleFor, type Tick, weekTicks } from './ticks.ts';

/** One week as it is drawn, in the measure's own unit. `null` is a gap and never a zero. */
export type DrawnWeek = {
  readonly week: string;
  /** The value of a full week that has been followed for long enough. */
  readonly full: number | null;
  /** The value of a week that may still change; with lines also of the full week just before, so that a dash can join them. */
  readonly changing: number | null;
  /** 25th to 75th percentile of a full week, and the same of one that may still change, joined alike. */
  readonly band: readonly [number, number] | null;
  readonly changingBand: readonly [number, number] | null;
  /** A full week without a neighbour: no line touches it, so it gets a dot. */
  readonly alone: boolean;
  readonly mayChange: boolean;
  readonly reading: Reading;
};

export type PreparedSeries = {
  readonly mark: 'line' | 'bars';
  readonly weeks: readonly DrawnWeek[];
  readonly scale: Scale;
  /** Pixels for the labels left of the plot; the top one lies on its line instead. */
  readonly yWidth: number;
  /** Pixels right of the plot, for the labels at the line's end. */
  readonly right: number;
  readonly xTicks: readonly Tick<string>[];
  readonly ends: readonly EndLabel[];
  /** The last week that is drawn. */
  readonly end: string | null;
  /** Weeks whose band reaches beyond the scale. */
  readonly beyond: number;
  /** The last full week with a value, which the labels at the end speak of. */
  readonly last: string | null;
  /** Dots on every week, where they do not run together. */
  readonly dots: boolean;
  /** So many weeks that a line of the usual weight would close up. */
  readonly dense: boolean;
  /** False when no week has a value: there is nothing to draw, only to say. */
  readonly drawable: boolean;
};

/** More bars than this would be thinner than the gaps between them. */
const mostBars = 120;
const mostDots = 30;
/** Pixels from one week to the next that a line of the usual weight needs. */
const leastPitch = 4;
const digitWidth = 7.5;
/** Pixels that the labels at a line's end take at least. They are left out where no plot worth its name would remain. */
const leastEnd = 80;
const leastPlot = 100;

function measured(point: Point | undefined): number | null {
  return point === undefined || point.state !== 'value' ? null : point.value;
}

/** The running week, and one whose work has not been followed for long enough yet. */
function mayChange(point: Point | undefined): boolean {
  return point !== undefined && (point.running || point.young);
}

function fullValue(point: Point | undefined): number | null {
  return mayChange(point) ? null : measured(point);
}

/** The middle half of a full week; the running one has none. */
function bandOf(point: Point | undefined): [number, number] | null {
  const isFull = point !== undefined && !point.running && measured(point) !== null;
  return !isFull || point.low === null || point.high === null ? null : [point.low, point.high];
}

/** Decides everything about a chart of one measure by week, `width` pixels wide; drawing it decides nothing more. */
export function prepareSeries(series: Series, stat: Stat, width: number): PreparedSeries {
  const { points, definition } = series;
  const inBars = counts(definition) && !isShare(definition);
  const mark = inBars && points.length <= mostBars ? 'bars' : 'line';
  const weeks = points.map((point, index) => drawnWeek(series, stat, mark, point, index));
  const values = points.flatMap((point) => measured(point) ?? []);
  const highs = points.flatMap((point) => bandOf(point)?.[1] ?? []);
  const scale = scaleFor(Math.max(0, ...values, mostOf(highs)), definition.unit);
  const last = points.findLast((point) => !point.running && measured(point) !== null);
  const yWidth = 12 + digitWidth * Math.max(...scale.ticks.slice(0, -1).map(({ label }) => label.length));
  const ends = last === undefined || counts(definition) ? [] : endLabels(last, series, stat);
  const endWidth = Math.max(leastEnd, 10 + 6.5 * Math.max(0, ...ends.map(({ amount: said }) => said.length)));
  const labelled = ends.length > 0 && width - yWidth - endWidth >= leastPlot;
  const right = labelled ? endWidth : 8;
  const plot = width - yWidth - right;
  return {
    mark,
    weeks,
    scale,
    yWidth,
    right,
    xTicks: weekTicks(
      points.map((point) => point.week),
      mostLabels(plot),
    ),
    ends: labelled ? ends : [],
    last: last?.week ?? null,
    end: points.findLast((point) => measured(point) !== null)?.week ?? null,
    beyond: highs.filter((high) => high > scale.top).length,
    dots: points.length <= mostDots,
    dense: points.length * leastPitch > plot,
    drawable: values.length > 0,
  };
}

/**
 * What nine in ten of the bands stay within. A heavy tail has weeks with a quarter of the work at ten times the median:
 * a scale for those would press every median flat on the axis, so their bands leave the chart, and the chart says so.
 */
function mostOf(highs: readonly number[]): number {
  return highs.toSorted((one, other) => one - other)[Math.ceil(highs.length * 0.9) - 1] ?? 0;
}

function drawnWeek(
  series: Series,
  stat: Stat,
  mark: 'line' | 'bars',
  point: Point,
  index: number,
): DrawnWeek {
  const before = fullValue(series.points[index - 1]);
  const after = series.points[index + 1];
  const full = fullValue(point);
  const joins = mark === 'line' && mayChange(after) && measured(after) !== null;
  const band = bandOf(point);
  const changes = mayChange(point);
  return {
    week: point.week,
    full,
    changing: changes ? measured(point) : joins ? full : null,
    band: changes ? null : band,
    changingBand: changes || (joins && bandOf(after) !== null) ? band : null,
    alone: full !== null && before === null && fullValue(after) === null,
    mayChange: changes,
    reading: reading(point, series.definition, stat),
  };
}

/** From high to low, as they stand beside the chart; the line itself is strong. */
function endLabels(point: Point, series: Series, stat: Stat): EndLabel[] {
  const label = (share: string, at: number | null, strong: boolean): EndLabel[] =>
    at === null
      ? []
      : [
          {
            name: `${share} ${within(series.definition)}`,
            amount: amount(at, series.definition.unit),
            at,
            strong,
          },
        ];
  const labels = [
    ...label(shares[stat], measured(point), true),
    ...label('75 %', point.high, false),
    ...label('25 %', point.low, false),
  ];
  return labels.sort((one, other) => other.at - one.at);
}
