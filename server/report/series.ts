import type { Series, SeriesAnswer } from '../contract/series.ts';
import type { View } from '../contract/view.ts';
import { mergedFrom } from '../metrics/extent.ts';
import type { Selection } from '../metrics/selection.ts';
import { type WeeklyItems, weeklyItems } from '../metrics/weekly-items.ts';
import { count, number } from '../words/number.ts';
import { envelope } from './envelope.ts';
import { finding } from './finding.ts';
import { itemWords } from './item-words.ts';
import { coverageSentence, leftOut } from './left-out.ts';
import type { Held } from './live.ts';
import { isOfNotes } from './noted-work.ts';
import { placingOf, placingSentence } from './placing.ts';
import { type Found, weeklyPoints } from './points.ts';
import { type Question, resolveQuestion } from './question.ts';
import { description, howToRead, whatToDo } from './reading.ts';
import { rightEdgeWarnings } from './right-edge.ts';
import { type Roster, rosterOfTeams } from './roster.ts';
import { selected } from './selected.ts';
import { daysToSettle, settledEnd } from './settled.ts';
import { sideOf } from './side.ts';
import { type Span, spanOf } from './span.ts';
import { FEWEST } from './too-close.ts';
import { NO_ROSTER, unknowable } from './unknowable.ts';
import type { Warning } from './warnings.ts';
import { youngWeeks } from './young-weeks.ts';

/** Weeks before the window that a finding may compare with. */
const BEFORE = 24;

/**
 * One measure, week by week. The week that the data end in is the running one, whatever the wall clock says.
 * Throws QuestionError on an unknown measure or filter.
 */
export function seriesAnswer(held: Held, measure: string, view: View): SeriesAnswer {
  const question = resolveQuestion(held, measure, view);
  const side = sideOf(held, question.metric);
  const span = spanOf(side, question.repositories, question.view);
  const { dataUntil } = question.repositories;
  if (span === null || question.never !== null)
    return envelope(held, question.view, dataUntil, question.warnings, nothingRead(question));
  const { data, edge } = series(held, side, question, span);
  const warnings = [...question.warnings, ...spanWarnings(side, question, span), ...edge];
  return envelope(held, question.view, dataUntil, warnings, data);
}

/** `everything` has both sides: who was on a roster does not depend on what is asked about. */
function series(
  everything: Held,
  held: Held,
  question: Question,
  span: Span,
): { data: Series; edge: Warning[] } {
  const { metric, view, teams } = question;
  // Whether a group is large enough is known of the weeks asked for, so that none before them are spoken of.
  const spoken =
    view.team.length > 0 || view.repo !== null || question.marks !== null || isOfNotes(metric)
      ? { ...span, first: span.from }
      : span;
  const selection = selected(held, question, {
    from: Math.max(spoken.first, Math.min(span.from, span.end - BEFORE)),
    to: span.to,
  });
  const items: WeeklyItems = weeklyItems(held.snapshot, metric, selection);
  const perPerson = metric.kind === 'count' && metric.perPerson;
  const roster = perPerson ? rosterOfTeams(everything, teams.ids, selection) : null;
  const settled = settledSpan(held, question, span);
  const found = {
    items,
    roster,
    isYoung: youngWeeks(held, question, items, span),
    settled: daysToSettle(metric) === null ? Number.POSITIVE_INFINITY : settled.end,
  };
  const never = perPerson && roster === null ? NO_ROSTER : unknowable(metric, question.repositories);
  // What is open at several ends of weeks is not to be added up.
  const whole = metric.of === 'open' ? { ...span, from: Math.max(span.from, span.end - 1) } : span;
  const points = weeklyPoints(question, found, span);
  const missing = leftOut(metric, items, whole);
  const n = items.measured(whole.from, whole.end - 1);
  const nothing = n === 0 && span.from < span.end && !(metric.kind === 'count' && metric.of === 'open');
  const data = {
    definition: metric.definition,
    finding: never?.finding ?? settledFinding(question, found, spoken, settled),
    howToRead:
      never?.whatToDo ?? (nothing ? whatToDo(metric, items, whole, missing) : howToRead(metric, view)),
    description: description(metric, view, points),
    coverage: [
      coverageSentence(metric, items, whole, view.by),
      ...rosterSentence(roster, span),
      ...placed(held, question, selection, span),
    ].join(' '),
    n,
    unknowable: never?.why ?? null,
    leftOut: missing,
    points,
  };
  return { data, edge: rightEdgeWarnings(question, found, span, points) };
}

/** The weeks that a measure can speak of: of one that follows what was merged, not those of which some has been followed too shortly. */
function settledSpan({ snapshot }: Held, { metric, repositories }: Question, span: Span): Span {
  const [days, { dataUntil }] = [daysToSettle(metric), repositories];
  if (days === null || dataUntil === null) return span;
  const end = settledEnd(snapshot.weeks, { first: span.from, end: span.end }, days, dataUntil);
  return end === span.end ? span : { ...span, end, to: end - 1 };
}

function settledFinding(question: Question, found: Found, spoken: Span, { end, to, from }: Span): string {
  const days = daysToSettle(question.metric);
  if (days !== null && end <= from) return `Too early to say: nothing has been followed for ${days} days yet`;
  return finding(question, found, { ...spoken, end, to });
}

/** What a figure per person is divided by. */
function rosterSentence(roster: Roster | null, { from, end }: Span): string[] {
  const people = roster?.people(end - 1) ?? 0;
  if (roster === null || from === end || people < FEWEST) return [];
  const assumed = roster.assumed(end - 1);
  const basis =
    assumed === 0 ? '' : `; ${number(assumed)} of them since their first activity, as nobody said since when`;
  return [`On the roster in the last full week: ${count(people, 'person', 'people')}${basis}.`];
}

/** What a filter by teams rests on. */
function placed(
  { snapshot }: Held,
  { metric }: Question,
  selection: Selection,
  { from, end }: Span,
): string[] {
  if (selection.teams === null || from === end) return [];
  const { noun } = itemWords(metric.definition);
  return [placingSentence(placingOf(snapshot, { ...selection, from, to: end - 1 }), noun)];
}

function nothingRead({ metric, repositories, never }: Question): Series {
  const none = repositories.freshness.length === 0;
  const issues = metric.definition.items === 'issues';
  const { noun, finished } = itemWords(metric.definition);
  return {
    definition: metric.definition,
    finding:
      never?.finding ??
      (none
        ? 'Nothing to show yet: no repository has been imported'
        : `No ${issues ? 'issues' : 'merged work'} found`),
    howToRead:
      never?.whatToDo ??
      (none
        ? 'Import a clone with `uptake ingest git PATH`, or an organisation from GitHub with `uptake ingest github`.'
        : issues
          ? 'The tracker told of no issue in these weeks. Choose a longer window, or check the import under Data health.'
          : 'The repository has no commits on its default branch that Uptake could read. Check the import under Data health.'),
    description: `${metric.definition.name} a week: nothing to show yet.`,
    coverage: never?.why === 'group-too-small' ? 'Not counted here.' : `No ${finished} ${noun}s.`,
    n: 0,
    unknowable: never?.why ?? null,
    leftOut: [],
    points: [],
  };
}

function spanWarnings({ snapshot }: Held, { metric, repositories }: Question, span: Span): Warning[] {
  const { table, dataUntil } = repositories;
  if (dataUntil === null) return span.warnings;
  const { weeks } = snapshot;
  const late = mergedFrom(snapshot, table, weeks.weekStart(weeks.weekOf(dataUntil) + 1));
  if (late === 0) return span.warnings;
  const message = `${count(late, metric.definition.items === 'issues' ? 'issue' : 'commit')} dated after the end of the data: a clock was wrong, and ${late === 1 ? 'it is' : 'they are'} left out.`;
  return [...span.warnings, { code: 'dated-after-data', message }];
}
