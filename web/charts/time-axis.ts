import { mostLabels, weekTicks } from './ticks.ts';

type Span = { readonly from: string; readonly to: string };

/** Days on an axis from the first to the last day of some periods, `left` to `right` in units of a drawing. */
export type TimeAxis = {
  readonly xOf: (day: string) => number;
  /** The middle of a period. */
  readonly middle: (span: Span) => number;
  /** Undefined: the day is not on it. */
  readonly at: (day: string) => number | undefined;
  readonly labels: readonly { readonly x: number; readonly label: string }[];
};

const DAY = 86_400_000;

export function timeAxis(periods: readonly Span[], left: number, right: number): TimeAxis {
  const begin = Date.parse(periods[0]?.from ?? '');
  // Its last day belongs to it.
  const end = Date.parse(periods.at(-1)?.to ?? '') + DAY;
  const place = (time: number) => left + ((time - begin) / Math.max(end - begin, DAY)) * (right - left);
  const xOf = (day: string) => place(Date.parse(day));
  const weeks = Array.from({ length: Math.max(0, Math.floor((end - begin) / (7 * DAY))) }, (_, index) =>
    new Date(begin + index * 7 * DAY).toISOString().slice(0, 10),
  );
  return {
    xOf,
    middle: ({ from, to }) => place((Date.parse(from) + Date.parse(to) + DAY) / 2),
    at: (day) => (Date.parse(day) >= begin && Date.parse(day) < end ? xOf(day) : undefined),
    labels: weekTicks(weeks, mostLabels(right - left)).map(({ at, label }) => ({ x: xOf(at), label })),
  };
}

export type PathPoint = { readonly x: number; readonly y: number };

/** A line through points, broken where there is none. */
export function brokenLine(points: readonly (PathPoint | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return '';
      const begins = index === 0 || points[index - 1] === null;
      return `${begins ? 'M' : 'L'}${point.x.toFixed(1)},${point.y.toFixed(1)}`;
    })
    .join('');
}

type BandPoint = { readonly x: number; readonly low: number; readonly high: number };

/** The ground between two lines, broken likewise. */
export function brokenBand(points: readonly (BandPoint | null)[]): string {
  const runs: BandPoint[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const edge = [
        ...run.map(({ x, high }) => [x, high]),
        ...run.toReversed().map(({ x, low }) => [x, low]),
      ];
      return `M${edge.map((pair) => pair.map((value) => (value ?? 0).toFixed(1)).join(',')).join('L')}Z`;
    })
    .join('');
}
