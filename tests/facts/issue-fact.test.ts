import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueFact } from '../../server/facts/issue-fact.ts';
import type { IssueInput } from '../../server/facts/issue-input.ts';
import type { IssueChange, StatusCategory } from '../../server/model/issue.ts';
import { seededRandom } from '../support/random-history.ts';

type Change = [string, string | null, string | null];
type Given = Omit<
  IssueInput,
  'createdAt' | 'status' | 'delivers' | 'statusChanges' | 'resolutionChanges' | 'assigneeChanges'
> & {
  createdAt: string;
  statuses: Record<string, [string, StatusCategory, boolean]>;
  undelivered: string[];
  status: Change[];
  resolution: Change[];
  assignees: Change[];
};
type Golden = { why: string; given: Given; expected: Record<string, unknown> };

const folder = new URL('../golden/', import.meta.url);
const goldens = readdirSync(folder).filter((name) => name.startsWith('issue-'));

const changes = (all: readonly Change[]): IssueChange[] =>
  all.map(([at, from, to]) => ({ at: Date.parse(at), from, to }));

/** Instants stand in the files as ISO texts. */
function revived(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revived(one)]));
}

function inputOf(given: Given): IssueInput {
  const { statuses, undelivered, status, resolution, assignees, createdAt, pullRequests, ...rest } = given;
  const linked = pullRequests.map((one) => revived(one)).filter((one) => isLinked(one));
  return {
    ...rest,
    id: 'jira:example.com:1',
    projectId: 'jira:example.com/1',
    createdAt: Date.parse(createdAt),
    status: (id) => {
      const known = statuses[id];
      return known && { category: known[1], waiting: known[2] };
    },
    delivers: (id) => !undelivered.includes(id),
    statusChanges: changes(status),
    resolutionChanges: changes(resolution),
    assigneeChanges: changes(assignees),
    pullRequests: linked,
  };
}

function isLinked(value: unknown): value is IssueInput['pullRequests'][number] {
  return typeof value === 'object' && value !== null && 'firstCommitAt' in value;
}

describe('the fact of an issue', () => {
  it.each(goldens)('%s', (name) => {
    const { given, expected }: Golden = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const { id, projectId, createdAt, storyPoints, ...fact } = issueFact(inputOf(given));
    expect(fact).toEqual(revived(expected));
    expect([id, projectId, createdAt, storyPoints]).toEqual([
      'jira:example.com:1',
      'jira:example.com/1',
      Date.parse(given.createdAt),
      null,
    ]);
  });

  it('keeps its instants in order and its times within them, whatever the history', () => {
    const random = seededRandom(7);
    const ids = ['new', 'doing', 'waiting', 'done', 'closed', 'gone'];
    const meanings: Record<string, [StatusCategory, boolean]> = {
      new: ['new', false],
      doing: ['indeterminate', false],
      waiting: ['indeterminate', true],
      done: ['done', false],
      closed: ['done', false],
    };
    const pick = () => ids[Math.floor(random() * ids.length)] ?? 'new';
    for (let round = 0; round < 4000; round++) {
      const statuses = Array.from({ length: Math.floor(random() * 7) }, pick);
      const instants = statuses.map(() => Math.floor(random() * 1000)).sort((one, other) => one - other);
      const statusChanges = statuses.map((to, at) => ({
        at: instants[at] ?? 0,
        from: at === 0 ? 'new' : (statuses[at - 1] ?? null),
        to,
      }));
      const fact = issueFact({
        id: 'i',
        projectId: 'p',
        level: 'standard',
        deleted: false,
        statusId: statuses.at(-1) ?? 'new',
        resolutionId: null,
        assignee: null,
        createdAt: 100,
        storyPoints: null,
        statusChanges,
        resolutionChanges: random() < 0.5 ? [] : [{ at: 500, from: null, to: 'no' }],
        assigneeChanges: [],
        status: (id) => meanings[id] && { category: meanings[id][0], waiting: meanings[id][1] },
        delivers: (id) => id !== 'no',
        pullRequests: [],
      });
      const { startedAt, finishedAt, declinedAt, reopenedAt, activeTime, waitingTime, statusTimes } = fact;
      const order = [100, startedAt, finishedAt, reopenedAt].filter((at) => at !== null);
      expect(order.toSorted((one, other) => one - other)).toEqual(order);
      expect(finishedAt === null || declinedAt === null).toBe(true);
      if (activeTime !== null && waitingTime !== null && startedAt !== null && finishedAt !== null) {
        expect(activeTime + waitingTime).toBeLessThanOrEqual(finishedAt - startedAt);
      }
      for (const [, time] of statusTimes) expect(time).toBeGreaterThan(0);
      if (finishedAt !== null) {
        const spent = statusTimes.reduce((sum, [, time]) => sum + time, 0);
        expect(spent).toBe(finishedAt - 100);
      }
    }
  });
});
