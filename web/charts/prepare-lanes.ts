import type { Lane, Lanes, Stretch } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { number } from '../../server/words/number.ts';
import { type Scale, scaleFor } from './ticks.ts';

/** One part of one lane, in units from the left edge of the track. */
export type LaneMark = {
  readonly part: Stretch['part'];
  readonly from: string;
  readonly to: string;
  /** Where the value stands; null: there is none. */
  readonly at: number | null;
  /** The middle half; cut at the right edge of the plot where it goes on beyond. */
  readonly band: { readonly from: number; readonly to: number; readonly cut: boolean } | null;
  readonly label: string;
  readonly labelAt: number;
};

export type PreparedLane = Pick<Lane, 'measure' | 'name' | 'meaning' | 'change'> & {
  /** Tells it apart. */
  readonly key: string;
  readonly marks: readonly LaneMark[];
  /** Why there is nothing in it; null: there is something. */
  readonly nothing: string | null;
};

export type PreparedLanes = {
  readonly lanes: readonly PreparedLane[];
  readonly scale: Scale;
  /** Where the plot ends; labels may stand right of it. */
  readonly plot: number;
};

/** The left edge has room for half a mark. */
const LEFT = 4;
const letter = 6.7;
/** Narrower tracks have no room for counts beside the values. */
const roomForCounts = 420;
/** And these none for words: the colour says before or since, and the table. */
const roomForWords = 220;
/** How far, times the largest value, the scale follows a middle half that is wider. */
const farthest = 2.2;

const partWords: Record<Stretch['part'], string> = { whole: '', before: 'before', after: 'since' };

/** Decides everything about lanes on one scale, on tracks `width` units wide. */
export function prepareLanes({ lanes, unit }: Lanes, width: number): PreparedLanes {
  const parts = lanes.flatMap((lane) => lane.parts);
  const most = Math.max(0, ...parts.flatMap(({ value }) => value ?? []));
  const high = Math.max(0, ...parts.flatMap((part) => part.high ?? []));
  const scale = scaleFor(Math.max(most, Math.min(high, most * farthest)), unit);
  const labels = lanes.map((lane) => lane.parts.map((part) => labelOf(part, unit, width)));
  const plot = plotWidth(lanes, labels, scale.top, width);
  const at = (hours: number) => LEFT + (Math.min(hours, scale.top) / scale.top) * (plot - LEFT);
  return {
    scale,
    plot,
    lanes: lanes.map((lane, place) => ({
      key: lane.key ?? lane.measure,
      measure: lane.measure,
      name: lane.name,
      meaning: lane.meaning,
      change: lane.change,
      nothing: nothingIn(lane),
      marks: lane.parts.map((part, which) => {
        const band =
          part.low === null || part.high === null
            ? null
            : { from: at(part.low), to: at(part.high), cut: part.high > scale.top };
        const value = part.value === null ? null : at(part.value);
        return {
          part: part.part,
          from: part.from,
          to: part.to,
          at: value,
          band,
          label: labels[place]?.[which] ?? '',
          labelAt: Math.max(value ?? LEFT, band?.to ?? LEFT) + (band?.cut ? 16 : 10),
        };
      }),
    })),
  };
}

/** As wide as it can be with every label right of its bar. */
function plotWidth(
  lanes: readonly Lane[],
  labels: readonly (readonly string[])[],
  top: number,
  width: number,
): number {
  const fitting = lanes.flatMap(({ parts }, lane) =>
    parts.map(({ value, high }, part) => {
      const share = Math.min(1, Math.max(value ?? 0, high ?? 0) / top);
      const free = width - 18 - (labels[lane]?.[part] ?? '').length * letter;
      return share === 0 ? width : free / share;
    }),
  );
  return Math.max(width / 3, Math.min(width - 24, ...fitting));
}

function nothingIn({ unknowable, parts }: Lane): string | null {
  if (unknowable === 'not-set-up') return 'Deployments are not set up';
  if (unknowable !== null) return 'A clone cannot tell';
  return parts.every(({ n }) => n === 0) ? 'Nothing to measure, which is not zero' : null;
}

function labelOf({ part, value, n, state }: Stretch, unit: Lanes['unit'], width: number): string {
  const said =
    value === null ? (state === 'empty' ? 'nothing' : `too few (${number(n)})`) : amount(value, unit);
  const which = part === 'whole' || width < roomForWords ? said : `${said} ${partWords[part]}`;
  return width >= roomForCounts && value !== null ? `${which} · n ${number(n)}` : which;
}
