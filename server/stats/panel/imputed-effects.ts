import { type Cannot, cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, sum } from '../numbers.ts';
import { type Panel, unitsOf } from './panel.ts';
import type { Effect, EventSums } from './targets.ts';
import { type UntreatedFits, untreatedFits } from './untreated-fit.ts';

export type ImputedEffects = {
  readonly effects: readonly Effect[];
  readonly sums: EventSums;
  /** Treated cells that no untreated cell connects with anything: they are in neither. */
  readonly notIdentified: number;
};

/** The effect of every treated cell, outcome less imputed, without inference. */
export function imputedEffects(panel: Panel, fits = untreatedFits(panel)): OrCannot<ImputedEffects> {
  const effects: Effect[] = [];
  const sums = eventSums(panel, fits, null, null, (effect) => effects.push(effect));
  if (isCannot(sums)) return sums;
  return { effects, sums: { ...sums, lost: new Int32Array(panel.periods) }, notIdentified: sum(sums.lost) };
}

/**
 * Their sums without a unit, from fits made once; with `wanted`, of those cells only (1 at unit * periods + period). A panel is walked
 * through once for every unit: nothing is made for a cell unless somebody wants each effect.
 */
export function eventSums(
  panel: Panel,
  fits: UntreatedFits,
  leftOut: number | null,
  wanted: Uint8Array | null,
  each: ((effect: Effect) => void) | null = null,
): OrCannot<EventSums> {
  const fit = fits(leftOut);
  if (fit === null) return cannot('singular design');
  const { units, periods } = panel;
  const room = () => new Float64Array(periods);
  const [effects, expecteds] = [room(), room()];
  const [counts, lost] = [new Int32Array(periods), new Int32Array(periods)];
  let found = 0;
  for (let unit = 0; unit < units; unit++) {
    const start = at(panel.starts, unit);
    if (unit === leftOut || start <= 0) continue;
    const [level, home] = [at(fit.level, unit), at(fit.home, unit)];
    for (let period = start; period < periods; period++) {
      const outcome = at(panel.outcome, unit * periods + period);
      if (Number.isNaN(outcome)) continue;
      if (wanted !== null && wanted[unit * periods + period] !== 1) continue;
      const event = period - start;
      if (Number.isNaN(level) || at(fit.part, period) !== home) {
        lost[event] = at(lost, event) + 1;
        continue;
      }
      const expected = level + at(fit.period, period);
      const effect = outcome - expected;
      effects[event] = at(effects, event) + effect;
      expecteds[event] = at(expecteds, event) + expected;
      counts[event] = at(counts, event) + 1;
      found += 1;
      each?.({ unit, period, event, expected, effect });
    }
  }
  if (found === 0) return whyNone(panel, sum(lost));
  return { effects, expected: expecteds, counts, lost };
}

function whyNone(panel: Panel, lost: number): Cannot {
  const starts = unitsOf(panel).map((unit) => at(panel.starts, unit));
  if (!starts.some((start) => start < panel.periods)) return cannot('no treated units');
  if (!starts.some((start) => start > 0)) return cannot('no periods before');
  return cannot(lost > 0 ? 'no comparison units' : 'no periods before');
}
