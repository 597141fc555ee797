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
  /** Where the drawing ends and the names of its lines begin. */
  readonly right: number;
  /** The names of the two lines beside their ends, where no mark lies, and never over each other. */
  readonly names: readonly { readonly text: 'before' | 'limit'; readonly y: number }[];
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
/** Room for "before" at the end of its line. */
const NAMES = 52;
const NAME_HEIGHT = 14;

/** Decides everything about one small chart in a box of `width` by `height` units, on a scale of its own that begins at 0. */
export function prepareGuardrail(
  { points, target, limit, weeks, definition }: Guardrail,
  width: number,
  height: number,
): PreparedGuardrail {
  const values = points.flatMap(({ value }) => value ?? []);
  const scale = scaleFor(Math.max(0, ...values, target ?? 0, limit ?? 0), definition.unit);
  const right = target === null && limit === null ? width : width - NAMES;
  const xOf = (place: number) =>
    points.length < 2 ? right / 2 : EDGE + (place / (points.length - 1)) * (right - 2 * EDGE);
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
    right,
    names: namesOf(target === null ? null : yOf(target), limit === null ? null : yOf(limit)),
    labels: labelsOf(points, weeks, right, start),
  };
}

function namesOf(target: number | null, limit: number | null): PreparedGuardrail['names'] {
  const apart = target === null || limit === null ? NAME_HEIGHT : Math.abs(target - limit);
  const nudge = Math.max(0, NAME_HEIGHT - apart) / 2;
  const above = (one: number, other: number | null) => other !== null && one < other;
  return [
    ...(target === null
      ? []
      : [{ text: 'before' as const, y: above(target, limit) ? target - nudge : target + nudge }]),
    ...(limit === null
      ? []
      : [{ text: 'limit' as const, y: above(limit, target) ? limit - nudge : limit + nudge }]),
  ];
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
