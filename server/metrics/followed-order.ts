import type { Chunk } from '../facts/columns/chunk.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import { type SurvivalDescent, survivalDescent } from '../stats/survival/survival-descent.ts';
import { type Following, kindsOf, WAITING } from './kind.ts';
import { markedRows } from './marks.ts';
import { orderOf, passingRows, sortValue } from './order.ts';
import { type Followed, slicesAsked } from './selection.ts';

/** What each row in an order is ordered by: read one after the other, where the rows themselves lie apart. */
export const endsInOrder = perChunk<Following, Int32Array>((chunk, metric) => {
  const kinds = kindsOf(chunk, metric, 'opening');
  return Int32Array.from(orderOf(chunk, metric), (row) => sortValue(chunk, row, metric, kinds[row] ?? 0));
}, null);

/**
 * Kaplan and Meier's quantiles of the items of one week, `ended` of which have a value or were closed without one: a walk along the
 * order of these, with the few that are still open, sorted by how long they have waited, taken out on the way. Null where a quantile
 * is not reached yet.
 */
export function followedQuantilesOf(
  chunk: Chunk,
  metric: Following,
  selection: Followed,
  ended: number,
  probabilities: readonly number[],
): (number | null)[] {
  const order = orderOf(chunk, metric);
  const ends = endsInOrder(chunk, metric);
  const passing = ended === order.length ? null : passingRows(chunk, selection, true);
  const waits = openWaits(chunk, metric, selection);
  const steps = stepsOf(survivalDescent(ended + waits.length, probabilities), waits);
  for (let place = 0; place < order.length && !steps.isOver(); place++) {
    if (passing !== null && passing[order[place] ?? 0] !== 1) continue;
    const end = ends[place] ?? 0;
    steps.end(end >> 1, end & 1);
  }
  return steps.found();
}

/** Puts single ends, which come in the order of their times, and waits together to steps of one time each. */
function stepsOf(descent: SurvivalDescent, waits: Int32Array) {
  let [now, events, gone, next] = [-1, 0, 0, 0];
  let wait = waits[0] ?? Number.POSITIVE_INFINITY;
  const step = () => {
    if (events + gone > 0) descent.step(now, events, gone);
    events = 0;
    gone = 0;
  };
  const takeOutBefore = (time: number) => {
    while (wait < time) {
      if (wait !== now) step();
      now = wait;
      gone += 1;
      next += 1;
      wait = waits[next] ?? Number.POSITIVE_INFINITY;
    }
  };
  return {
    end(time: number, closed: number) {
      if (time !== now) {
        if (wait < time) takeOutBefore(time);
        if (time !== now) step();
        now = time;
      }
      events += 1 - closed;
      gone += closed;
    },
    isOver: descent.isOver,
    found() {
      takeOutBefore(Number.POSITIVE_INFINITY);
      step();
      return descent.found();
    },
  };
}

/** How long what is open has waited, the shortest first. */
function openWaits(chunk: Chunk, metric: Following, selection: Followed): Int32Array {
  const { teams, dataEnd } = selection;
  const kinds = kindsOf(chunk, metric, 'opening');
  const marked = markedRows(chunk, selection.marks);
  const waits: number[] = [];
  for (const { repository, mergedUntil, until } of slicesAsked(chunk, selection)) {
    const followed = dataEnd.ofRepository[repository] ?? 0;
    for (let row = mergedUntil; row < until; row++) {
      if (kinds[row] !== WAITING || (teams !== null && teams[chunk.teamSet[row] ?? 0] !== 1)) continue;
      if (marked !== null && marked[row] !== 1) continue;
      waits.push(metric.waiting(chunk, row, followed));
    }
  }
  return Int32Array.from(waits).sort();
}
