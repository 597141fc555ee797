import type { Chunk } from '../facts/columns/chunk.ts';
import { countedIncidence } from '../stats/survival/counted-incidence.ts';
import { countedSurvivalQuantiles } from '../stats/survival/counted-survival.ts';
import { CLOSED, type Following, kindsOf, MEASURED, NOTED, WAITING } from './kind.ts';
import { markedRows } from './marks.ts';
import { scratch } from './scratch.ts';
import { type Followed, slicesAsked } from './selection.ts';

const rooms = { values: scratch(), closed: scratch(), waiting: scratch() };

/**
 * Kaplan and Meier's quantiles of what was opened in some weeks: an item without a value has waited for it until the data of its
 * repository end, or until it was closed. Null where a quantile is not reached yet.
 */
export function followedQuantiles(
  chunks: readonly Chunk[],
  metric: Following,
  selection: Followed,
  probabilities: readonly number[],
): (number | null)[] {
  const { values, closed, waiting } = gathered(chunks, metric, selection);
  return countedSurvivalQuantiles(values, [closed, waiting], probabilities);
}

/**
 * The shares of all items that have their value within some times, those closed before it counted as never having one (Aalen and
 * Johansen); null where nothing was followed for so long.
 */
export function sharesWithin(
  chunks: readonly Chunk[],
  metric: Following,
  selection: Followed,
  times: readonly number[],
): (number | null)[] {
  const { values, closed, waiting } = gathered(chunks, metric, selection);
  return countedIncidence(values, closed, waiting, times);
}

/** How long each item took, was followed until it was closed, or has been waiting. */
function gathered(chunks: readonly Chunk[], metric: Following, selection: Followed) {
  const { teams, dataEnd } = selection;
  const { itemValue, waiting: waited } = metric;
  const room = chunks.reduce((sum, { size }) => sum + size, 0);
  const [values, closed, waiting] = [rooms.values(room), rooms.closed(room), rooms.waiting(room)];
  const sizes = { values: 0, closed: 0, waiting: 0 };
  for (const chunk of chunks) {
    const { teamSet, closedAt } = chunk;
    const kinds = kindsOf(chunk, metric, 'opening');
    const marked = markedRows(chunk, selection.marks);
    for (const { repository, from, until } of slicesAsked(chunk, selection)) {
      const followed = dataEnd.ofRepository[repository] ?? 0;
      for (let row = from; row < until; row++) {
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        const kind = kinds[row];
        if (kind === MEASURED || kind === NOTED) {
          values[sizes.values] = itemValue(chunk, row);
          sizes.values += 1;
        } else if (kind === CLOSED) {
          closed[sizes.closed] = waited(chunk, row, Math.min(followed, closedAt[row] ?? followed));
          sizes.closed += 1;
        } else if (kind === WAITING) {
          waiting[sizes.waiting] = waited(chunk, row, followed);
          sizes.waiting += 1;
        }
      }
    }
  }
  return {
    values: values.subarray(0, sizes.values),
    closed: closed.subarray(0, sizes.closed),
    waiting: waiting.subarray(0, sizes.waiting),
  };
}
