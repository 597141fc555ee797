import type { View } from '../../contract/view.ts';
import type { QuantileMetric } from '../../metrics/definition.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { issueSide } from '../side.ts';
import { type Span, spanOf } from '../span.ts';
import type { Warning } from '../warnings.ts';
import { type Part, partingOf } from './parting.ts';

/** A question about finished issues, and the weeks that it is about. */
export type IssueQuestion = {
  side: Held;
  question: Question & { metric: QuantileMetric };
  /** Null: nothing can be told, or no full week is known. */
  weeks: { span: Span; parts: readonly Part[] } | null;
  warnings: Warning[];
};

/**
 * What is told of the way of finished issues, by the week of their finish, whatever the measure: in hours of the calendar. Throws
 * QuestionError as every question does.
 */
export function issueQuestion(held: Held, { hours, by: _, ...view }: View): IssueQuestion {
  const asked = resolveQuestion(held, 'issue-cycle-time', view);
  const { metric } = asked;
  if (metric.kind !== 'quantile') throw new Error('a cycle time has quantiles');
  const side = issueSide(held);
  const question = { ...asked, metric };
  const span = question.never === null ? spanOf(side, question.repositories, question.view) : null;
  const warnings = hours === 'working' ? [...asked.warnings, CALENDAR_ONLY] : asked.warnings;
  if (span === null || span.from === span.end) return { side, question, weeks: null, warnings };
  const { parts, warnings: ofParting } = partingOf(question, span);
  return {
    side,
    question,
    weeks: { span, parts },
    warnings: [...warnings, ...span.warnings, ...ofParting],
  };
}

const CALENDAR_ONLY: Warning = {
  code: 'hours-not-used',
  message: 'The way of issues is told in hours of the calendar.',
};
