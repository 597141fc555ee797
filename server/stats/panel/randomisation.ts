import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';
import type { Panel } from './panel.ts';

/** What rounding may change in a statistic that is the same. */
const EQUAL = 1e-12;

export type Randomisation = {
  readonly observed: number;
  readonly p: number;
  readonly replicates: readonly number[];
};

/**
 * Randomisation p: starts are dealt out anew over the teams and the statistic computed again, p = (1 + #{|theta*| >= |theta|}) / (R + 1);
 * exact under "no effect anywhere" if the order was drawn by lot (Fisher 1935). A deal that has no statistic counts as extreme, which
 * can only raise p.
 */
export function randomisation(
  panel: Panel,
  dealt: readonly Numbers[],
  statistic: (panel: Panel) => OrCannot<number>,
): OrCannot<Randomisation> {
  const observed = statistic(panel);
  if (isCannot(observed)) return observed;
  if (dealt.length === 0) return cannot('no observations');
  const found = dealt.map((starts) => statistic({ ...panel, starts }));
  const replicates = found.flatMap((value) => (isCannot(value) ? [] : [value]));
  const lost = found.length - replicates.length;
  const extreme = replicates.filter((value) => Math.abs(value) >= Math.abs(observed) - EQUAL).length;
  return { observed, p: (1 + lost + extreme) / (dealt.length + 1), replicates };
}

/** The starts in a random order (Fisher and Yates 1938); `random` gives numbers from 0 to below 1. */
export function dealtAnew(starts: Numbers, random: () => number): number[] {
  const dealt = Array.from(starts);
  for (let last = dealt.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const kept = at(dealt, last);
    dealt[last] = at(dealt, chosen);
    dealt[chosen] = kept;
  }
  return dealt;
}
