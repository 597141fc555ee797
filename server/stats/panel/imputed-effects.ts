import { type Cannot, cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, of, sum } from '../numbers.ts';
import { outcomeAt, type Panel, unitsOf } from './panel.ts';
import type { Effect, EventSums } from './targets.ts';
import { type UntreatedFit, type UntreatedFits, untreatedCells, untreatedFits } from './untreated-fit.ts';

export type ImputedEffects = {
  readonly effects: readonly Effect[];
  readonly sums: EventSums;
  /** Treated cells that no untreated cell connects with anything: they are in neither. */
  readonly notIdentified: number;
};

/** The effect of every treated cell, outcome less imputed, without inference. */
export function imputedEffects(panel: Panel, fits = untreatedFits(panel)): OrCannot<ImputedEffects> {
  const effects: Effect[] = [];
  const sums = eventSums(panel, fits(null), null, null, (effect) => effects.push(effect));
  if (isCannot(sums)) return sums;
  return { effects, sums: { ...sums, lost: new Int32Array(panel.periods) }, notIdentified: sum(sums.lost) };
}

/**
 * Their sums by a fit, without the unit that it leaves out; with `wanted`, of those cells only (1 at unit * periods + period). Nothing
 * is made for a cell unless somebody wants each effect.
 */
function eventSums(
  panel: Panel,
  fit: UntreatedFit | null,
  leftOut: number | null,
  wanted: Uint8Array | null,
  each: ((effect: Effect) => void) | null = null,
): OrCannot<EventSums> {
  if (fit === null) return cannot('singular design');
  const { units, periods } = panel;
  const room = () => new Float64Array(periods);
  const [effects, expecteds] = [room(), room()];
  const [counts, lost] = [new Int32Array(periods), new Int32Array(periods)];
  const { level: levels, home: homes } = fit.levels();
  let found = 0;
  for (let unit = 0; unit < units; unit++) {
    const start = at(panel.starts, unit);
    if (unit === leftOut || start <= 0) continue;
    const [level, home] = [at(levels, unit), at(homes, unit)];
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

/**
 * The sums of some cells without one unit after the other. What is expected of a cell is linear in the effects of the periods, for its
 * unit's level is the mean of its untreated outcomes less theirs: so the cells are walked through once, each fit weighs its periods,
 * and the unit left out takes its own cells away. Where a fit falls into parts each cell is looked at by itself.
 * @param used the cells: 1 at unit * periods + period; each has been told by the fit of all units
 */
export function eventSumsWithout(
  panel: Panel,
  fits: UntreatedFits,
  used: Uint8Array,
): (leftOut: number) => OrCannot<EventSums> {
  const { periods } = panel;
  const known = unitsOf(panel).map((unit) => untreatedCells(panel, unit));
  const room = () => new Float64Array(periods);
  const [outcomes, levels, counts, weights] = [room(), room(), room(), new Float64Array(periods * periods)];
  const asked = new Uint8Array(periods);
  let events = 0;
  const add = (to: Float64Array, index: number, more: number) => {
    to[index] = at(to, index) + more;
  };
  const each = (unit: number, take: (period: number, event: number) => void) => {
    for (let period = Math.max(0, at(panel.starts, unit)); period < periods; period++) {
      if (used[unit * periods + period] === 1) take(period, period - at(panel.starts, unit));
    }
  };
  for (const unit of unitsOf(panel)) {
    const own = of(known, unit);
    each(unit, (period, event) => {
      asked[period] = 1;
      events = Math.max(events, event + 1);
      add(outcomes, event, outcomeAt(panel, unit, period));
      add(levels, event, own.mean);
      add(counts, event, 1);
      add(weights, event * periods + period, 1);
      for (const one of own.periods) add(weights, event * periods + one, -1 / own.periods.length);
    });
  }
  return (leftOut) => {
    const fit = fits(leftOut);
    if (fit === null || !isOnePart(fit, asked)) return eventSums(panel, fit, leftOut, used);
    const [expected, effects, left] = [levels.slice(), outcomes.slice(), Int32Array.from(counts)];
    for (let event = 0; event < events; event++) {
      let weighed = 0;
      for (let one = 0; one < periods; one++) {
        weighed += at(weights, event * periods + one) * at(fit.period, one);
      }
      add(expected, event, weighed);
    }
    const own = of(known, leftOut);
    const level = own.periods.reduce(
      (rest, one) => rest - at(fit.period, one) / own.periods.length,
      own.mean,
    );
    each(leftOut, (period, event) => {
      add(expected, event, -level - at(fit.period, period));
      add(effects, event, -outcomeAt(panel, leftOut, period));
      left[event] = at(left, event) - 1;
    });
    for (let event = 0; event < periods; event++) add(effects, event, -at(expected, event));
    if (sum(left) === 0) return whyNone(panel, 0);
    return { effects, expected, counts: left, lost: new Int32Array(periods) };
  };
}

/** Whether untreated cells connect all the periods asked for, and all others that they tell of. */
function isOnePart({ part }: UntreatedFit, asked: Uint8Array): boolean {
  const first = part.find((one) => one >= 0);
  return part.every((one, period) => one === first || (one < 0 && asked[period] === 0));
}

function whyNone(panel: Panel, lost: number): Cannot {
  const starts = unitsOf(panel).map((unit) => at(panel.starts, unit));
  if (!starts.some((start) => start < panel.periods)) return cannot('no treated units');
  if (!starts.some((start) => start > 0)) return cannot('no periods before');
  return cannot(lost > 0 ? 'no comparison units' : 'no periods before');
}
