import { expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { eventSumsWithout, imputedEffects } from '../../../server/stats/panel/imputed-effects.ts';
import { NEVER, type Panel, panelWith, unitsOf } from '../../../server/stats/panel/panel.ts';
import type { EventSums } from '../../../server/stats/panel/targets.ts';
import { untreatedFits } from '../../../server/stats/panel/untreated-fit.ts';
import { seededRandom } from '../../support/random-history.ts';
import { close } from '../../support/reference.ts';

/** A few units over a few periods, with cells missing: often so many that untreated cells fall into parts. */
function randomPanel(seed: number): Panel {
  const random = seededRandom(seed);
  const [units, periods] = [3 + Math.floor(random() * 4), 3 + Math.floor(random() * 4)];
  const missing = random() * 0.6;
  return {
    ...{ units, periods },
    outcome: Float64Array.from({ length: units * periods }, () =>
      random() < missing ? Number.NaN : random() * 10,
    ),
    starts: Float64Array.from({ length: units }, () =>
      random() < 0.3 ? NEVER : Math.floor(random() * periods),
    ),
  };
}

/** The same cells looked at in a panel that never had the unit. */
function anew(panel: Panel, unit: number, used: Uint8Array): EventSums | null {
  const kept = unitsOf(panel).filter((one) => one !== unit);
  const found = imputedEffects(panelWith(panel, kept));
  if (isCannot(found)) return null;
  const room = () => new Float64Array(panel.periods);
  const [effects, expected, counts, lost] = [
    room(),
    room(),
    new Int32Array(panel.periods),
    new Int32Array(panel.periods),
  ];
  const told = new Set<number>();
  const add = (to: Float64Array | Int32Array, at: number, more: number) => {
    to[at] = (to[at] ?? 0) + more;
  };
  for (const cell of found.effects) {
    const at = (kept[cell.unit] ?? 0) * panel.periods + cell.period;
    if (used[at] !== 1) continue;
    told.add(at);
    add(effects, cell.event, cell.effect);
    add(expected, cell.event, cell.expected);
    add(counts, cell.event, 1);
  }
  used.forEach((is, at) => {
    const [own, period] = [Math.floor(at / panel.periods), at % panel.periods];
    if (is === 1 && own !== unit && !told.has(at)) add(lost, period - (panel.starts[own] ?? 0), 1);
  });
  return { effects, expected, counts, lost };
}

it('Sums without a unit are those of a panel that never had it, also where untreated cells fall into parts', () => {
  let [compared, lost] = [0, 0];
  for (let seed = 1; seed <= 400; seed++) {
    const panel = randomPanel(seed);
    const fits = untreatedFits(panel);
    const whole = imputedEffects(panel, fits);
    if (isCannot(whole)) continue;
    const used = new Uint8Array(panel.units * panel.periods);
    for (const { unit, period } of whole.effects) used[unit * panel.periods + period] = 1;
    const without = eventSumsWithout(panel, fits, used);
    for (const unit of unitsOf(panel)) {
      const [found, expected] = [without(unit), anew(panel, unit, used)];
      if (isCannot(found) || expected === null) continue;
      compared += 1;
      lost += Math.sign(found.lost.reduce((sum, one) => sum + one, 0));
      expect([...found.counts]).toEqual([...expected.counts]);
      expect([...found.lost]).toEqual([...expected.lost]);
      expected.effects.forEach((effect, event) => {
        close(found.effects[event], effect, 1e-7);
        close(found.expected[event], expected.expected[event] ?? 0, 1e-7);
      });
    }
  }
  expect(compared).toBeGreaterThan(400);
  expect(lost).toBeGreaterThan(40);
});
