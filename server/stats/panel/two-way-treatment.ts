import { isCannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import { type Absorbed, absorbedRegression } from '../regression/absorbed-regression.ts';
import { outcomeAt, type Panel } from './panel.ts';

export type TwoWayTreatment = Absorbed & {
  readonly coefficient: number;
  /** The unit of each row used. */
  readonly units: Int32Array;
};

/**
 * One coefficient of "has started" beside unit and period effects. Computed as a contrast and never shown: with staggered starts it
 * compares late starters with early ones and may carry the wrong sign (Goodman-Bacon 2021).
 */
export function twoWayTreatment(panel: Panel): OrCannot<TwoWayTreatment> {
  const cells = Array.from({ length: panel.units * panel.periods }, (_, cell) => cell).filter(
    (cell) => !Number.isNaN(at(panel.outcome, cell)),
  );
  const units = Int32Array.from(cells, (cell) => Math.floor(cell / panel.periods));
  const periods = Int32Array.from(cells, (cell) => cell % panel.periods);
  const outcome = Float64Array.from(cells, (_, row) => outcomeAt(panel, at(units, row), at(periods, row)));
  const started = Float64Array.from(cells, (_, row) =>
    at(periods, row) >= at(panel.starts, at(units, row)) ? 1 : 0,
  );
  const grouped = { units, periods, unitCount: panel.units, periodCount: panel.periods };
  const fit = absorbedRegression(outcome, [started], grouped);
  return isCannot(fit) ? fit : { ...fit, coefficient: of(fit.coefficients, 0), units };
}
