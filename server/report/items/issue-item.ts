import type { IssueItem } from '../../contract/issue-items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { type Columns, UNKNOWN } from '../../facts/columns/column.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { isoInstant, MINUTE } from '../../model/instant.ts';
import type { IssuesQuestion, IssueValues } from './issue-question.ts';
import { issueStateOf, shortIssueWhy } from './issue-standing.ts';
import type { IssueStore, IssueTold, LinkedWork } from './issue-store.ts';
import { because } from './reasons.ts';
import { shownTeams } from './shown-teams.ts';
import { shownTitle } from './shown-title.ts';

export type Told = {
  texts: ReadonlyMap<string, IssueTold>;
  linked: ReadonlyMap<string, readonly LinkedWork[]>;
};

/** What the store has of these issues. */
export async function toldOf(store: IssueStore, ids: readonly string[]): Promise<Told> {
  return { texts: await store.issueTexts(ids), linked: await store.linkedWork(ids) };
}

/** Turns rows of the columns into issues. Whose they are is not among what it tells. */
export function issuesIn(question: IssuesQuestion): (chunk: Chunk, row: number, told: Told) => IssueItem {
  const { side, asked, openAt, values } = question;
  const projects = new Map(side.freshness.map(({ repositoryId, name }) => [repositoryId, name]));
  const teamsOf = shownTeams(side, { asked, openAt });
  const whyOf = shortIssueWhy(question);
  return (chunk, row, { texts, linked }) => {
    const id = idOf(side.snapshot, chunk, row);
    const projectId = side.snapshot.repositories.values[chunk.repository[row] ?? 0] ?? '';
    const text = texts.get(id);
    return {
      id,
      key: text?.key ?? null,
      title: text === undefined ? null : shownTitle(text.title),
      project: text?.projectKey ?? projects.get(projectId) ?? projectId,
      link: text === undefined ? null : linkOf(text),
      type: text?.type ?? null,
      status: text?.status ?? null,
      state: issueStateOf(chunk, row),
      at: instantsOf(chunk, row),
      leadTime: hoursOf(chunk, row, values, 'issue-lead-time'),
      cycleTime: hoursOf(chunk, row, values, 'issue-cycle-time'),
      activeShare: shareOf(chunk, row, values),
      pullRequests: chunk.pullRequests[row] ?? 0,
      linked: (linked.get(id) ?? []).map((one) => ({ ...one, title: shownTitle(one.title) })),
      ...teamsOf(chunk, row),
      ...whyOf(chunk, row),
    };
  };
}

/** Null where there is no such place: a demo is nowhere, and what was deleted is no more. */
function linkOf({ trackerId, url, key, deletedAt }: IssueTold): string | null {
  const known = trackerId.startsWith('jira:') && /^https?:\/\//.test(url);
  return known && deletedAt === null ? `${url}/browse/${encodeURIComponent(key)}` : null;
}

type Valued = { value: number; why: null } | { value: null; why: string };

function measuredOf(chunk: Chunk, row: number, values: IssueValues, id: keyof IssueValues): Valued {
  const metric = values[id];
  const value = metric.itemValue(chunk, row);
  if (value !== UNKNOWN) return { value: value / metric.perUnit, why: null };
  if (chunk.mergedAt[row] === UNKNOWN) return { value: null, why: 'it is not finished' };
  const last = metric.missing[metric.missing.length - 1] ?? metric.missing[0];
  return { value: null, why: because(metric.missing.find(({ holds }) => holds(chunk, row)) ?? last) };
}

function hoursOf(
  chunk: Chunk,
  row: number,
  values: IssueValues,
  id: keyof IssueValues,
): IssueItem['leadTime'] {
  const { value, why } = measuredOf(chunk, row, values, id);
  return { hours: value, why };
}

function shareOf(chunk: Chunk, row: number, values: IssueValues): IssueItem['activeShare'] {
  const { value, why } = measuredOf(chunk, row, values, 'flow-efficiency');
  return { share: value, why };
}

function instantsOf(chunk: Chunk, row: number): IssueItem['at'] {
  const at = (column: Columns[keyof Columns]) => {
    const minute = column[row] ?? UNKNOWN;
    return minute === UNKNOWN ? null : isoInstant(minute * MINUTE);
  };
  return {
    created: at(chunk.openedAt),
    started: at(chunk.readyAt),
    finished: at(chunk.mergedAt),
    declined: at(chunk.closedAt),
    reopened: at(chunk.reopenedAt),
    firstCommit: at(chunk.firstCommitAt),
    firstReview: at(chunk.firstReviewAt),
    lastMerged: at(chunk.lastMergedAt),
  };
}
