import type { Ageing, OpenAge, Waiting } from '../../server/contract/index.ts';
import { number } from '../../server/words/number.ts';

/** A bar, in units from the corner of the drawing. */
export type AgeBar = {
  readonly age: OpenAge;
  readonly band: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
};

export type AgePanel = {
  readonly waiting: Waiting;
  readonly name: string;
  /** "196 in all" */
  readonly sum: string;
  readonly x: number;
  readonly y: number;
  /** Where its name begins: above the names of the bands where there is no room beside them. */
  readonly nameX: number;
  readonly width: number;
  readonly bars: readonly AgeBar[];
};

export type PreparedAgeing = {
  readonly height: number;
  readonly panels: readonly AgePanel[];
  /** The names of the bands, left of each row of panels. */
  readonly bandLabels: readonly { readonly name: string; readonly y: number }[];
};

/** As high as a target has to be. */
export const ROW = 26;
const HEAD = 44;
const LABELS = 98;
/** The same where every unit counts, as with text of twice the size on a phone. */
const TIGHT_LABELS = 92;
const tight = 200;
const AIR = 16;
const countLabel = 40;
const wide = 640;
const narrow = 300;

/** Decides everything about bars of open work by age, a panel for each thing that is waited for, all on one scale. */
export function prepareAgeing({ bands, states }: Ageing, width: number): PreparedAgeing {
  const columns = width >= wide ? states.length : width >= narrow ? 2 : 1;
  const lines = Math.ceil(states.length / columns);
  const labels = width < tight ? TIGHT_LABELS : LABELS;
  const panelWidth = (width - labels - AIR * (columns - 1)) / columns;
  const panelHeight = HEAD + bands.length * ROW;
  const most = Math.max(1, ...states.flatMap(({ counts }) => counts));
  const topOf = (line: number) => line * (panelHeight + AIR);
  const panels = states.map(({ waiting, name, counts }, place) => {
    const x = labels + (place % columns) * (panelWidth + AIR);
    const y = topOf(Math.floor(place / columns));
    return {
      waiting,
      name,
      sum: number(counts.reduce((sum, one) => sum + one, 0)),
      x,
      y,
      nameX: width < tight ? 0 : x,
      width: panelWidth,
      bars: bands.map((band, at) => {
        const count = counts[at] ?? 0;
        return {
          age: band.age,
          band: band.name,
          count,
          x,
          y: y + HEAD + at * ROW,
          width: count === 0 ? 0 : Math.max(2, (count / most) * (panelWidth - countLabel)),
          label: number(count),
        };
      }),
    };
  });
  return {
    height: lines * panelHeight + (lines - 1) * AIR,
    panels,
    bandLabels: Array.from({ length: lines }, (_, line) =>
      bands.map(({ name }, at) => ({ name, y: topOf(line) + HEAD + at * ROW + ROW / 2 })),
    ).flat(),
  };
}
