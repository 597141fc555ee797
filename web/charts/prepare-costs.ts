import type { GuardrailChange, Guardrails } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { fineShare, percentRange, pointsRange } from '../../server/words/share.ts';
import type { Tick } from './ticks.ts';

/** One measure in units from the left edge of its track. */
export type CostRow = {
  readonly change: GuardrailChange;
  /** "14 % since, 5.1 % before" */
  readonly values: string;
  /** "4.7 to 14 points more"; empty: there is no range. */
  readonly range: string;
  /** Null: nothing that could be drawn. */
  readonly drawn: {
    readonly at: number;
    readonly from: number;
    readonly to: number;
    readonly cut: boolean;
  } | null;
};

export type PreparedCosts = {
  readonly rows: readonly CostRow[];
  readonly ticks: readonly Tick<number>[];
  readonly zero: number;
  /** Half as much again. */
  readonly limit: number;
};

const EDGE = 8;
/** Percent of before. What goes beyond is cut, and gets an arrow. */
const MOST = 200;
const LEAST = 100;

/** Decides everything about the rows of costs, on tracks `width` units wide. */
export function prepareCosts({ guardrails, size }: Guardrails, width: number): PreparedCosts {
  const all = [...guardrails.flatMap(({ change }) => change ?? []), ...(size === null ? [] : [size])];
  const percents = all.map(percentOf);
  const high = Math.max(LEAST, Math.min(MOST, ...[Math.max(...percents.map((one) => one?.high ?? 0))]));
  const low = -100;
  const xOf = (percent: number) =>
    EDGE + ((Math.max(low, Math.min(percent, high)) - low) / (high - low)) * (width - 2 * EDGE);
  return {
    zero: xOf(0),
    limit: xOf(50),
    ticks: [-100, -50, 0, 50, 100, 150, 200]
      .filter((percent) => percent <= high)
      .map((percent) => ({ at: xOf(percent), label: tickLabel(percent) })),
    rows: all.map((change, place) => {
      const percent = percents[place] ?? null;
      return {
        change,
        values: valuesOf(change),
        range: rangeOf(change),
        drawn:
          percent === null
            ? null
            : {
                at: xOf(percent.value),
                from: xOf(percent.low),
                to: xOf(percent.high),
                cut: percent.high > high,
              },
      };
    }),
  };
}

function tickLabel(percent: number): string {
  return percent === 0 ? 'as before' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}

/** In percent of before; of a share that should be high, of what it lacks: then more is worse in every row. */
function percentOf({ change, before, measure, standing }: GuardrailChange) {
  if (change === null || before.value === null || standing === 'not-known') return null;
  if (change.scale === 'percent') return change;
  const flipped = measure === 'ci-first-pass-rate';
  const of = flipped ? 1 - before.value : before.value;
  if (of <= 0) return null;
  const say = (points: number) => (100 * (flipped ? -points : points)) / of;
  const [one, other] = [say(change.low), say(change.high)];
  return { value: say(change.value), low: Math.min(one, other), high: Math.max(one, other) };
}

/** As small shares are said: in two digits. */
export function guardrailAmount(value: number | null, unit: GuardrailChange['unit']): string {
  if (value === null) return 'nothing';
  return unit.startsWith('share') ? fineShare(value) : amount(value, unit).replace(/ per 100 lines$/, '');
}

function valuesOf({ before, after, unit, standing }: GuardrailChange): string {
  if (standing === 'not-known') return '';
  return `${guardrailAmount(before.value, unit)} before, ${guardrailAmount(after.value, unit)} since`;
}

export function rangeOf({ change }: GuardrailChange): string {
  if (change === null) return '';
  return change.scale === 'points'
    ? pointsRange(change.low, change.high)
    : percentRange(change.low, change.high);
}
