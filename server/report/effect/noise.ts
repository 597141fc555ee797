import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { at } from '../../stats/numbers.ts';
import { NEVER, outcomeAt, type Panel, unitsOf } from '../../stats/panel/panel.ts';
import { untreatedFits } from '../../stats/panel/untreated-fit.ts';
import type { Entries } from './entries.ts';

/** Fewest degrees of freedom that a variance is told from. */
const FEWEST = 10;

/**
 * Variance of the logarithms of single times around each person's mean before a week: within a person's weeks and from one of them
 * to the next (STATISTICS (h)).
 */
export function varianceWithin({ size, week, value, person }: Entries, until: number): OrCannot<number> {
  const people = new Map<number, { count: number; sum: number; squares: number }>();
  for (let entry = 0; entry < size; entry++) {
    if ((week[entry] ?? 0) >= until) continue;
    const log = Math.log(Math.max(1, value[entry] ?? 0));
    const own = people.get(person[entry] ?? -1) ?? { count: 0, sum: 0, squares: 0 };
    people.set(person[entry] ?? -1, own);
    own.count += 1;
    own.sum += log;
    own.squares += log * log;
  }
  let [total, freedom] = [0, 0];
  for (const { count, sum, squares } of people.values()) {
    total += squares - (sum * sum) / count;
    freedom += count - 1;
  }
  return freedom < FEWEST ? cannot('too few observations') : total / freedom;
}

/**
 * The part of an effect's variance that shrinks as weeks are added, by what these cells show: their variance around team and period,
 * of what is not treated, over the cells since the starts. What lies between the teams, and in the weeks before, stays.
 */
export function fallingVariance(panel: Panel): OrCannot<number> {
  const noise = cellVariance(panel);
  if (isCannot(noise)) return noise;
  const first = Math.min(...Array.from(panel.starts));
  const shares = [true, false].map((starts) => {
    const inverse = unitsOf(panel).flatMap((unit) => {
      const start = at(panel.starts, unit);
      if (start < NEVER !== starts) return [];
      const since = knownCells(panel, unit, starts ? start : first);
      return since === 0 ? [] : [1 / since];
    });
    return inverse.reduce((sum, one) => sum + one, 0) / Math.max(1, inverse.length) ** 2;
  });
  return noise * shares.reduce((sum, one) => sum + one, 0);
}

/** Variance of untreated cells around the effects of their teams and periods. */
function cellVariance(panel: Panel): OrCannot<number> {
  const fit = untreatedFits(panel)(null);
  if (fit === null) return cannot('singular design');
  let [total, cells] = [0, 0];
  const told = new Set<number>();
  for (const unit of unitsOf(panel)) {
    for (let period = 0; period < Math.min(panel.periods, at(panel.starts, unit)); period++) {
      const expected = fit.expected(unit, period);
      const outcome = outcomeAt(panel, unit, period);
      if (expected === null || Number.isNaN(outcome)) continue;
      total += (outcome - expected) ** 2;
      cells += 1;
      told.add(period);
    }
  }
  const freedom = cells - panel.units - told.size + 1;
  return freedom < FEWEST ? cannot('too few observations') : total / freedom;
}

function knownCells(panel: Panel, unit: number, from: number): number {
  let cells = 0;
  for (let period = from; period < panel.periods; period++) {
    if (!Number.isNaN(outcomeAt(panel, unit, period))) cells += 1;
  }
  return cells;
}
