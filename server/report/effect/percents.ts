import type { PercentRange } from '../../contract/impact.ts';
import { isCannot, type OrCannot, type Reason } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { percentOf } from '../../stats/inference/ratio.ts';

/** More than this either way is no percent that anybody could use. */
const MOST = 1000;

/** A log ratio as a change in percent; null: it cannot be told. */
export function percentRange(estimate: OrCannot<Estimate> | undefined): PercentRange | null {
  if (estimate === undefined || isCannot(estimate)) return null;
  const [value, low, high] = [estimate.value, estimate.lower, estimate.upper].map(percentOf);
  if (value === undefined || low === undefined || high === undefined) return null;
  return Math.abs(high) > MOST ? null : { value, low, high };
}

const WHY: Partial<Record<Reason, string>> = {
  'too few observations': 'too few teams, people or weeks',
  'no comparison units': 'no teams are left to compare with',
  'no treated units': 'no team has started within the data',
  'no periods before': 'too few weeks before the starts',
  'no such event time': 'not long enough ago',
  'rests on one cluster': 'it would rest on one team alone',
  'one cluster': 'only one team',
  'constant outcome': 'nothing differs',
  'no value above zero': 'nothing was finished on one side',
};

/** Why it cannot be told, to follow a colon. */
export function whyNot(estimate: OrCannot<Estimate> | undefined): string {
  if (estimate === undefined || !isCannot(estimate)) return 'the range is too wide to be of use';
  return WHY[estimate.cannot] ?? 'the data do not tell it apart';
}
