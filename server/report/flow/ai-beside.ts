import type { Beside } from '../../contract/ai-work.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { isMarked } from '../../metrics/marks.ts';
import { minutesToMerge } from '../../metrics/phase-minutes.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import { isCannot } from '../../stats/cannot.ts';
import { clustersOf } from '../../stats/inference/clusters.ts';
import { percentOf } from '../../stats/inference/ratio.ts';
import { authorFixedEffect } from '../../stats/regression/author-fixed-effect.ts';
import { amount } from '../../words/amount.ts';
import { number } from '../../words/number.ts';
import type { ChunkRows } from './asked-rows.ts';

/** Fewest people with work of both kinds, and fewest pull requests of each (STATISTICS (d)). */
const FEWEST_PEOPLE = 10;
const FEWEST_OF_EACH = 100;
const FEWEST_FOR_MEDIAN = 5;
/** Of more rows every second, third and so on counts: an interval gets no narrower than its people allow. */
const MOST_ROWS = 40_000;

const WARNING =
  'People choose which work they give to AI, and marks miss what leaves none. This describes work; it does not say what AI has changed. That is told by teams before and after their start.';

type Row = { minutes: number; lines: number; person: number; marked: boolean };

/** Time to merge of marked work and of the rest: as they stand, and of the same people for work of the same size. */
export function besideRest(asked: readonly ChunkRows[]): Beside | null {
  const rows = rowsOf(asked);
  if (rows.length === 0) return null;
  const [marked, others] = [true, false].map((kind) =>
    medianHours(rows.filter((row) => row.marked === kind)),
  );
  return {
    ...{ marked: marked ?? null, others: others ?? null },
    naive: naiveSentence(marked ?? null, others ?? null),
    ...withinPeople(rows),
    warning: WARNING,
  };
}

function rowsOf(asked: readonly ChunkRows[]): Row[] {
  return asked.flatMap(({ chunk, rows }) =>
    Array.from(rows).flatMap((row): Row[] => {
      const minutes = minutesToMerge(chunk, row);
      const level = chunk.aiLevel[row] ?? 0;
      if (minutes === UNKNOWN || level === 0) return [];
      const [lines, person] = [chunk.lines[row] ?? UNKNOWN, chunk.person[row] ?? UNKNOWN];
      return [{ minutes, lines, person, marked: isMarked(level) }];
    }),
  );
}

function medianHours(rows: readonly Row[]): number | null {
  if (rows.length < FEWEST_FOR_MEDIAN) return null;
  const [half] = bucketedQuantiles(
    Int32Array.from(rows, ({ minutes }) => minutes),
    [0.5],
  );
  return half === undefined ? null : half / 60;
}

function naiveSentence(marked: number | null, others: number | null): string {
  if (marked === null || others === null)
    return 'Too few pull requests of one kind to set their medians side by side.';
  return `As they stand: half of AI-marked ones merged within ${amount(marked, 'hours')} of opening, half of all others within ${amount(others, 'hours')}.`;
}

/** log(minutes) = effect of the mark + log(1 + lines) + whose it is, with the jackknife over people. */
function withinPeople(all: readonly Row[]): Pick<Beside, 'percent' | 'within'> {
  const known = all.filter(({ lines, person }) => lines !== UNKNOWN && person !== UNKNOWN);
  const every = Math.max(1, Math.ceil(known.length / MOST_ROWS));
  const rows = known.filter((_, at) => at % every === 0);
  const marked = rows.filter((row) => row.marked).length;
  const kinds = Map.groupBy(rows, ({ person }) => person);
  const both = [...kinds.values()].filter(
    (own) => own.some((row) => row.marked) && own.some((row) => !row.marked),
  ).length;
  if (both < FEWEST_PEOPLE || Math.min(marked, rows.length - marked) < FEWEST_OF_EACH) {
    return {
      percent: null,
      within: `Of the same people for work of the same size: too few to tell. It needs ${FEWEST_PEOPLE} people with both kinds of work and ${FEWEST_OF_EACH} pull requests of each.`,
    };
  }
  const people = clustersOf(Int32Array.from(rows, ({ person }) => person));
  const found = authorFixedEffect(
    Float64Array.from(rows, ({ minutes }) => Math.log(Math.max(1, minutes))),
    Float64Array.from(rows, (row) => Number(row.marked)),
    [Float64Array.from(rows, ({ lines }) => Math.log1p(lines))],
    people,
    people,
  );
  if (isCannot(found) || isCannot(found.effect)) {
    return { percent: null, within: 'Of the same people for work of the same size: it cannot be told here.' };
  }
  const [value, low, high] = [found.effect.value, found.effect.lower, found.effect.upper].map(percentOf);
  if (value === undefined || low === undefined || high === undefined) throw new Error('three were asked for');
  return {
    percent: { value, low, high },
    within: `Of the same people for work of the same size: ${changeInWords(value, low, high)}. ${number(both)} people have both kinds of work.`,
  };
}

function changeInWords(value: number, low: number, high: number): string {
  const range = `likely ${signed(low)} to ${signed(high)}`;
  if (low <= 0 && high >= 0) return `no clear difference (${range})`;
  return `AI-marked ones take ${Math.abs(Math.round(value))} % ${value < 0 ? 'less' : 'more'} time (${range})`;
}

function signed(percent: number): string {
  const whole = Math.round(percent);
  return whole === 0 ? '0 %' : `${Math.abs(whole)} % ${whole < 0 ? 'less' : 'more'}`;
}
