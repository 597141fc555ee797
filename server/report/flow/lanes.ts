import type { Lane, Lanes, LanesAnswer, Stretch } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { PROBABILITY } from '../../metrics/definition.ts';
import type { Instant } from '../../model/instant.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Span, spanOf } from '../span.ts';
import { unknowable } from '../unknowable.ts';
import { fullWeeksOf, type QuantileQuestion, quantileQuestions, warningsOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';
import { beforeAfter } from './before-after.ts';
import { type Compared, changesOf } from './change.ts';
import { followedParts } from './followed.ts';
import { lanesWords, noLanes } from './lanes-words.ts';
import { ownersOf } from './owners.ts';
import { partValues, splitRows } from './part-values.ts';
import { type Part, partingOf, weeksOf } from './parting.ts';
import { phases } from './phases.ts';
import { stretchOf } from './stretch.ts';

/**
 * Where a change waits: each phase over the whole window or, where a day is chosen, before and after it. Their medians do not add up,
 * so that no sum of them is given. Throws QuestionError as every question does.
 */
export function lanesAnswer(held: Held, view: View): LanesAnswer {
  const questions = quantileQuestions(
    held,
    phases.map(({ measure }) => measure),
    view,
  );
  const [question] = questions;
  if (question === undefined) throw new Error('a change has phases');
  const { dataUntil } = question.repositories;
  const span = spanOf(held, question.repositories, question.view);
  if (span === null || dataUntil === null || span.from === span.end) {
    return envelope(held, question.view, dataUntil, warningsOf(questions), noLanes(question));
  }
  const parting = partingOf(question, span);
  const warnings = warningsOf(questions, parting.parts.length === 2);
  const data = lanes(held, questions, span, parting.parts, dataUntil);
  return envelope(held, question.view, dataUntil, [...warnings, ...span.warnings, ...parting.warnings], data);
}

function lanes(
  held: Held,
  questions: readonly QuantileQuestion[],
  span: Span,
  parts: readonly Part[],
  dataUntil: Instant,
): Lanes {
  const { snapshot } = held;
  const [first] = questions;
  if (first === undefined) throw new Error('a change has phases');
  const selection = fullWeeksOf(first, span);
  const { chunks: asked, leftOut } = askedRows(snapshot, selection);
  const followed = followedParts(snapshot, asked, selection, parts, dataUntil);
  const owners = followed.parts.length === 2 ? ownersOf(snapshot, asked, selection, followed.parts) : null;
  const split = splitRows(asked, selection, followed.parts);
  const drawn: Lane[] = [];
  const compared: Compared[] = [];
  questions.forEach(({ metric, view, repositories }, index) => {
    const values = partValues(asked, metric, split, owners?.codes ?? null);
    const stretches = followed.parts.map((part, at): Stretch => {
      const of = values[at];
      if (of === undefined) throw new Error('a part without values');
      return stretchOf(part, metric, view.stat, of);
    });
    const phase = phases[index];
    if (phase === undefined) throw new Error('a question without its phase');
    const never = unknowable(metric, repositories);
    drawn.push({ ...phase, unknowable: never?.why ?? null, parts: stretches, change: null });
    const [[before, after], [was, is]] = [values, stretches];
    const [early, late] = followed.parts;
    if (!before || !after || !was || !is || !early || !late || owners === null) return;
    const weeks = { before: weeksOf(early), after: weeksOf(late) };
    const long = Math.min(weeks.before, weeks.after) > 1;
    const found = long ? beforeAfter(before, after, owners.count, PROBABILITY[view.stat]) : null;
    compared.push({ name: phase.name, definition: metric.definition, before: was, after: is, weeks, found });
  });
  const changes = changesOf(compared);
  const withChanges = drawn.map((lane, at) => ({ ...lane, change: changes[at] ?? null }));
  return lanesWords(first, withChanges, {
    since: followed.parts[1]?.from ?? null,
    unfollowed: followed.leftOut,
    leftOut,
    judgedBy: owners?.by ?? null,
  });
}
