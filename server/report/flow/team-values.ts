import type { Chunk } from '../../facts/columns/chunk.ts';
import type { QuantileMetric } from '../../metrics/definition.ts';
import { kindsOf, MEASURED, NOTED } from '../../metrics/kind.ts';
import type { Selection } from '../../metrics/selection.ts';
import type { ChunkRows } from './asked-rows.ts';

/** The values of each panel in each week. */
export type TeamValues = {
  /** Of some weeks of a panel. */
  within(panel: number, from: number, to: number): Int32Array;
  /** Merged pull requests that take part, with a value or without. */
  merged(panel: number, from: number, to: number): number;
  /** Of all together: work of several teams once. */
  all: { n: number; merged: number };
};

/** `panelsOfSet`: the panels that each set of teams counts in. Two looks at the rows: one counts, one puts values in place. */
export function teamValues(
  asked: readonly ChunkRows[],
  metric: QuantileMetric,
  selection: Selection,
  panelsOfSet: readonly (readonly number[])[],
  panels: number,
): TeamValues {
  const weekCount = selection.to - selection.from + 1;
  const ends = new Int32Array(panels * weekCount + 1);
  const merged = new Int32Array(panels * weekCount);
  const all = { n: 0, merged: 0 };
  eachCell(asked, panelsOfSet, weekCount, metric, (cell, measured) => {
    merged[cell] = (merged[cell] ?? 0) + 1;
    if (measured) ends[cell + 1] = (ends[cell + 1] ?? 0) + 1;
  });
  for (const { chunk, rows } of asked) {
    const kinds = kindsOf(chunk, metric);
    all.merged += rows.length;
    for (let at = 0; at < rows.length; at++) {
      const kind = kinds[rows[at] ?? 0];
      if (kind === MEASURED || kind === NOTED) all.n += 1;
    }
  }
  for (let cell = 0; cell < merged.length; cell++) ends[cell + 1] = (ends[cell + 1] ?? 0) + (ends[cell] ?? 0);
  const values = new Int32Array(ends.at(-1) ?? 0);
  const next = ends.slice();
  eachCell(asked, panelsOfSet, weekCount, metric, (cell, measured, chunk, row) => {
    if (!measured) return;
    const place = next[cell] ?? 0;
    values[place] = metric.itemValue(chunk, row);
    next[cell] = place + 1;
  });
  const cellOf = (panel: number, week: number) => panel * weekCount + week - selection.from;
  return {
    all,
    within: (panel, from, to) => values.subarray(ends[cellOf(panel, from)], ends[cellOf(panel, to) + 1]),
    merged: (panel, from, to) =>
      merged.subarray(cellOf(panel, from), cellOf(panel, to) + 1).reduce((sum, one) => sum + one, 0),
  };
}

/** Every row with the cells (a panel's week) that it counts in; nearly all count in one. */
function eachCell(
  asked: readonly ChunkRows[],
  panelsOfSet: readonly (readonly number[])[],
  weekCount: number,
  metric: QuantileMetric,
  each: (cell: number, measured: boolean, chunk: Chunk, row: number) => void,
): void {
  const SEVERAL = -2;
  const panelOf = Int32Array.from(panelsOfSet, (panels) => (panels.length > 1 ? SEVERAL : (panels[0] ?? -1)));
  for (const { chunk, rows, weeks } of asked) {
    const kinds = kindsOf(chunk, metric);
    const { teamSet } = chunk;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const set = teamSet[row] ?? 0;
      const panel = panelOf[set] ?? -1;
      const measured = kinds[row] === MEASURED || kinds[row] === NOTED;
      const week = weeks[at] ?? 0;
      if (panel >= 0) each(panel * weekCount + week, measured, chunk, row);
      else if (panel === SEVERAL) {
        for (const one of panelsOfSet[set] ?? []) each(one * weekCount + week, measured, chunk, row);
      }
    }
  }
}
