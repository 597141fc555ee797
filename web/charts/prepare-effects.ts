import type { EffectRow, ImpactEffects } from '../../server/contract/index.ts';
import { lessOrMore, rangeOf } from '../../server/words/percent-change.ts';
import { percentAxis } from './percent-axis.ts';

export type DrawnEffect = {
  readonly row: EffectRow;
  /** Of the dot and its interval, in units from the left; null: it cannot be told. */
  readonly mark: {
    readonly at: number;
    readonly from: number;
    readonly to: number;
    /** The interval goes on beyond the axis. */
    readonly cutHigh: boolean;
  } | null;
  /** "18 % less, likely 11 % to 25 %"; or why there is none. */
  readonly said: string;
};

export type PreparedEffects = {
  readonly effects: readonly DrawnEffect[];
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly isZero: boolean }[];
};

/** Half a label's room at both edges. */
const EDGE = 24;

/** Decides everything about the effects, on tracks `width` units wide. */
export function prepareEffects({ rows }: ImpactEffects, width: number): PreparedEffects {
  const axis = percentAxis(
    rows.flatMap(({ percent }) => percent ?? []),
    Math.max(3, Math.floor(width / 60)),
  );
  const xOf = (percent: number) =>
    EDGE +
    ((Math.min(Math.max(percent, axis.low), axis.high) - axis.low) / (axis.high - axis.low)) *
      Math.max(1, width - 2 * EDGE);
  return {
    ticks: axis.ticks.map(({ at, label }) => ({ x: xOf(at), label, isZero: at === 0 })),
    effects: rows.map((row) => {
      const { percent, why } = row;
      if (percent === null) return { row, mark: null, said: why };
      const { value, low, high } = percent;
      return {
        row,
        said: `${lessOrMore(value)}, likely ${rangeOf(percent)}`,
        mark: {
          ...{ at: xOf(value), from: xOf(low), to: xOf(high) },
          cutHigh: high > axis.high,
        },
      };
    }),
  };
}
