import { at } from '../numbers.ts';
import type { Grouped } from './two-way-effects.ts';

export type Parts = {
  readonly unitPart: Int32Array;
  readonly periodPart: Int32Array;
  readonly parts: number;
};

/**
 * The connected parts of the graph whose edges are the rows between their unit and their period. Effects of two parts cannot be
 * compared: nothing tells a higher unit from a higher period. Union-find; parts are numbered as their units come.
 */
export function components({ units, periods, unitCount, periodCount, weights }: Grouped): Parts {
  const parent = Int32Array.from({ length: unitCount + periodCount }, (_, node) => node);
  const root = (node: number): number => {
    let found = node;
    while (at(parent, found) !== found) {
      parent[found] = at(parent, at(parent, found));
      found = at(parent, found);
    }
    return found;
  };
  const present = new Uint8Array(unitCount + periodCount);
  for (let row = 0; row < units.length; row++) {
    if (weights !== undefined && !(at(weights, row) > 0)) continue;
    const [unit, period] = [at(units, row), unitCount + at(periods, row)];
    present[unit] = 1;
    present[period] = 1;
    parent[root(unit)] = root(period);
  }
  const numbers = new Map<number, number>();
  const part = Int32Array.from({ length: unitCount + periodCount }, (_, node) => {
    if (at(present, node) === 0) return -1;
    const top = root(node);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
  return { unitPart: part.slice(0, unitCount), periodPart: part.slice(unitCount), parts: numbers.size };
}
