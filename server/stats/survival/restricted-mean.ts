import { cannot, type OrCannot } from '../cannot.ts';
import { at } from '../numbers.ts';
import type { Survival } from './kaplan-meier.ts';

/**
 * Mean time within a horizon: the area under S from 0 to tau, in the unit of the times, with Greenwood's standard error
 * sqrt(sum (area from t to tau)^2 d / (n (n - d))) (Klein and Moeschberger 2003, 4.5). Answers where a median is not reached.
 * Nobody was followed past the last time: beyond it only a curve that has come down to zero has an area.
 */
export function restrictedMean(curve: Survival, tau: number): OrCannot<{ value: number; se: number }> {
  const { times, survival } = curve;
  const last = times.length - 1;
  if (tau > at(times, last) && at(survival, last) > 0) return cannot('not followed that long');
  let areaAfter = 0;
  let variance = 0;
  let end = tau;
  for (let row = last; row >= 0; row--) {
    const time = at(times, row);
    if (time > tau) continue;
    areaAfter += (end - time) * at(survival, row);
    end = time;
    const events = at(curve.events, row);
    const atRisk = at(curve.atRisk, row);
    if (atRisk > events) variance += (areaAfter ** 2 * events) / (atRisk * (atRisk - events));
  }
  return { value: areaAfter + end, se: Math.sqrt(variance) };
}
