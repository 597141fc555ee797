import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { jackknife } from '../../stats/inference/jackknife.ts';
import { leftOutQuantile } from '../../stats/inference/left-out-quantile.ts';
import { FEWEST_OWNERS, withEnough } from './owners.ts';
import type { PartValues } from './part-values.ts';

/** After against before: of the quantile's logarithm, and of the quantile itself in whole minutes or lines. */
export type BeforeAfter = { log: OrCannot<Estimate>; difference: OrCannot<Estimate> };

/**
 * How a quantile differs after from before, with the jackknife over owners (STATISTICS (a) and (0)): each is left out in turn, on both
 * sides at once. Null: fewer owners than it needs have enough work on both sides.
 */
export function beforeAfter(
  before: PartValues,
  after: PartValues,
  owners: number,
  probability: number,
): BeforeAfter | null {
  const [was, is] = [before, after].map((part) =>
    leftOutQuantile(part.values, part.owners, owners, probability),
  );
  if (was === undefined || is === undefined || withEnough([was.sizes, is.sizes]) < FEWEST_OWNERS) return null;
  const present = Array.from(was.sizes.keys()).filter(
    (owner) => (was.sizes[owner] ?? 0) + (is.sizes[owner] ?? 0) > 0,
  );
  const [log = NOTHING, difference = NOTHING] = jackknife(present.length, (at) => {
    const leftOut = at === null ? null : (present[at] ?? null);
    const [then, now] = [was.without(leftOut), is.without(leftOut)];
    if (isCannot(then)) return [then, then];
    if (isCannot(now)) return [now, now];
    return [then > 0 && now > 0 ? Math.log(now / then) : cannot('no value above zero'), now - then];
  });
  return { log, difference };
}

const NOTHING = cannot('not identified');
