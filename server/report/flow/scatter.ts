import type { Marks, Scatter, ScatterAnswer } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { kindsOf, MEASURED, NOTED } from '../../metrics/kind.ts';
import type { Selection } from '../../metrics/selection.ts';
import { DAY, MINUTE } from '../../model/instant.ts';
import { dayStarts, weekLabel, weekLastDay } from '../../model/week.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Span, spanOf } from '../span.ts';
import { fullWeeksOf, type QuantileQuestion, quantileQuestion, warningsOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';
import { partValues, splitRows } from './part-values.ts';
import { type Place, sampleOf } from './sample.ts';
import { noScatter, scatterWords } from './scatter-words.ts';
import { rounded } from './stretch.ts';

/** So many dots are told apart, and drawn without a wait. */
export const MOST_MARKS = 1000;

/**
 * Pull requests of the window's full weeks one by one, by the day of their merge or opening and how long they took; of more than a
 * thousand a sample that stays the same. Whose they are is not in it. Throws QuestionError as every question does.
 */
export function scatterAnswer(held: Held, measure: string, view: View): ScatterAnswer {
  const question = quantileQuestion(held, measure, view);
  const { repositories } = question;
  const warnings = warningsOf([question]);
  const span = spanOf(held, repositories, question.view);
  const { dataUntil } = repositories;
  if (span === null || span.from === span.end) {
    return envelope(held, question.view, dataUntil, warnings, noScatter(question));
  }
  const data = scatter(held, question, span);
  return envelope(held, question.view, dataUntil, [...warnings, ...span.warnings], data);
}

function scatter({ snapshot }: Held, question: QuantileQuestion, span: Span): Scatter {
  const { metric } = question;
  const selection = fullWeeksOf(question, span);
  const whole = { part: 'whole', from: selection.from, to: selection.to } as const;
  const { chunks: asked, leftOut } = askedRows(snapshot, selection);
  const [all = { values: new Int32Array(0), merged: 0 }] = partValues(
    asked,
    metric,
    splitRows(asked, selection, [whole]),
    null,
  );
  const n = all.values.length;
  const [half = null, most = null] =
    n < metric.definition.minimum.p85
      ? []
      : bucketedQuantiles(all.values, [0.5, 0.85]).map((minutes) => rounded(minutes / metric.perUnit));
  const sample = sampleOf(MOST_MARKS, n, snapshot.repositories.values);
  for (const { chunk, rows } of asked) {
    const kinds = kindsOf(chunk, metric);
    for (const row of rows) {
      const number = chunk.number[row] ?? UNKNOWN;
      const measured = kinds[row] === MEASURED || kinds[row] === NOTED;
      // Where its number does not tell its id it could not be opened.
      if (measured && number !== UNKNOWN && !chunk.ids.has(row)) sample.add(chunk, row);
    }
  }
  const taken = sample.taken();
  const days = daysOf(snapshot.weeks.zone, span);
  return {
    ...scatterWords(question, { n, merged: all.merged, leftOut, shown: taken.length, half, most }),
    definition: metric.definition,
    from: weekLabel(span.from),
    to: weekLastDay(span.end - 1),
    ...marksOf(taken, snapshot.repositories.values, question, selection, days.of),
    p50: half,
    p85: most,
  };
}

/** Days of the window in its zone, counted from its first one. */
function daysOf(zone: string, span: Span) {
  const starts = dayStarts(zone);
  const first = weekLabel(span.from);
  const count = (span.end - span.from) * 7;
  const days = Array.from({ length: count + 1 }, (_, day) => starts(first, day));
  return {
    count,
    of(minute: number): number {
      const at = minute * MINUTE;
      const guess = Math.floor((at - (days[0] ?? 0)) / DAY);
      // Days have 23 to 25 hours: the guess is at most one off.
      const day = [guess + 1, guess, guess - 1].find((one) => (days[one] ?? Number.POSITIVE_INFINITY) <= at);
      return Math.max(0, Math.min(day ?? 0, count - 1));
    },
  };
}

function marksOf(
  taken: readonly Place[],
  ids: readonly string[],
  { metric, view }: QuantileQuestion,
  { by }: Pick<Selection, 'by'>,
  dayOf: (minute: number) => number,
): { marks: Marks; repositories: string[] } {
  const places = new Map<number, number>();
  const marks = taken
    .map(({ chunk, row }) => ({
      repository: chunk.repository[row] ?? 0,
      number: chunk.number[row] ?? 0,
      day: dayOf((by === 'opening' ? chunk.openedAt : chunk.mergedAt)[row] ?? 0),
      hours: rounded(metric.itemValue(chunk, row) / metric.perUnit),
    }))
    .sort((one, other) => one.day - other.day || one.hours - other.hours || one.number - other.number);
  for (const { repository } of marks) {
    if (!places.has(repository)) places.set(repository, places.size);
  }
  if (view.by !== by) throw new Error('marks by another day than was asked for');
  return {
    marks: {
      repository: marks.map(({ repository }) => places.get(repository) ?? 0),
      number: marks.map(({ number }) => number),
      day: marks.map(({ day }) => day),
      hours: marks.map(({ hours }) => hours),
    },
    repositories: [...places.keys()].map((repository) => ids[repository] ?? ''),
  };
}
