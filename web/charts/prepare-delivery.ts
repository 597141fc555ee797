import type { DeliveryMeasure } from '../../server/contract/index.ts';
import { deliveryAmount } from '../../server/words/delivery.ts';
import { number } from '../../server/words/number.ts';
import { type AxisNote, type DrawnNotes, drawnNotes } from './prepare-notes.ts';
import { middleOf, mostLabels, scaleFor, type Tick, weekTicks } from './ticks.ts';

/** Everything in units of the drawing: pixels where the reader's text is of the usual size. */
export type PreparedDelivery = {
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly dates: readonly { readonly x: number; readonly label: string }[];
  readonly dots: readonly Dot[];
  /** From dot to dot, broken where there is none; only of what has no interval. */
  readonly line: string;
  readonly parts: readonly PartLine[];
  /** Where before and after part; null: nothing is parted. */
  readonly since: number | null;
  readonly notes: DrawnNotes;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
};

type Dot = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly range: readonly [number, number] | null;
};
type PartLine = {
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
};

const MARGIN = { right: 10, top: 42, bottom: 24 };
/** Rows of words above the plot. */
const ROWS = [10, 28] as const;
/** About as wide as a letter is at most. */
const LETTER = 7;
/** Beyond so many points a line says it alone. */
const DOTS = 60;
const WEEK = 7 * 86_400_000;

/** What is drawn of one measure in a box of this size. */
export function prepareDelivery(
  measure: DeliveryMeasure,
  width: number,
  height: number,
  notes: readonly AxisNote[] = [],
): PreparedDelivery {
  const { definition, points, parts } = measure;
  const { unit } = definition;
  const all = [...points, ...parts].flatMap(({ value, high }) => [value ?? 0, high ?? 0]);
  const scale = scaleOf(Math.max(0, ...all), unit);
  const left = Math.max(...scale.ticks.map(({ label }) => label.length)) * LETTER + 12;
  const plot = { left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
  const ends = [...points, ...parts].flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const [begin, end] = [Math.min(...ends), Math.max(...ends)];
  const xAt = (date: number) =>
    plot.left + ((date - begin) / Math.max(end - begin, 1)) * (plot.right - plot.left);
  // A note lies in the middle of its week, as on the axes that have a place for each.
  const noteAt = (week: string) => {
    const middle = Date.parse(week) + WEEK / 2;
    return middle < begin || middle > end ? undefined : xAt(middle) - plot.left;
  };
  const yOf = (value: number) => plot.bottom - (value / scale.top) * (plot.bottom - plot.top);
  const dots = points.map(({ from, to, value, low, high }): Dot | null => {
    if (value === null) return null;
    const range = low === null || high === null ? null : ([yOf(low), yOf(high)] as const);
    return { key: from, x: xAt((Date.parse(from) + Date.parse(to)) / 2), y: yOf(value), range };
  });
  const joined = unit === 'deployments a week';
  const labels = weekTicks(
    points.map(({ from }) => from),
    mostLabels(plot.right - plot.left),
  );
  const lines = parts.flatMap(({ part, from, to, value }) => {
    if (value === null) return [];
    const label = `${deliveryAmount(value, unit)} ${PARTS[part]}`;
    return [{ part, from: xAt(Date.parse(from)), to: xAt(Date.parse(to)), y: yOf(value), label }];
  });
  return {
    plot,
    ticks: scale.ticks.map(({ at, label }) => ({ y: yOf(at), label })),
    dates: labels.map(({ at, label }) => ({ x: middleOf(label, xAt(Date.parse(at)), width), label })),
    dots: joined && points.length > DOTS ? [] : dots.filter((dot) => dot !== null),
    line: joined ? lineThrough(dots) : '',
    parts: labelled(lines, plot.right),
    since: parts.length === 2 && parts[1] !== undefined ? xAt(Date.parse(parts[1].from)) : null,
    notes: drawnNotes(notes, noteAt, Math.max(plot.right - plot.left, 0)),
  };
}

const PARTS = { whole: 'in all', before: 'before', after: 'since' };

/** Words above the plot where their lines begin; the first gives way upwards where the second would run into it. */
function labelled(lines: readonly Omit<PartLine, 'labelX' | 'labelY'>[], right: number): PartLine[] {
  const placed = lines.map((line) => {
    const labelX = Math.max(0, Math.min(line.from, right - line.label.length * LETTER));
    return { ...line, labelX, labelY: ROWS[1] };
  });
  const [first, second] = placed;
  if (first === undefined || second === undefined) return placed;
  const meet = first.labelX + (first.label.length + 1) * LETTER > second.labelX;
  return [{ ...first, labelY: meet ? ROWS[0] : ROWS[1] }, second];
}

function lineThrough(dots: readonly (Dot | null)[]): string {
  return dots
    .flatMap((dot, index) => {
      if (dot === null) return [];
      const begins = index === 0 || dots[index - 1] === null;
      return [`${begins ? 'M' : 'L'}${dot.x.toFixed(1)},${dot.y.toFixed(1)}`];
    })
    .join('');
}

type Scale = { readonly top: number; readonly ticks: readonly Tick<number>[] };

/** Hours as on other axes; shares and rates in round steps, three to five of them. */
function scaleOf(highest: number, unit: DeliveryMeasure['definition']['unit']): Scale {
  if (unit === 'hours') return scaleFor(highest, 'hours');
  const share = unit === 'share';
  const steps = share ? [0.01, 0.02, 0.05, 0.1, 0.2, 0.25] : [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const step = steps.find((size) => size * 5 >= highest) ?? highest / 4;
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const at = index * step;
    const label = share ? `${number(at * 100)} %` : index === count ? `${number(at)} a week` : number(at);
    return { at, label };
  });
  return { top: count * step, ticks };
}
