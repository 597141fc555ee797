import type { Chunk } from '../../facts/columns/chunk.ts';
import { ISSUE_LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import { wantedIds } from '../../facts/columns/rows-holding.ts';
import type { IssueLeftOut } from '../../facts/issue-fact.ts';
import type { Metric } from '../../metrics/definition.ts';
import { KINDS, lacking, leftOutKind } from '../../metrics/kind.ts';
import type { IssuesQuestion } from './issue-question.ts';
import { issueFatesAmong, STATES, type State } from './item-state.ts';
import type { Passing } from './passing.ts';
import { COUNTED } from './standing.ts';
import type { Titled } from './title-search.ts';

const REASONS = ISSUE_LEFT_OUT.filter((reason) => reason !== null);

/** What a question lets pass; `titled` are the issues whose key or title has the words asked for. */
export function selectedIssues(question: IssuesQuestion, titled: Titled | null): Passing {
  const { asked, side, repositories, teams, span, week } = question;
  const { state, id } = asked;
  // What is open is so today, however long ago it was created.
  const ofAnyWeek = week === null && (id !== null || state === 'open' || state === 'in-progress');
  const endless = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const weeks = span === null ? { from: 0, to: -1 } : { from: week ?? span.from, to: week ?? span.to };
  return {
    selection: {
      repositories: repositories.table,
      deploying: repositories.deploying,
      teams: teams.table,
      marks: null,
      ...(ofAnyWeek ? endless : weeks),
      by: asked.by,
    },
    ...judged(question),
    titled,
    open: alsoAsked(asked),
    only: id === null ? null : wantedIds(side.snapshot, [id]),
    openAt: question.openAt,
  };
}

/** What no kind and no fate tells: whether it was started, and whether a pull request names it. */
function alsoAsked({ state, linked }: IssuesQuestion['asked']): Passing['open'] {
  if (state !== 'in-progress' && linked === null) return null;
  return ({ readyAt, pullRequests }: Chunk, row) =>
    (state !== 'in-progress' || readyAt[row] !== UNKNOWN) &&
    (linked === null || (pullRequests[row] !== 0) === (linked === 'yes'));
}

const STATE: Record<'open' | 'in-progress' | 'finished' | 'declined', State> = {
  open: 'open',
  'in-progress': 'open',
  finished: 'merged',
  declined: 'closed',
};

function judged({ asked, metric }: IssuesQuestion): Pick<Passing, 'metric' | 'deploying' | 'notDeploying'> {
  const { state, id } = asked;
  // What is not finished is in no measure yet: it is listed as what may come to be.
  if (metric !== null && id === null && (state === null || state === 'finished' || state === 'left-out')) {
    const kinds = kindsAsked(metric, asked);
    return { metric, deploying: kinds, notDeploying: kinds };
  }
  const states = state === null || state === 'left-out' ? STATES : [STATE[state]];
  const fates = issueFatesAmong(states, reasonsAsked(asked));
  return { metric: null, deploying: fates, notDeploying: fates };
}

function reasonsAsked({ state, leftOut, id }: IssuesQuestion['asked']): readonly (IssueLeftOut | null)[] {
  if (leftOut !== null && leftOut !== 'no-value') return [leftOut];
  if (id !== null) return ISSUE_LEFT_OUT;
  // What is left out is a state of its own, so that what is open or finished is as many as a figure says.
  return state === 'left-out' ? REASONS : [null];
}

/** Kinds of what a measure counts or, where it is asked for, of what it does not. */
function kindsAsked(metric: Metric, { leftOut, state }: IssuesQuestion['asked']): Uint8Array {
  const kinds = new Uint8Array(KINDS);
  if (leftOut === 'no-value') {
    for (const place of metric.missing.keys()) kinds[lacking(place)] = 1;
  } else if (leftOut !== null) kinds[leftOutKind(leftOut)] = 1;
  else if (state === 'left-out') for (const reason of REASONS) kinds[leftOutKind(reason)] = 1;
  else for (const kind of COUNTED) kinds[kind] = 1;
  return kinds;
}
