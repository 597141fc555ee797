import type { MeasureId } from '../../contract/definition.ts';
import type { View } from '../../contract/view.ts';
import type { QuantileMetric } from '../../metrics/definition.ts';
import type { Selection } from '../../metrics/selection.ts';
import { QuestionError } from '../../model/errors.ts';
import { itemWords } from '../item-words.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import type { Span } from '../span.ts';
import type { Warning } from '../warnings.ts';

/** A question about a measure that every merged pull request has a value of. */
export type QuantileQuestion = Question & { metric: QuantileMetric };

/** Throws QuestionError as `resolveQuestion` does, and on a measure that counts or looks at open work, or is told of issues. */
export function quantileQuestion(held: Held, measure: string, view: View): QuantileQuestion {
  const question = itemQuestion(held, measure, view);
  const { definition } = question.metric;
  if (definition.items !== 'issues') return question;
  const message = `${definition.name} is told of issues: this figure is about pull requests.`;
  throw new QuestionError('unknown-measure', message, 'measure');
}

/** The same, also of issues; `never` may say that nothing can be told of these. */
export function itemQuestion(held: Held, measure: string, view: View): QuantileQuestion {
  const question = resolveQuestion(held, measure, view);
  const { metric } = question;
  if (metric.kind === 'quantile' && metric.of === 'merged') return { ...question, metric };
  const { noun, finished } = itemWords(metric.definition);
  const message = `${metric.definition.name} has no value for each ${finished} ${noun}.`;
  throw new QuestionError('unknown-measure', message, 'measure');
}

export function quantileQuestions(
  held: Held,
  measures: readonly MeasureId[],
  view: View,
): QuantileQuestion[] {
  return measures.map((measure) => quantileQuestion(held, measure, view));
}

/**
 * What some questions warn of, each once. Theirs about open work is of series, which follow it; these figures have what is merged alone,
 * and say so unless the youngest weeks are left out anyway.
 */
export function warningsOf(questions: readonly Question[], followed = false): Warning[] {
  const all = questions
    .flatMap(({ warnings }) => warnings)
    .filter(({ code }) => !code.startsWith('open-work'));
  const once = [...new Map(all.map((warning) => [warning.message, warning])).values()];
  const byOpening = questions.some(({ view }) => view.by === 'opening');
  return byOpening && !followed ? [...once, MERGED_ONLY] : once;
}

const MERGED_ONLY: Warning = {
  code: 'open-work-missing',
  message:
    'By week of opening, and what is still open is not in it: the most recent weeks look faster than they will turn out.',
};

/** All full weeks that a question is about. */
export function fullWeeksOf({ repositories, teams, marks, view }: Question, span: Span): Selection {
  return {
    repositories: repositories.table,
    deploying: repositories.deploying,
    teams: teams.table,
    marks,
    from: span.from,
    to: span.end - 1,
    by: view.by,
  };
}
