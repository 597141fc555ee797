import type { ImpactTrend } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { type DrawnNotes, drawnNotes } from './prepare-notes.ts';
import { middleOf, scaleFor } from './ticks.ts';
import { brokenBand, brokenLine, type PathPoint, timeAxis } from './time-axis.ts';
import { type TrendNote, trendNames } from './trend-notes.ts';

export type TrendLabel = {
  readonly which: 'started' | 'expected' | 'others';
  readonly name: string;
  readonly amount: string;
  readonly y: number;
};

/** Everything in units of the drawing: pixels where the reader's text is of the usual size. */
export type PreparedTrend = {
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly dates: readonly { readonly x: number; readonly label: string }[];
  /** The middle half of what has been followed for long enough, and of what has not. */
  readonly band: string;
  readonly youngBand: string;
  readonly line: string;
  /** From the last full period on. */
  readonly youngLine: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly young: boolean }[];
  readonly others: string;
  readonly expected: string;
  readonly expectedBand: string;
  /** Where the first team starts: the rollout's line. */
  readonly start: number | null;
  readonly notes: DrawnNotes;
  readonly labels: readonly TrendLabel[];
  /** Of each period its middle, and the height of its median; null: it has none. */
  readonly places: readonly { readonly x: number; readonly y: number | null }[];
};

const MARGIN = { top: 26, bottom: 24, right: 92 };
const LETTER = 7.5;
/** From one label at the right to the next: two lines of words. */
const GAP = 30;

/** Decides everything about the trend in a box of this size. */
export function prepareImpactTrend(
  trend: ImpactTrend,
  trendNotes: readonly TrendNote[],
  width: number,
  height: number,
): PreparedTrend {
  const { points, others, expected, starts } = trend;
  const scale = scaleFor(highestOf(trend), 'hours');
  const left = 12 + LETTER * Math.max(...scale.ticks.slice(0, -1).map(({ label }) => label.length));
  const plot = {
    x: left,
    y: MARGIN.top,
    width: width - MARGIN.right - left,
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const axis = timeAxis(points, left, left + plot.width);
  const yOf = (value: number) =>
    plot.y + plot.height * (1 - Math.min(Math.max(value, 0), scale.top) / scale.top);
  const at = (point: { from: string; to: string; value: number | null } | undefined): PathPoint | null =>
    point === undefined || point.value === null ? null : { x: axis.middle(point), y: yOf(point.value) };
  const bandAt = (
    point: { from: string; to: string; low: number | null; high: number | null } | undefined,
  ) =>
    point === undefined || point.low === null || point.high === null
      ? null
      : { x: axis.middle(point), low: yOf(point.low), high: yOf(point.high) };
  const isYoung = ({ state }: (typeof points)[number]) => state === 'young';
  // The last one before a young one takes part in both, so that a dash can join them.
  const joins = (index: number) => points[index + 1] !== undefined && points[index + 1]?.state === 'young';
  const [first] = starts;
  return {
    plot,
    ticks: scale.ticks.map(({ at: value, label }) => ({ y: yOf(value), label })),
    dates: axis.labels.map(({ x, label }) => ({ x: middleOf(label, x, width), label })),
    band: brokenBand(points.map((point) => (isYoung(point) ? null : bandAt(point)))),
    youngBand: brokenBand(
      points.map((point, index) => (isYoung(point) || joins(index) ? bandAt(point) : null)),
    ),
    line: brokenLine(points.map((point) => (isYoung(point) ? null : at(point)))),
    youngLine: brokenLine(points.map((point, index) => (isYoung(point) || joins(index) ? at(point) : null))),
    dots: points.flatMap((point) => {
      const place = at(point);
      return place === null ? [] : [{ ...place, young: isYoung(point) }];
    }),
    others: brokenLine(others.map(at)),
    expected: brokenLine(expected.map(at)),
    expectedBand: brokenBand(expected.map(bandAt)),
    start: first === undefined ? null : (axis.at(first.week) ?? null),
    notes: drawnNotes(
      trendNotes,
      (week) => {
        const x = axis.at(week);
        return x === undefined ? undefined : x - left;
      },
      plot.width,
    ),
    labels: labelsOf(trend, yOf, plot),
    places: points.map((point) => ({ x: axis.middle(point), y: at(point)?.y ?? null })),
  };
}

/** One odd period would press all others flat: what is far beyond the usual leaves the chart at its top. */
function highestOf({ points, others, expected }: ImpactTrend): number {
  const medians = [...points, ...others, ...expected].flatMap(({ value }) => value ?? []);
  const highs = [...points, ...expected].flatMap(({ high }) => high ?? []).toSorted((a, b) => a - b);
  return Math.max(...medians, highs[Math.ceil(highs.length * 0.9) - 1] ?? 0, 0);
}

function labelsOf(
  trend: ImpactTrend,
  yOf: (value: number) => number,
  plot: PreparedTrend['plot'],
): TrendLabel[] {
  const { points, others, expected } = trend;
  const last = (list: readonly { value: number | null; state?: string }[]) =>
    list.findLast(({ value, state }) => value !== null && state !== 'young')?.value ?? null;
  const label = (which: TrendLabel['which'], name: string, value: number | null) =>
    value === null ? [] : [{ which, name, amount: amount(value, 'hours'), y: yOf(value) }];
  const names = trendNames(trend);
  const labels = [
    ...label('started', names.started, last(points)),
    ...label('expected', 'expected', last(expected)),
    ...label('others', names.others, last(others)),
  ].sort((one, other) => one.y - other.y);
  return apart(labels, plot.y + GAP / 2, plot.y + plot.height - GAP / 2);
}

/** Each as near to its line as it can be without lying on another. */
function apart(labels: readonly TrendLabel[], top: number, bottom: number): TrendLabel[] {
  const placed: TrendLabel[] = [];
  for (const label of labels) {
    const before = placed.at(-1);
    placed.push({ ...label, y: Math.max(label.y, before === undefined ? top : before.y + GAP) });
  }
  let most = bottom;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const label = placed[index];
    if (label === undefined) continue;
    placed[index] = { ...label, y: Math.min(label.y, most) };
    most = Math.min(label.y, most) - GAP;
  }
  return placed;
}
