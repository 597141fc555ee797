import type { Chunk } from '../../facts/columns/chunk.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { Week } from '../../model/week.ts';
import type { Cursor } from './cursor.ts';
import { nearest } from './nearest.ts';
import { eachPassing, type Passing } from './passing.ts';
import { byPlace, type Place, placesIn } from './place.ts';

export type Row = { chunk: Chunk; row: number; key: number };

export type Page = {
  rows: readonly Row[];
  /** All that pass, those of them in the running week, and those before this page. */
  count: number;
  running: number;
  before: number;
};

type Wanted = {
  passing: Passing;
  keyOf: (chunk: Chunk, row: number) => number;
  /** Which chunks are likely to hold what comes first: they are gone through first. */
  newestFirst: boolean;
  running: Week | null;
  limit: number;
  cursor: Cursor | null;
};

/** One page of a sorted list: one scan of the columns that keeps the nearest few to the cursor, and no sort of the rest. */
export function pageOf(snapshot: Snapshot, wanted: Wanted): Page {
  const { passing, keyOf, newestFirst, running, limit, cursor } = wanted;
  const places = placesIn(snapshot);
  const edge = cursor === null ? null : places.at(cursor);
  const forwards = cursor?.side !== 'before';
  const away = forwards ? byPlace : (one: Place, other: Place) => byPlace(other, one);
  const kept = nearest<Place & Row>(limit, away);
  const counts = { all: 0, running: 0, within: 0 };
  eachPassing(snapshot, passing, newestFirst === forwards, (chunk, row, week) => {
    counts.all += 1;
    if (week === running) counts.running += 1;
    const key = keyOf(chunk, row);
    const onThisSide = edge === null || key === edge.key || key > edge.key === forwards;
    if (!onThisSide) return;
    const worst = kept.worst();
    const near = worst === null || (forwards ? key <= worst.key : key >= worst.key);
    if (!near && key !== edge?.key) {
      counts.within += 1;
      return;
    }
    const place = { ...places.of(chunk, row, key), chunk, row };
    if (edge !== null && away(place, edge) <= 0) return;
    counts.within += 1;
    if (near) kept.add(place);
  });
  const found = kept.inOrder();
  return {
    rows: forwards ? found : found.reverse(),
    count: counts.all,
    running: counts.running,
    before: forwards ? counts.all - counts.within : counts.within - found.length,
  };
}
