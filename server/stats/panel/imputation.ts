import { isCannot, type OrCannot } from '../cannot.ts';
import { type Jackknifed, jackknife } from '../inference/jackknife.ts';
import { at, of } from '../numbers.ts';
import { eventSumsWithout, imputedEffects } from './imputed-effects.ts';
import { isAlwaysTreated, outcomeAt, type Panel, unitsOf } from './panel.ts';
import { ALL, averageOf, type Effect, type Target } from './targets.ts';
import { untreatedFits } from './untreated-fit.ts';

export type Imputation = {
  readonly effects: readonly Effect[];
  readonly estimates: readonly OrCannot<Jackknifed>[];
  /** Units treated from the first period on: nothing tells their level. */
  readonly alwaysTreated: readonly number[];
  /** Treated cells of periods in which no untreated unit was left to compare with. */
  readonly notIdentified: number;
};

/**
 * Imputation difference-in-differences (Borusyak, Jaravel and Spiess 2024): effects of units and periods from untreated cells, effect
 * of a treated cell = outcome less imputed, unweighted means of them, cluster jackknife over units, of which those without
 * an untreated cell are none. A cell that is lost when one unit is left out rests on that unit, and so does the mean.
 */
export function imputation(panel: Panel, targets: readonly Target[] = [ALL]): OrCannot<Imputation> {
  const fits = untreatedFits(panel);
  const whole = imputedEffects(panel, fits);
  if (isCannot(whole)) return whole;
  const used = new Uint8Array(panel.units * panel.periods);
  for (const { unit, period } of whole.effects) used[unit * panel.periods + period] = 1;
  const alwaysTreated = unitsOf(panel).filter((unit) => isAlwaysTreated(panel, unit));
  const telling = tellingUnits(panel);
  const without = eventSumsWithout(panel, fits, used);
  const estimates = jackknife(telling.length, (leftOut) => {
    const sums = leftOut === null ? whole.sums : without(of(telling, leftOut));
    return targets.map((target) => (isCannot(sums) ? sums : averageOf(sums, target)));
  });
  return { effects: whole.effects, estimates, alwaysTreated, notIdentified: whole.notIdentified };
}

/** Units with an untreated cell; the others tell nothing. */
function tellingUnits(panel: Panel): number[] {
  return unitsOf(panel).filter((unit) => {
    const until = Math.min(panel.periods, at(panel.starts, unit));
    for (let period = 0; period < until; period++) {
      if (!Number.isNaN(outcomeAt(panel, unit, period))) return true;
    }
    return false;
  });
}
