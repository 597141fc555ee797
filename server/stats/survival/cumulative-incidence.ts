import { cannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers, orderOf } from '../numbers.ts';

/**
 * The share that has ended in each way by a time when ways compete (merged, or closed without a merge): the sum over event times of
 * S(t-) d_j / n, S falling with every way (Aalen and Johansen 1978). `ways` is 0 for censored, else the number of the way from 1 on.
 * Unlike one minus Kaplan-Meier it does not pretend that what was abandoned would still be merged.
 */
export function cumulativeIncidence(
  times: Numbers,
  ways: Numbers,
  moment: number,
): OrCannot<readonly number[]> {
  if (times.length === 0) return cannot('no observations');
  const kinds = Math.max(...Array.from(ways));
  if (kinds < 1) return cannot('all censored');
  const order = orderOf(times);
  const shares = new Array<number>(kinds).fill(0);
  let survival = 1;
  let index = 0;
  while (index < order.length) {
    const time = at(times, at(order, index));
    if (time > moment) break;
    const atRisk = order.length - index;
    let ended = 0;
    const before = survival;
    for (; index < order.length && at(times, at(order, index)) === time; index++) {
      const way = at(ways, at(order, index));
      if (way < 1) continue;
      ended++;
      shares[way - 1] = at(shares, way - 1) + before / atRisk;
    }
    survival *= 1 - ended / atRisk;
  }
  if (index === order.length && survival > 0 && moment > at(times, at(order, index - 1))) {
    return cannot('not followed that long');
  }
  return shares;
}
