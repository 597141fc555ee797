import { cannot, type OrCannot } from '../cannot.ts';
import { solveSymmetric } from '../regression/symmetric-solve.ts';
import type { Panel } from './panel.ts';
import { ALL, type Target } from './targets.ts';

/**
 * The mean effect of the imputation (`imputation`, which gives its error too) and nothing else, in a fraction of the time: for starts
 * that are dealt out by the hundred. Cells that no untreated cell tells of do not count; where untreated periods hang together
 * in no one piece it is refused.
 */
export function meanEffect(panel: Panel, { mean, scale = 'outcome' }: Target = ALL): OrCannot<number> {
  const { units, periods, outcome, starts } = panel;
  const { system, right, means, counts } = untreatedSystem(panel);
  const isTold = pinned(system, right, periods);
  const effects = solveSymmetric(system, right);
  if (effects === null) return cannot('singular design');

  let [sum, cells, base] = [0, 0, 0];
  for (let unit = 0; unit < units; unit++) {
    const start = starts[unit] ?? 0;
    if (start >= periods || (counts[unit] ?? 0) === 0) continue;
    const row = unit * periods;
    let level = means[unit] ?? 0;
    for (let period = 0; period < start; period++) {
      if (Number.isNaN(outcome[row + period] ?? 0)) continue;
      level = isTold[period] === 0 ? Number.NaN : level - (effects[period] ?? 0) / (counts[unit] ?? 0);
    }
    if (Number.isNaN(level)) continue;
    const [from, to] = [start + Math.max(0, mean.from), Math.min(periods - 1, start + mean.to)];
    for (let period = from; period <= to; period++) {
      const value = outcome[row + period] ?? 0;
      if (Number.isNaN(value) || isTold[period] === 0) continue;
      const expected = level + (effects[period] ?? 0);
      sum += value - expected;
      base += expected;
      cells++;
    }
  }
  if (cells === 0) return cannot('no treated units');
  if (scale === 'outcome') return sum / cells;
  return base > 0 ? (100 * sum) / base : cannot('no value above zero');
}

/**
 * Units absorbed: each adds Z'(I - 11'/n)Z of its n untreated periods to a system of the periods, of which the lower half is filled.
 * Units without gaps are told apart by n alone, so they are added up first, by their last untreated period.
 */
function untreatedSystem({ units, periods, outcome, starts }: Panel) {
  const system = new Float64Array(periods * periods);
  const right = new Float64Array(periods);
  const means = new Float64Array(units).fill(Number.NaN);
  const counts = new Int32Array(units);
  const [known, whole] = [new Int32Array(periods), new Int32Array(periods + 1)];
  for (let unit = 0; unit < units; unit++) {
    const row = unit * periods;
    const until = Math.min(periods, starts[unit] ?? 0);
    let [count, total] = [0, 0];
    for (let period = 0; period < until; period++) {
      const value = outcome[row + period] ?? 0;
      if (Number.isNaN(value)) continue;
      known[count++] = period;
      total += value;
    }
    if (count === 0) continue;
    counts[unit] = count;
    const own = total / count;
    means[unit] = own;
    for (let one = 0; one < count; one++) {
      const period = known[one] ?? 0;
      right[period] = (right[period] ?? 0) + (outcome[row + period] ?? 0) - own;
    }
    if (count === until) whole[count] = (whole[count] ?? 0) + 1;
    else addGappy(system, periods, known, count);
  }
  let [reaching, weight] = [0, 0];
  for (let period = periods - 1; period >= 0; period--) {
    const ending = whole[period + 1] ?? 0;
    reaching += ending;
    weight += ending / (period + 1);
    for (let other = 0; other <= period; other++) {
      const cell = period * periods + other;
      system[cell] = (system[cell] ?? 0) - weight + (other === period ? reaching : 0);
    }
  }
  return { system, right, means, counts };
}

function addGappy(system: Float64Array, periods: number, known: Int32Array, count: number): void {
  for (let one = 0; one < count; one++) {
    for (let other = 0; other <= one; other++) {
      const cell = (known[one] ?? 0) * periods + (known[other] ?? 0);
      system[cell] = (system[cell] ?? 0) - 1 / count + (other === one ? 1 : 0);
    }
  }
}

/** Sets the effect of the first period that is told to zero, and of those that no untreated cell tells; which are told. */
function pinned(system: Float64Array, right: Float64Array, periods: number): Uint8Array {
  const told = Uint8Array.from({ length: periods }, (_, one) =>
    (system[one * periods + one] ?? 0) === 0 ? 0 : 1,
  );
  const first = told.indexOf(1);
  for (let period = 0; period < periods; period++) {
    if (told[period] === 1 && period !== first) continue;
    for (let other = 0; other < periods; other++) {
      system[period * periods + other] = 0;
      system[other * periods + period] = 0;
    }
    system[period * periods + period] = 1;
    right[period] = 0;
  }
  return told;
}
