import type { IssueSigns, IssueSignsAnswer } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { mergedPullRequests } from '../../metrics/throughput.ts';
import { weeklyItems } from '../../metrics/weekly-items.ts';
import { count, number } from '../../words/number.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { resolveQuestion } from '../question.ts';
import { selected } from '../selected.ts';
import { type Span, spanOf } from '../span.ts';
import { fullWeeksOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';
import { inflationOf } from './inflation.ts';
import { type IssueQuestion, issueQuestion } from './issue-question.ts';

/** What issues and pull requests tell of each other: how many are linked, and whether more pull requests are more work. */
export function issueSignsAnswer(held: Held, view: View): IssueSignsAnswer {
  const asked = issueQuestion(held, view);
  const { question, weeks, warnings } = asked;
  const { dataUntil } = question.repositories;
  const { never } = question;
  return envelope(held, question.view, dataUntil, warnings, {
    unknowable: never?.why ?? null,
    why: never === null ? '' : `${never.finding}. ${never.whatToDo}`,
    linked: weeks === null ? [] : linkedOf(held, view, asked, weeks.span),
    inflation: weeks === null ? null : inflationOf(held, view),
  });
}

type Linked = IssueSigns['linked'][number];

/** Where no repository has been read there is nothing that an issue could be linked to. */
function linkedOf(held: Held, view: View, asked: IssueQuestion, span: Span): Linked[] {
  return held.freshness.length === 0 ? [] : [...linkedIssues(asked, span), ...linkedWork(held, view)];
}

function linkedIssues({ side, question }: IssueQuestion, span: Span): Linked[] {
  let [linked, all] = [0, 0];
  for (const { chunk, rows } of askedRows(side.snapshot, fullWeeksOf(question, span)).chunks) {
    all += rows.length;
    for (const row of rows) if ((chunk.pullRequests[row] ?? 0) > 0) linked += 1;
  }
  if (all === 0) return [];
  const sentence = `${number(linked)} of ${count(all, 'finished issue')} are linked to a pull request (${percent(linked, all)}).`;
  return [{ of: 'issues', linked, all, sentence }];
}

/** The same of merged pull requests, of the weeks that they are known in. */
function linkedWork(held: Held, { by: _, hours: __, ...view }: View): Linked[] {
  const question = resolveQuestion(held, mergedPullRequests.definition.id, view);
  const span = spanOf(held, question.repositories, question.view);
  if (span === null || span.from === span.end) return [];
  const weeks = { from: span.from, to: span.end - 1 };
  const items = weeklyItems(held.snapshot, question.metric, selected(held, question, weeks));
  const all = items.measured(weeks.from, weeks.to);
  if (all === 0) return [];
  const linked = items.noted(weeks.from, weeks.to);
  const sentence = `${number(linked)} of ${count(all, 'merged pull request')} name an issue (${percent(linked, all)}).`;
  return [{ of: 'pull requests', linked, all, sentence }];
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / all)} %`;
}
