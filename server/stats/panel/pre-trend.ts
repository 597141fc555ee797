import { cannot, type OrCannot } from '../cannot.ts';
import { allCannot, type Jackknifed, jackknife } from '../inference/jackknife.ts';
import { at, mean, of } from '../numbers.ts';
import { isAlwaysTreated, outcomeAt, type Panel, unitsOf } from './panel.ts';
import { untreatedFits } from './untreated-fit.ts';

export type PreTrend = {
  /** Each lead against the periods before them, in the order asked for. */
  readonly leads: readonly OrCannot<Jackknifed>[];
  /** Their mean: did starters move differently shortly before they started? */
  readonly mean: OrCannot<Jackknifed>;
};

/**
 * Regression of untreated cells on unit and period effects and indicators of the last periods before a start (Borusyak, Jaravel and
 * Spiess 2024, 4.4), cluster jackknife over units. The test is of the mean: with as many leads as teams a joint one is singular.
 */
export function preTrend(panel: Panel, leads: readonly number[] = [-1, -2, -3]): PreTrend {
  const units = unitsOf(panel).filter((unit) => !isAlwaysTreated(panel, unit));
  const cells = (lead: number) =>
    units.filter((unit) => {
      const period = at(panel.starts, unit) + lead;
      return period >= 0 && period < panel.periods && !Number.isNaN(outcomeAt(panel, unit, period));
    });
  if (leads.some((lead) => cells(lead).length === 0)) {
    const reason = cannot('no periods before');
    return { leads: leads.map(() => reason), mean: reason };
  }
  const fits = untreatedFits(panel, leads);
  const found = jackknife(units.length, (leftOut) => {
    const fit = fits(leftOut === null ? null : of(units, leftOut));
    if (fit === null) return allCannot(cannot('singular design'), leads.length + 1);
    return [mean(fit.leads), ...fit.leads];
  });
  return { leads: found.slice(1), mean: of(found, 0) };
}
