import { number } from '../../server/words/number.ts';

/** An axis of changes in percent that always holds 0; what lies beyond it is cut, with an arrow. */
export type PercentAxis = {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
};

/** Nothing falls by more than all of it; a range that reaches further up would press all others into a point. */
const [LEAST, MOST] = [-100, 120];
const STEPS = [5, 10, 20, 25, 50];

export function percentAxis(
  ranges: readonly { readonly low: number; readonly high: number }[],
  mostTicks: number,
): PercentAxis {
  const lowest = Math.max(LEAST, Math.min(-10, ...ranges.map(({ low }) => low)));
  const highest = Math.min(MOST, Math.max(10, ...ranges.map(({ high }) => high)));
  const step = STEPS.find((size) => (highest - lowest) / size <= mostTicks - 1) ?? 100;
  const [low, high] = [Math.floor(lowest / step) * step, Math.ceil(highest / step) * step];
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { low, high, ticks: ticks.map((at) => ({ at, label: signed(at) })) };
}

/** "−20 %", "0", "+20 %" */
function signed(percent: number): string {
  if (percent === 0) return '0';
  return `${percent < 0 ? '−' : '+'}${number(Math.abs(percent))} %`;
}
