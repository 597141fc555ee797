import type { TeamMultiples, TeamMultiplesAnswer, TeamPanel } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { periodsOf } from '../periods.ts';
import { sideOf } from '../side.ts';
import { type Span, spanOf } from '../span.ts';
import { fullWeeksOf, itemQuestion, type QuantileQuestion, warningsOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';
import { type Part, partingOf } from './parting.ts';
import { stretchOf } from './stretch.ts';
import { panelsOfSets, panelTeams } from './team-panels.ts';
import { teamValues } from './team-values.ts';
import { multiplesWords, noMultiples } from './team-words.ts';

/** A small chart has this many points at most. */
const MOST_POINTS = 30;

/**
 * One measure by team, each in a chart of its own on one scale, by name and never by value. Teams that are too small are measured
 * together with the work of no team, as others. Throws QuestionError as every question does.
 */
export function teamMultiplesAnswer(held: Held, measure: string, view: View): TeamMultiplesAnswer {
  const question = itemQuestion(held, measure, view);
  const { repositories, never } = question;
  const warnings = warningsOf([question]);
  const { dataUntil } = repositories;
  const side = sideOf(held, question.metric);
  const span = spanOf(side, repositories, question.view);
  if (never !== null || span === null || span.from === span.end) {
    return envelope(held, question.view, dataUntil, warnings, noMultiples(question));
  }
  const parting = partingOf(question, span);
  const data = multiples(side, question, span, parting.parts);
  return envelope(held, question.view, dataUntil, [...warnings, ...span.warnings, ...parting.warnings], data);
}

function multiples(
  held: Held,
  question: QuantileQuestion,
  span: Span,
  parts: readonly Part[],
): TeamMultiples {
  const { metric, view } = question;
  const { snapshot } = held;
  const selection = fullWeeksOf(question, span);
  const { teams, more } = panelTeams(held, question);
  const sets = panelsOfSets(snapshot.teamSets.values, teams);
  const { chunks: asked, leftOut } = askedRows(snapshot, selection);
  const values = teamValues(asked, metric, selection, sets, teams.length);
  const periods = periodsOf(selection.from, selection.to, MOST_POINTS);
  const stretch = (panel: number, part: Part) =>
    stretchOf(part, metric, view.stat, {
      values: values.within(panel, part.from, part.to),
      merged: values.merged(panel, part.from, part.to),
    });
  const panels = teams.map(({ id, name }, panel): TeamPanel => {
    const points = periods.map((period) => stretch(panel, { part: 'whole', ...period }));
    return {
      team: id,
      name,
      values: points.map(({ value }) => value),
      counts: points.map(({ n }) => n),
      parts: parts.map((part) => stretch(panel, part)),
    };
  });
  // Nobody's work needs no panel.
  const shown = panels.filter(({ parts: [first, second] }) => (first?.of ?? 0) + (second?.of ?? 0) > 0);
  const latest = periods.at(-1);
  const weeks = latest === undefined ? 1 : latest.to - latest.from + 1;
  const counted = { ...values.all, leftOut, more, weeks, known: held.teamNames.size > 0 };
  return {
    ...multiplesWords(question, shown, counted),
    definition: metric.definition,
    weeks,
    periods: periods.map(({ from, to }) => ({ from: weekLabel(from), to: weekLastDay(to) })),
    panels: shown,
  };
}
