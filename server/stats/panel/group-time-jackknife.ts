import { isCannot, type OrCannot } from '../cannot.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { of } from '../numbers.ts';
import { type GroupTime, type GroupTimeOptions, groupTime } from './group-time.ts';
import { type Aggregate, simple } from './group-time-aggregate.ts';
import { isAlwaysTreated, isComplete, type Panel, panelWith, unitsOf } from './panel.ts';

/** An aggregate of the cells with the cluster jackknife over units in place of its analytic error. */
export function groupTimeJackknife(
  panel: Panel,
  options: GroupTimeOptions,
  aggregate: (found: GroupTime) => OrCannot<Aggregate> = simple,
): OrCannot<Jackknifed> {
  const units = unitsOf(panel).filter((unit) => !isAlwaysTreated(panel, unit) && isComplete(panel, unit));
  return jackknifeOne(units.length, (leftOut) => {
    const kept = leftOut === null ? units : units.filter((unit) => unit !== of(units, leftOut));
    const found = groupTime(panelWith(panel, kept), options);
    if (isCannot(found)) return found;
    const aggregated = aggregate(found);
    return isCannot(aggregated) ? aggregated : aggregated.att;
  });
}
