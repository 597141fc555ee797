import type { Chunk } from '../../facts/columns/chunk.ts';
import type { Week } from '../../model/week.ts';
import type { Metric, Sums } from '../definition.ts';
import { kindsOf, MEASURED, NOTED } from '../kind.ts';
import { markedRows } from '../marks.ts';
import { type Selection, slicesAsked } from '../selection.ts';

/** Both sums of a metric, over what was merged from one week to another, both included. */
export function summedByMerge(
  chunks: readonly Chunk[],
  metric: Metric,
  { part, whole }: Sums,
  selection: Selection,
  weeks: number,
): (first: Week, last: Week) => { part: number; whole: number } {
  const { from, teams } = selection;
  const [parts, wholes] = [new Float64Array(weeks), new Float64Array(weeks)];
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, metric);
    const marked = markedRows(chunk, selection.marks);
    const { mergeWeek, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        const week = (mergeWeek[row] ?? 0) - from;
        if (week < 0 || week >= weeks) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        parts[week] = (parts[week] ?? 0) + part(chunk, row);
        wholes[week] = (wholes[week] ?? 0) + whole(chunk, row);
      }
    }
  }
  const sum = (values: Float64Array, first: Week, last: Week) =>
    values
      .subarray(Math.max(0, first - from), Math.max(0, last - from + 1))
      .reduce((total, value) => total + value, 0);
  return (first, last) => ({ part: sum(parts, first, last), whole: sum(wholes, first, last) });
}
