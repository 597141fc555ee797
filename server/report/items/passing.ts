import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { rowsHolding, type Wanted } from '../../facts/columns/rows-holding.ts';
import type { Slice } from '../../facts/columns/slice.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { Metric } from '../../metrics/definition.ts';
import { kindsOf, MEASURED } from '../../metrics/kind.ts';
import { markedRows } from '../../metrics/marks.ts';
import { DRAFT } from '../../metrics/open-items.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import { MINUTE } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import { fatesOf } from './item-state.ts';
import { isOpenAt, isReadyAt, type WeekEnd } from './open-at.ts';
import type { Titled } from './title-search.ts';

/** What a list lets pass. */
export type Passing = {
  /** Its weeks are endless where a list is of no weeks. */
  selection: Selection;
  /** What each row is judged by: its kind to a metric or, without one, its fate. */
  metric: Metric | null;
  /** 1 for each kind or fate that passes, where deployments are set up and where they are not. */
  deploying: Uint8Array;
  notDeploying: Uint8Array;
  /** Pull requests whose title has the words; null: whatever the title. */
  titled: Titled | null;
  /** What is asked of open work; null: nothing. */
  open: ((chunk: Chunk, row: number) => boolean) | null;
  /** One item; null: any. */
  only: Wanted | null;
  /** The end of the week at which it has to be open, for measures of open work; null: whatever became of it. */
  openAt: WeekEnd | null;
};

/** A row that passes, and the week that it is listed for. */
export type Visit = (chunk: Chunk, row: number, week: Week) => void;

/**
 * Every row that passes, with the week that it belongs to: that of its merge, if items are grouped so and it is merged; else
 * that of its opening.
 * @param newestFirst the order of the chunks; rows within one have none
 */
export function eachPassing(snapshot: Snapshot, passing: Passing, newestFirst: boolean, visit: Visit): void {
  const { selection, metric, openAt } = passing;
  const { from, to, by } = selection;
  const merging = mergingWithin(snapshot, selection);
  for (const chunk of newestFirst ? snapshot.chunks.toReversed() : snapshot.chunks) {
    if (openAt !== null) {
      if (chunk.week <= openAt.week) eachOpen(chunk, passing, openAt, visit);
      continue;
    }
    const opening = chunk.week >= from && chunk.week <= to;
    if (!opening && !(by === 'merge' && merging(chunk))) continue;
    const codes = metric === null ? fatesOf(chunk) : kindsOf(chunk, metric, by);
    for (const slice of slicesAsked(chunk, metric === null ? { ...selection, by: 'merge' } : selection)) {
      const table = selection.deploying[slice.repository] === 1 ? passing.deploying : passing.notDeploying;
      const passes = filterOf(chunk, slice, passing);
      for (let row = slice.from; row < slice.until; row++) {
        if (table[codes[row] ?? 0] !== 1 || (passes !== null && !passes(row))) continue;
        const merged = by === 'merge' ? (chunk.mergeWeek[row] ?? UNKNOWN) : UNKNOWN;
        const week = merged === UNKNOWN ? chunk.week : merged;
        if (week >= from && week <= to) visit(chunk, row, week);
      }
    }
  }
}

/** What is open at the end of a week, and passes. */
function eachOpen(chunk: Chunk, passing: Passing, openAt: WeekEnd, visit: Visit): void {
  const { selection, metric, deploying } = passing;
  const kinds = metric === null ? null : kindsOf(chunk, metric);
  for (const slice of slicesAsked(chunk, { ...selection, by: 'opening' })) {
    if (slice.kind !== 'opened') continue;
    const passes = filterOf(chunk, slice, passing);
    for (let row = slice.from; row < slice.until; row++) {
      if (!isOpenAt(chunk, row, openAt) || (passes !== null && !passes(row))) continue;
      const kind = kinds?.[row] ?? 0;
      const now = kind === MEASURED && !isReadyAt(chunk, row, openAt) ? DRAFT : kind;
      if (deploying[now] === 1) visit(chunk, row, openAt.week);
    }
  }
}

/** What is asked of a row beside its kind; null: nothing. */
function filterOf(
  chunk: Chunk,
  { repository }: Slice,
  { selection: { teams, marks }, titled, open, only }: Passing,
): ((row: number) => boolean) | null {
  const { teamSet, number } = chunk;
  const marked = markedRows(chunk, marks);
  const any = teams === null && marked === null && titled === null;
  if (any && open === null && only === null) return null;
  const rows = only === null ? null : rowsHolding(chunk, only);
  const numbers = titled === null ? null : (titled.get(repository) ?? NONE);
  return (row) =>
    (teams === null || teams[teamSet[row] ?? 0] === 1) &&
    (marked === null || marked[row] === 1) &&
    (rows === null || rows.has(row)) &&
    (open === null || open(chunk, row)) &&
    (numbers === null || numbers.has(number[row] ?? UNKNOWN));
}

const NONE: ReadonlySet<number> = new Set();

function mergingWithin({ weeks }: Snapshot, { from, to }: Selection): (chunk: Chunk) => boolean {
  if (!Number.isFinite(from)) return () => true;
  const [begin, end] = [weeks.weekStart(from) / MINUTE, weeks.weekStart(to + 1) / MINUTE];
  return ({ merged }) => merged.from < end && merged.until >= begin;
}
