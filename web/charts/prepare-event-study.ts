import type { EventStudy } from '../../server/contract/index.ts';
import { percentAxis } from './percent-axis.ts';
import { middleOf } from './ticks.ts';

export type StudyMark = {
  readonly key: number;
  readonly side: 'lead' | 'after';
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
};

/** Everything in units of the drawing. */
export type PreparedStudy = {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly ticks: readonly { readonly y: number; readonly label: string; readonly isZero: boolean }[];
  readonly weeks: readonly { readonly x: number; readonly label: string }[];
  readonly marks: readonly StudyMark[];
  /** Between the last period before the start and the first one after it. */
  readonly start: number;
  /** What stands beside it. */
  readonly startLabel: string;
};

const MARGIN = { left: 52, right: 18, top: 24, bottom: 26 };
const WEEKS = 4;
/** Room of one label below. */
const LABEL = 44;
/** Right of the start, of its label in full. */
const ROOM = 150;

/** Decides everything about the event study in a box of this size. */
export function prepareEventStudy({ points }: EventStudy, width: number, height: number): PreparedStudy {
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const axis = percentAxis(points, 6);
  const yOf = (percent: number) =>
    plot.bottom -
    ((Math.min(Math.max(percent, axis.low), axis.high) - axis.low) / (axis.high - axis.low)) *
      (plot.bottom - plot.top);
  const periods = points.map(({ period }) => period);
  const [first, last] = [Math.min(0, ...periods), Math.max(0, ...periods)];
  const each = Math.max(1, plot.right - plot.left) / (last - first + 1);
  const edge = (period: number) => plot.left + (period - first) * each;
  const every = Math.max(1, Math.ceil(LABEL / Math.max(each, 1)));
  const edges = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  return {
    plot,
    ticks: axis.ticks.map(({ at, label }) => ({ y: yOf(at), label, isZero: at === 0 })),
    weeks: edges
      .filter((period) => period % every === 0)
      .map((period) => {
        const label = weeksLabel(period * WEEKS);
        return { x: middleOf(label, edge(period), width), label };
      }),
    marks: points.map(({ period, side, percent, low, high }) => ({
      ...{ key: period, side, x: edge(period) + each / 2 },
      ...{ y: yOf(percent), from: yOf(high), to: yOf(low) },
    })),
    start: edge(0),
    startLabel: width - edge(0) < ROOM ? 'since' : 'weeks since the start',
  };
}

function weeksLabel(weeks: number): string {
  if (weeks === 0) return 'start';
  return `${weeks < 0 ? '−' : '+'}${Math.abs(weeks)}`;
}
