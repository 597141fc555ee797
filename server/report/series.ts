import type { Series, SeriesAnswer } from '../contract/series.ts';
import type { View } from '../contract/view.ts';
import { mergedFrom } from '../metrics/extent.ts';
import type { Selection } from '../metrics/selection.ts';
import { type WeeklyItems, weeklyItems } from '../metrics/weekly-items.ts';
import { count } from '../words/number.ts';
import { envelope } from './envelope.ts';
import { finding } from './finding.ts';
import { coverageSentence, leftOut } from './left-out.ts';
import type { Held } from './live.ts';
import { placingOf, placingSentence } from './placing.ts';
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
  const span = spanOf(held, question.repositories, question.view.window);
  const { dataUntil } = question.repositories;
  const warnings = [...question.warnings, ...(span === null ? [] : spanWarnings(held, question, span))];
  const data = span === null ? nothingRead(question) : series(held, question, span);
  return envelope(held, question.view, dataUntil, warnings, data);
}

function series(held: Held, question: Question, span: Span): Series {
  const { metric, view, repositories } = question;
  const never = unknowable(metric, repositories);
  // Whether a group is large enough is known of the weeks asked for, so that none before them are spoken of.
  const spoken = view.team.length > 0 || view.repo !== null ? { ...span, first: span.from } : span;
  const selection: Selection = {
    repositories: repositories.table,
    deploying: repositories.deploying,
    teams: question.teams.table,
    from: Math.max(spoken.first, Math.min(span.from, span.running - BEFORE)),
    to: span.running,
    by: view.by,
  };
  const items: WeeklyItems = weeklyItems(held.snapshot, metric, selection);
  const points = weeklyPoints(question, items, span);
  const missing = leftOut(metric, items, span);
  const n = items.measured(span.from, span.running - 1);
  const nothing = n === 0 && span.from < span.running;
  return {
    definition: metric.definition,
    finding: never?.finding ?? finding(question, items, spoken),
    howToRead:
      never?.whatToDo ?? (nothing ? whatToDo(metric, items, span, missing) : howToRead(metric, view)),
    description: description(metric, view, points),
    coverage: [coverageSentence(metric, items, span), ...placed(held, selection, span)].join(' '),
    n,
    unknowable: never?.why ?? null,
    leftOut: missing,
    points,
  };
}

/** What a filter by teams rests on. */
function placed({ snapshot }: Held, selection: Selection, { from, running }: Span): string[] {
  if (selection.teams === null || from === running) return [];
  return [placingSentence(placingOf(snapshot, { ...selection, from, to: running - 1 }))];
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
