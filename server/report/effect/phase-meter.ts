import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Panel } from '../../stats/panel/panel.ts';
import { cellFinder, logSums } from './cells.ts';
import type { Placed } from './entries.ts';
import { type Frame, PERIOD } from './frame.ts';
import type { Unit } from './units.ts';

/** One measure of items: the panel of its mean logs, and its values before and after the start of teams that start. */
export type Measured = { panel: Panel; sides: readonly [Int32Array, Int32Array] };

const [BEFORE, AFTER] = [1, 2];

/** Measures one phase after the other in one look at the items each: where each item counts is found once. What it returns holds until the next. */
export function phaseMeter(
  frame: Frame,
  units: readonly Unit[],
  placed: Placed,
): (value: (chunk: Chunk, row: number) => number) => Measured {
  const cellOf = cellFinder(frame, units);
  const until = frame.from + frame.followed * PERIOD;
  const starts = units.map(({ start }) => start);
  const sideOf = (unit: number, week: number): number => {
    const start = starts[unit] ?? null;
    if (start === null || week < frame.from || week >= until) return 0;
    return week < start ? BEFORE : AFTER;
  };
  const parts = placed.map(({ chunk, size, row, unit, week }) => {
    const [cell, side] = [new Int32Array(size), new Uint8Array(size)];
    for (let at = 0; at < size; at++) {
      cell[at] = cellOf(unit[at] ?? 0, week[at] ?? 0);
      side[at] = sideOf(unit[at] ?? 0, week[at] ?? 0);
    }
    return { chunk, size, row, cell, side };
  });
  const most = placed.reduce((sum, { size }) => sum + size, 0);
  const [before, after] = [new Int32Array(most), new Int32Array(most)];
  return (value) => {
    const sums = logSums(frame, units);
    let [ones, others] = [0, 0];
    for (const { chunk, size, row, cell, side } of parts) {
      for (let at = 0; at < size; at++) {
        const found = value(chunk, row[at] ?? 0);
        if (found === UNKNOWN) continue;
        const own = cell[at] ?? -1;
        if (own >= 0) sums.add(own, found);
        if (side[at] === BEFORE) before[ones++] = found;
        else if (side[at] === AFTER) after[others++] = found;
      }
    }
    return { panel: sums.panel(), sides: [before.subarray(0, ones), after.subarray(0, others)] };
  };
}
