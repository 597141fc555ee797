import type { Guardrail } from '../../server/contract/index.ts';
import { calendarDate } from '../../server/words/date.ts';
import { type Scale, scaleFor } from './ticks.ts';

export type GuardrailDot = {
  readonly at: Guardrail['points'][number]['at'];
  readonly x: number;
  readonly y: number;
  readonly alone: boolean;
};

export type PreparedGuardrail = {
  readonly scale: Scale;
  /** Stretches of the line without a gap. */
  readonly path: string;
  readonly dots: readonly GuardrailDot[];
  readonly start: number | null;
  readonly target: number | null;
  readonly limit: number | null;
  /** What stands under the left end, the start, and the right end. */
  readonly labels: readonly {
    readonly x: number;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly text: string;
  }[];
  yOf(value: number): number;
};

const TOP = 20;
const AXIS = 22;
const EDGE = 6;

/** Decides everything about one small chart in a box of `width` by `height` units, on a scale of its own that begins at 0. */
export function prepareGuardrail(
  { points, target, limit, weeks, definition }: Guardrail,
  width: number,
  height: number,
): PreparedGuardrail {
  const values = points.flatMap(({ value }) => value ?? []);
  const scale = scaleFor(Math.max(0, ...values, target ?? 0, limit ?? 0), definition.unit);
  const xOf = (place: number) =>
    points.length < 2 ? width / 2 : EDGE + (place / (points.length - 1)) * (width - 2 * EDGE);
  const yOf = (value: number) =>
    height - AXIS - (Math.min(value, scale.top) / scale.top) * (height - AXIS - TOP);
  const first = points.findIndex(({ at }) => at === 0);
  const dots = points.flatMap(({ at, value }, place): GuardrailDot[] => {
    if (value === null) return [];
    const near = [points[place - 1]?.value, points[place + 1]?.value].some((other) => other != null);
    return [{ at, x: xOf(place), y: yOf(value), alone: !near }];
  });
  const start = first < 1 ? null : xOf(first - 0.5);
  return {
    scale,
    yOf,
    dots,
    start,
    path: points
      .map(({ value }, place) =>
        value === null
          ? ''
          : `${place === 0 || points[place - 1]?.value === null ? 'M' : 'L'}${xOf(place).toFixed(1)},${yOf(value).toFixed(1)}`,
      )
      .join(''),
    target: target === null ? null : yOf(target),
    limit: limit === null ? null : yOf(limit),
    labels: labelsOf(points, weeks, width, start),
  };
}

function labelsOf(
  points: Guardrail['points'],
  weeks: number,
  width: number,
  start: number | null,
): PreparedGuardrail['labels'] {
  const [first, last] = [points[0]?.at, points.at(-1)?.at];
  if (first === undefined || last === undefined) return [];
  const ends = [
    { x: EDGE, anchor: 'start' as const, text: textOf(first, 0) },
    { x: width - EDGE, anchor: 'end' as const, text: textOf(last, weeks) },
  ];
  return start === null ? ends : [...ends, { x: start, anchor: 'middle' as const, text: 'start' }];
}

/** "48 weeks before", "48 after", "Nov 2025" */
function textOf(at: string | number, weeks: number): string {
  if (typeof at === 'string') return calendarDate(at).replace(/^\d+ /, '');
  return at < 0 ? `${-at} weeks before` : `${at + weeks} after`;
}
