import { type Cannot, cannot, type OrCannot } from '../cannot.ts';
import { at } from '../numbers.ts';
import { outcomeAt, type Panel, unitsOf } from './panel.ts';
import type { Effect } from './targets.ts';
import { type UntreatedFits, untreatedFits } from './untreated-fit.ts';

export type ImputedEffects = {
  readonly effects: readonly Effect[];
  /** Periods since the start of treated cells that no untreated cell connects with anything. */
  readonly lost: readonly number[];
};

/** The effect of every treated cell, outcome less imputed, without inference. */
export function imputedEffects(panel: Panel): OrCannot<ImputedEffects> {
  return effectsOf(panel, untreatedFits(panel), null, null);
}

/** The same without a unit, from fits made once; with `wanted`, of those cells only (unit * periods + period). */
export function effectsOf(
  panel: Panel,
  fits: UntreatedFits,
  leftOut: number | null,
  wanted: ReadonlySet<number> | null,
): OrCannot<ImputedEffects> {
  const fit = fits(leftOut);
  if (fit === null) return cannot('singular design');
  const effects: Effect[] = [];
  const lost: number[] = [];
  for (let unit = 0; unit < panel.units; unit++) {
    const start = at(panel.starts, unit);
    if (unit === leftOut || start <= 0) continue;
    for (let period = start; period < panel.periods; period++) {
      const outcome = outcomeAt(panel, unit, period);
      if (Number.isNaN(outcome)) continue;
      if (wanted !== null && !wanted.has(unit * panel.periods + period)) continue;
      const expected = fit.expected(unit, period);
      if (expected === null) lost.push(period - start);
      else effects.push({ unit, period, event: period - start, expected, effect: outcome - expected });
    }
  }
  if (effects.length === 0) return whyNone(panel, lost.length);
  return { effects, lost };
}

function whyNone(panel: Panel, lost: number): Cannot {
  const starts = unitsOf(panel).map((unit) => at(panel.starts, unit));
  if (!starts.some((start) => start < panel.periods)) return cannot('no treated units');
  if (!starts.some((start) => start > 0)) return cannot('no periods before');
  return cannot(lost > 0 ? 'no comparison units' : 'no periods before');
}
