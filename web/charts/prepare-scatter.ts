import type { Scatter } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate, calendarDayAndMonth } from '../../server/words/date.ts';
import type { Reading } from './reading.ts';
import { middleOf, mostLabels, type Tick, weekTicks } from './ticks.ts';

/** A dot, in units from the corner of the drawing. */
export type Dot = { readonly id: string; readonly x: number; readonly y: number };

export type PreparedScatter = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly dots: readonly Dot[];
  readonly yTicks: readonly Tick<number>[];
  readonly xTicks: readonly Tick<number>[];
  /** Where the middle of a week lies, by its Monday. */
  weekAt(week: string): number;
  /** Percentiles of all, from the higher to the lower; `labelY` is kept apart from the other's. */
  readonly lines: readonly {
    readonly y: number;
    readonly label: readonly string[];
    readonly labelY: number;
  }[];
  /** The day that parts before from after. */
  readonly since: { readonly x: number; readonly label: string } | null;
};

/** In hours; each is several times the one before, as people say durations. */
type Steps = readonly (readonly [number, string])[];
const steps: Steps = [
  [1 / 60, '1 minute'],
  [1 / 6, '10 minutes'],
  [1, '1 hour'],
  [6, '6 hours'],
  [24, '1 day'],
  [168, '1 week'],
  [720, '30 days'],
  [4320, '180 days'],
  [21_900, '2.5 years'],
  [219_000, '25 years'],
];
/** How long a working day is differs, so there are none. */
const workingSteps: Steps = [
  [1 / 60, '1 minute'],
  [1 / 6, '10 minutes'],
  [1, '1 hour'],
  [10, '10 hours'],
  [100, '100 hours'],
  [1000, '1,000 hours'],
  [10_000, '10,000 hours'],
];
const DAY = 86_400_000;
/** The labels of percentiles stand right of the plot where there is room. */
const roomForLabels = 520;
/** Narrower, as with text of twice the size on a phone, there is none for "within". */
const roomForWords = 170;
const letter = 6.8;
const gap = 32;

/** Decides everything about a scatter on a logarithmic scale, in a box of `width` by `height` units. */
export function prepareScatter(
  scatter: Scatter,
  since: string | null,
  width: number,
  height: number,
): PreparedScatter {
  const { marks, from, to } = scatter;
  const labelled = width >= roomForLabels;
  const [top, bottom] = [12, height - 26];
  const yOf = scaleOf(marks.hours, scatter.definition.unit === 'hours' ? steps : workingSteps, top, bottom);
  const lines = linesOf(scatter, yOf.at, labelled, width);
  const left = 12 + longest(yOf.ticks.map(({ label }) => label));
  const right = width - (labelled ? 14 + longest(lines.flatMap(({ label }) => label)) : 8);
  const first = Date.parse(`${from}T00:00:00Z`);
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / DAY) + 1;
  // In the middle of its day; those of one day side by side would say more than is known.
  const xOf = (day: number) => left + 6 + ((day + 0.5) / days) * (right - left - 12);
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    new Date(first + week * 7 * DAY).toISOString().slice(0, 10),
  );
  const dayOf = (date: string) => (Date.parse(`${date}T00:00:00Z`) - first) / DAY;
  const sinceDay = since === null ? null : dayOf(since);
  return {
    left,
    right,
    top,
    bottom,
    dots: marks.day.map((day, mark) => ({
      id: idOf(scatter, mark),
      x: xOf(day),
      y: yOf.at(marks.hours[mark] ?? 0),
    })),
    yTicks: yOf.ticks,
    xTicks: weekTicks(weeks, mostLabels(right - left)).map(({ at, label }) => ({
      at: middleOf(label, xOf(dayOf(at)), width),
      label,
    })),
    weekAt: (week) => xOf(dayOf(week) + 3),
    lines,
    since:
      since === null || sinceDay === null || sinceDay <= 0 || sinceDay >= days
        ? null
        : { x: xOf(sinceDay - 0.5), label: `since ${calendarDayAndMonth(since)}` },
  };
}

/** Units that the longest of some words takes. */
function longest(words: readonly string[]): number {
  return letter * Math.max(0, ...words.map(({ length }) => length));
}

function scaleOf(hours: readonly number[], steps: Steps, top: number, bottom: number) {
  const lowest = Math.max(1 / 60, Math.min(...hours, 24));
  const highest = Math.max(...hours, 1);
  const begin = Math.max(
    0,
    steps.findLastIndex(([at]) => at <= lowest),
  );
  const beyond = steps.findIndex(([at]) => at >= highest);
  const end = beyond < 0 ? steps.length - 1 : Math.max(beyond, begin + 1);
  const shown = steps.slice(begin, end + 1);
  const low = Math.log(shown[0]?.[0] ?? 1);
  const high = Math.log(shown.at(-1)?.[0] ?? 24);
  const at = (value: number) => {
    const share = (Math.log(Math.max(value, 1 / 60)) - low) / (high - low);
    return bottom - Math.min(1, Math.max(0, share)) * (bottom - top);
  };
  return { at, ticks: shown.map(([value, label]) => ({ at: at(value), label })) };
}

/** "85 % within" over "2.8 days", beside their lines and never over each other. */
function linesOf(
  { p50, p85, definition: { unit } }: Scatter,
  yOf: (hours: number) => number,
  labelled: boolean,
  width: number,
): PreparedScatter['lines'] {
  if (p50 === null || p85 === null) return [];
  const [high, low] = [yOf(p85), yOf(p50)];
  const apart = Math.max(0, gap - (low - high)) / 2;
  const within = width < roomForWords ? ':' : ' within';
  const label = (share: string, hours: number) =>
    labelled ? [`${share} within`, amount(hours, unit)] : [`${share}${within} ${amount(hours, unit)}`];
  return [
    { y: high, label: label('85 %', p85), labelY: high - (labelled ? apart : 6) },
    { y: low, label: label('half', p50), labelY: labelled ? low + apart : low + 14 },
  ];
}

/** Which pull request a mark stands for. */
export function idOf({ marks, repositories }: Scatter, mark: number): string {
  return `${repositories[marks.repository[mark] ?? 0] ?? ''}#${marks.number[mark]}`;
}

/** The dot next to a place, if one is near enough; null: none is. */
export function nearestDot(dots: readonly Dot[], x: number, y: number, within: number): number | null {
  let [nearest, distance]: [number | null, number] = [null, within ** 2];
  dots.forEach((dot, mark) => {
    const apart = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (apart <= distance) [nearest, distance] = [mark, apart];
  });
  return nearest;
}

/** One pull request in words. */
export function dotReading(
  { marks, repositories, from, definition }: Scatter,
  mark: number,
  by: 'opening' | 'merge',
  nameOf: (repository: string) => string,
): Reading {
  const at = Date.parse(`${from}T00:00:00Z`) + (marks.day[mark] ?? 0) * DAY;
  const repository = repositories[marks.repository[mark] ?? 0] ?? '';
  return {
    week: `${by === 'opening' ? 'Opened' : 'Merged'} ${calendarDate(new Date(at).toISOString().slice(0, 10))}`,
    value: `${definition.name}: ${amount(marks.hours[mark] ?? 0, definition.unit)}`,
    rest: [`${nameOf(repository)}#${marks.number[mark]}`],
  };
}
