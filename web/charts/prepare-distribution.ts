import type { Distribution } from '../../server/contract/index.ts';

export type DrawnBin = {
  readonly name: string;
  /** The middle of its name, and the top of its bars. */
  readonly nameY: number;
  readonly y: number;
  /** Widths of the bars. */
  readonly before: number;
  readonly after: number;
  readonly beforeLabel: string;
  readonly afterLabel: string;
};

export type PreparedDistribution = {
  readonly bins: readonly DrawnBin[];
  /** Where the bars begin. */
  readonly left: number;
  readonly height: number;
};

/** Units of one row, of one bar, and of its label. */
export const ROW = 44;
export const BAR = 14;
const LABEL = 104;
/** Units of a name above its bars, and of a box too narrow for names beside them. */
const NAME = 20;
const NARROW = 300;
const LETTER = 6.6;

/** Decides everything about two distributions bin by bin, in a box `width` units wide. */
export function prepareDistribution({ bins }: Distribution, width: number): PreparedDistribution {
  // Where there is little room the name stands above its bars.
  const isNarrow = width < NARROW;
  const name = isNarrow ? NAME : 0;
  const row = ROW + name;
  const left = isNarrow ? 0 : 12 + LETTER * Math.max(0, ...bins.map((bin) => bin.name.length));
  const most = Math.max(0.01, ...bins.flatMap(({ before, after }) => [before, after]));
  const longest = bins.findIndex(({ before, after }) => Math.max(before, after) === most);
  const length = (share: number) => (share / most) * Math.max(1, width - left - LABEL);
  return {
    left,
    height: bins.length * row,
    bins: bins.map(({ before, after, ...bin }, index) => ({
      name: bin.name,
      nameY: index * row + (isNarrow ? NAME / 2 + 4 : ROW / 2),
      y: index * row + name,
      before: length(before),
      after: length(after),
      // Which bar is which is said once, at the longest.
      beforeLabel: index === longest ? `${shareLabel(before)} before` : shareLabel(before),
      afterLabel: index === longest ? `${shareLabel(after)} since` : shareLabel(after),
    })),
  };
}

export function shareLabel(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  return `${Math.round(100 * share)} %`;
}
