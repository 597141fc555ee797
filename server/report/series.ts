import type { Series, SeriesAnswer } from '../contract/series.ts';
import type { View } from '../contract/view.ts';
import { mergedFrom } from '../metrics/extent.ts';
import { type WeeklyItems, weeklyItems } from '../metrics/weekly-items.ts';
import { isoInstant } from '../model/instant.ts';
import { count } from '../words/number.ts';
import { finding } from './finding.ts';
import { coverageSentence, leftOut } from './left-out.ts';
import type { Held } from './live.ts';
import { weeklyPoints } from './points.ts';
import { type Question, resolveQuestion } from './question.ts';
import { description, howToRead, whatToDo } from './reading.ts';
import { type Span, spanOf } from './span.ts';
import { unknowable } from './unknowable.ts';
import type { Warning } from './warnings.ts';

/** Weeks before the window that a finding may compare with. */
const BEFORE = 24;

/**
 * One measure, week by week. The week that the data end in is the running one, whatever the wall clock says.
 * Throws QuestionError on an unknown measure or filter.
 */
export function seriesAnswer(held: Held, measure: string, view: View): SeriesAnswer {
  const question = resolveQuestion(held, measure, view);
  const span = spanOf(held, question);
  const { dataUntil } = question.repositories;
  return {
    asked: question.view,
    dataUntil: dataUntil === null ? null : isoInstant(dataUntil),
    generation: held.snapshot.generation,
    warnings: [...question.warnings, ...(span === null ? [] : spanWarnings(held, question, span))],
    data: span === null ? nothingRead(question) : series(held, question, span),
  };
}

function series(held: Held, question: Question, span: Span): Series {
  const { metric, view, repositories } = question;
  const never = unknowable(metric, repositories);
  const items: WeeklyItems = weeklyItems(held.snapshot, metric, {
    repositories: repositories.table,
    deploying: repositories.deploying,
    from: Math.max(span.first, Math.min(span.from, span.running - BEFORE)),
    to: span.running,
    by: view.by,
  });
  const points = weeklyPoints(question, items, span);
  const missing = leftOut(metric, items, span);
  const n = items.measured(span.from, span.running - 1);
  const nothing = n === 0 && span.from < span.running;
  return {
    definition: metric.definition,
    finding: never?.finding ?? finding(question, items, span),
    howToRead:
      never?.whatToDo ?? (nothing ? whatToDo(metric, items, span, missing) : howToRead(metric, view)),
    description: description(metric, view, points),
    coverage: coverageSentence(metric, items, span),
    n,
    unknowable: never?.why ?? null,
    leftOut: missing,
    points,
  };
}

function nothingRead({ metric, repositories }: Question): Series {
  const none = repositories.freshness.length === 0;
  return {
    definition: metric.definition,
    finding: none ? 'Nothing to show yet: no repository has been imported' : 'No merged work found',
    howToRead: none
      ? 'Import a clone with `uptake ingest git PATH`, or an organisation from GitHub with `uptake ingest github`.'
      : 'The repository has no commits on its default branch that Uptake could read. Check the import under Data health.',
    description: `${metric.definition.name} a week: nothing to show yet.`,
    coverage: 'No merged pull requests.',
    n: 0,
    unknowable: null,
    leftOut: [],
    points: [],
  };
}

function spanWarnings({ snapshot }: Held, { repositories }: Question, span: Span): Warning[] {
  const end = snapshot.weeks.weekStart(span.running + 1);
  const late = mergedFrom(snapshot, repositories.table, end);
  if (late === 0) return span.warnings;
  const message = `${count(late, 'commit')} dated after the end of the data: a clock was wrong, and ${late === 1 ? 'it is' : 'they are'} left out.`;
  return [...span.warnings, { code: 'dated-after-data', message }];
}
