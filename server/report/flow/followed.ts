import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { timeToMerge } from '../../metrics/flow.ts';
import type { Selection } from '../../metrics/selection.ts';
import { type Instant, MINUTE } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import type { ChunkRows } from './asked-rows.ts';
import { partValues, splitRows } from './part-values.ts';
import type { Part } from './parting.ts';

/** Nine in ten are through by then: weeks that were not followed so long look faster than they will turn out (STATISTICS (k)). */
const MOST = 0.9;

/**
 * The same parts, the last without the weeks of opening whose slow pull requests are still on their way: those that the data follow for
 * less time than nine in ten of the part before took. By week of merge nothing is on its way.
 */
export function followedParts(
  { weeks }: Snapshot,
  asked: readonly ChunkRows[],
  selection: Selection,
  parts: readonly Part[],
  dataUntil: Instant,
): { parts: readonly Part[]; leftOut: number } {
  const [before, after] = parts;
  if (selection.by === 'merge' || before === undefined || after === undefined) return { parts, leftOut: 0 };
  const [{ values } = { values: new Int32Array(0) }] = partValues(
    asked,
    timeToMerge,
    splitRows(asked, selection, [before]),
    null,
  );
  if (values.length === 0) return { parts, leftOut: 0 };
  const [needed = 0] = bucketedQuantiles(values, [MOST]);
  const followed = (week: Week) => weeks.weekStart(week + 1) + needed * MINUTE <= dataUntil;
  let { to } = after;
  while (to > after.from && !followed(to)) to -= 1;
  return { parts: [before, { ...after, to }], leftOut: after.to - to };
}
