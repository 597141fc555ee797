import { LEFT_OUT } from '../../facts/columns/column.ts';
import { wantedIds } from '../../facts/columns/rows-holding.ts';
import type { LeftOut } from '../../facts/pull-request-fact.ts';
import type { Metric } from '../../metrics/definition.ts';
import { AS_IT_IS, KINDS, lacking, leftOutKind, whereNotSetUp } from '../../metrics/kind.ts';
import { dataEndOf } from '../data-end.ts';
import { openFor, waitingOf } from '../flow/open-work.ts';
import type { Held } from '../live.ts';
import { OPEN_AGES, openAgeOf } from '../open-ages.ts';
import { fatesAmong, OF_PULL_REQUESTS, STATES } from './item-state.ts';
import type { ItemsQuestion } from './items-question.ts';
import type { Passing } from './passing.ts';
import { COUNTED } from './standing.ts';
import type { Titled } from './title-search.ts';

/** What a question lets pass; `titled` are the pull requests whose title has the words asked for. */
export function selected(held: Held, question: ItemsQuestion, titled: Titled | null): Passing {
  const { asked, repositories, teams, span, week } = question;
  const { state, id } = asked;
  // What is open is so today, however long ago it was opened.
  const ofAnyWeek = week === null && (id !== null || state === 'open');
  const endless = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const weeks = span === null ? { from: 0, to: -1 } : { from: week ?? span.from, to: week ?? span.to };
  return {
    selection: {
      repositories: repositories.table,
      deploying: repositories.deploying,
      teams: teams.table,
      marks: question.marks,
      ...(ofAnyWeek ? endless : weeks),
      by: asked.by,
    },
    ...judged(question),
    titled,
    open: openAsked(held, question),
    only: id === null ? null : wantedIds(held.snapshot, [id]),
    openAt: question.openAt,
  };
}

/** What open work waits for and how long it has been open, as the ageing of open work counts it. */
function openAsked(held: Held, { asked: { waiting, age }, repositories }: ItemsQuestion): Passing['open'] {
  if (waiting === null && age === null) return null;
  const { ofRepository } = dataEndOf(held, repositories);
  const band = OPEN_AGES.findIndex((one) => one.age === age);
  return (chunk, row) => {
    if (waiting !== null && waitingOf(chunk, row) !== waiting) return false;
    const minutes = openFor(chunk, row, ofRepository[chunk.repository[row] ?? 0] ?? 0);
    return minutes >= 0 && (age === null || openAgeOf(minutes) === band);
  };
}

function judged({ asked, metric }: ItemsQuestion): Pick<Passing, 'metric' | 'deploying' | 'notDeploying'> {
  const { state, id } = asked;
  // What is not merged is in no measure yet: it is listed as what may come to be.
  if (metric !== null && id === null && state !== 'open' && state !== 'closed') {
    const kinds = kindsAsked(metric, asked.leftOut, state);
    const as = whereNotSetUp(metric);
    return { metric, deploying: kinds, notDeploying: AS_IT_IS.map((kind) => kinds[as[kind] ?? 0] ?? 0) };
  }
  const states = state === null || state === 'left-out' ? STATES : [state];
  const fates = fatesAmong(states, reasonsAsked(asked));
  return { metric: null, deploying: fates, notDeploying: fates };
}

function reasonsAsked({ measure, state, leftOut, id }: ItemsQuestion['asked']): readonly (LeftOut | null)[] {
  if (leftOut !== null && leftOut !== 'no-value') return [leftOut];
  if (id !== null) return LEFT_OUT;
  if (state === 'left-out') return OF_PULL_REQUESTS.filter((reason) => reason !== null);
  // What is left out is a state of its own, so that what is open or merged is as many as a figure says.
  return measure === null && state === null ? OF_PULL_REQUESTS : [null];
}

/** Kinds of what a measure counts or, where it is asked for, of what it does not. */
function kindsAsked(
  metric: Metric,
  leftOut: ItemsQuestion['asked']['leftOut'],
  state: ItemsQuestion['asked']['state'],
): Uint8Array {
  const kinds = new Uint8Array(KINDS);
  if (leftOut === 'no-value') {
    for (const place of metric.missing.keys()) kinds[lacking(place)] = 1;
  } else if (leftOut !== null) kinds[leftOutKind(leftOut)] = 1;
  else if (state === 'left-out') {
    for (const reason of OF_PULL_REQUESTS) if (reason !== null) kinds[leftOutKind(reason)] = 1;
  } else for (const kind of COUNTED) kinds[kind] = 1;
  return kinds;
}
