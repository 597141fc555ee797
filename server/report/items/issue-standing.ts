import type { IssueItem } from '../../contract/issue-items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { ISSUE_LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import type { IssueLeftOut } from '../../facts/issue-fact.ts';
import type { Metric } from '../../metrics/definition.ts';
import { CLOSED, kindsOf, lacking, WAITING } from '../../metrics/kind.ts';
import type { Missing } from '../../metrics/missing.ts';
import type { IssuesQuestion } from './issue-question.ts';
import { isReadyAt } from './open-at.ts';
import { because } from './reasons.ts';
import { type By, COUNTED } from './standing.ts';

/** What an issue is to a metric, as the metric itself counts it. */
export type IssueStanding =
  | { is: 'counted'; as: 'valued' | 'waiting' | 'closed' }
  | { is: 'missing'; missing: Missing }
  | { is: 'left-out'; reason: IssueLeftOut }
  | { is: 'not-merged' };

export function issueStanding(chunk: Chunk, row: number, metric: Metric, by: By): IssueStanding {
  const reason = reasonOf(chunk, row);
  if (reason !== null) return { is: 'left-out', reason };
  const kind = kindsOf(chunk, metric, by)[row] ?? 0;
  if (kind === WAITING) return { is: 'counted', as: 'waiting' };
  if (kind === CLOSED) return { is: 'counted', as: 'closed' };
  if (COUNTED.includes(kind)) return { is: 'counted', as: 'valued' };
  const missing = metric.missing[kind - lacking(0)];
  return missing === undefined ? { is: 'not-merged' } : { is: 'missing', missing };
}

export function reasonOf({ leftOut }: Chunk, row: number): IssueLeftOut | null {
  return ISSUE_LEFT_OUT[leftOut[row] ?? 0] ?? null;
}

export function issueStateOf({ mergedAt, closedAt, readyAt }: Chunk, row: number): IssueItem['state'] {
  if (mergedAt[row] !== UNKNOWN) return 'finished';
  if (closedAt[row] !== UNKNOWN) return 'declined';
  return readyAt[row] === UNKNOWN ? 'open' : 'in-progress';
}

/** Why an issue takes part in no measure: "Left out of every measure: it is an epic." */
export const ISSUE_BECAUSE: Record<IssueLeftOut, string> = {
  epic: 'an epic, whose issues are counted one by one',
  'sub-task': 'a sub-task, counted with the issue that it is a part of',
  deleted: 'deleted in the tracker since',
};

type Short = Pick<IssueItem, 'standing' | 'why'>;

const NOT_FINISHED: Record<IssueItem['state'], Short> = {
  open: { standing: 'not-merged', why: 'Not counted yet: not finished' },
  'in-progress': { standing: 'not-merged', why: 'Not counted yet: in progress' },
  declined: { standing: 'not-merged', why: 'Not counted: closed without delivery' },
  finished: { standing: 'not-merged', why: 'Not counted' },
};
const COUNTED_AS = {
  valued: { standing: 'counted', why: 'Counted' },
  waiting: { standing: 'counted', why: 'Counted as still waiting' },
  closed: { standing: 'counted', why: 'Counted until it was closed' },
} as const satisfies Record<string, Short>;

/** Whether an issue counts in the measure asked for or, without one, in any, in a few words. */
export function shortIssueWhy({
  metric,
  asked,
  openAt,
}: IssuesQuestion): (chunk: Chunk, row: number) => Short {
  return (chunk, row) => {
    const reason = reasonOf(chunk, row);
    if (reason !== null) return { standing: 'left-out', why: `Left out: ${ISSUE_BECAUSE[reason]}` };
    const state = issueStateOf(chunk, row);
    if (metric === null) {
      return state === 'finished'
        ? { standing: 'counted', why: 'Takes part in measures' }
        : NOT_FINISHED[state];
    }
    if (openAt !== null && !isReadyAt(chunk, row, openAt))
      return { standing: 'missing', why: 'Not counted: it was not started then' };
    const standing = issueStanding(chunk, row, metric, asked.by);
    if (standing.is === 'left-out' || standing.is === 'not-merged') return NOT_FINISHED[state];
    if (standing.is === 'missing')
      return { standing: 'missing', why: `Not counted: ${because(standing.missing)}` };
    return COUNTED_AS[standing.as];
  };
}
