import { describe, expect, it } from 'vitest';
import type { IssueFact } from '../../../server/facts/issue-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { issueStatusesAnswer } from '../../../server/report/flow/issue-statuses.ts';
import { issueWayAnswer } from '../../../server/report/flow/issue-way.ts';
import type { FinishedTimes, StatusStore } from '../../../server/report/flow/status-store.ts';
import type { Held } from '../../../server/report/live.ts';
import { FORGE, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';
import { project, TRACKER, vocabulary } from '../../support/issues.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 12 * WEEK;

/** Six a week, linked: started, and an hour, ten hours, four and two later committed, reviewed, merged and finished. */
const linked = Array.from({ length: 66 }, (_, number): IssueFact => {
  const startedAt = MONDAY + Math.floor(number / 6) * WEEK + (number % 6) * HOUR;
  return issueFactOf(number, {
    startedAt,
    createdAt: startedAt - DAY,
    pullRequests: 1,
    firstCommitAt: startedAt + HOUR,
    firstReviewAt: startedAt + 11 * HOUR,
    lastMergedAt: startedAt + 15 * HOUR,
    finishedAt: startedAt + 17 * HOUR,
  });
});

function held(facts: readonly IssueFact[], projects = [freshProject(UNTIL)]): Held {
  return withIssues(heldOf([], [freshForge(UNTIL)]), facts, projects);
}

describe('the whole way of an issue', () => {
  it('is told stretch by stretch, of issues that pull requests name', () => {
    const alone = issueFactOf(900, { finishedAt: MONDAY + WEEK });
    const { lanes, n, coverage, finding } = issueWayAnswer(held([...linked, alone]), {}).data;
    expect(lanes.map(({ name, parts: [whole] }) => [name, whole?.value, whole?.n, whole?.of])).toEqual([
      ['To the first commit', 1, 66, 66],
      ['To the first review', 10, 66, 66],
      ['To the last merge', 4, 66, 66],
      ['To the finish', 2, 66, 66],
    ]);
    expect([n, coverage]).toEqual([66, '66 of 67 finished issues are linked to a pull request (99 %).']);
    expect(finding).toBe(
      'The longest stretch is from first commit to the first human review: half within 10 hours',
    );
  });

  it('has no value, and no zero, where one came before the other', () => {
    const early = linked.map((one, number) =>
      number % 6 === 0 ? { ...one, firstCommitAt: (one.startedAt ?? 0) - HOUR } : one,
    );
    const { lanes, coverage } = issueWayAnswer(held(early), {}).data;
    expect(lanes[0]?.parts[0]).toMatchObject({ value: 1, n: 55, of: 66 });
    expect(coverage).toContain(
      'In another order, and so without a value: 11 from in progress to first commit.',
    );
  });

  it('stands beside itself before and since a day', () => {
    const slower = linked.map((one, number) =>
      number < 36 ? one : { ...one, firstReviewAt: (one.firstReviewAt ?? 0) + 2 * HOUR },
    );
    const { data } = issueWayAnswer(held(slower), { since: '2026-09-21' });
    expect(data.lanes[1]?.parts.map(({ part, value, n }) => [part, value, n])).toEqual([
      ['before', 10, 36],
      ['after', 12, 30],
    ]);
  });

  it('is unknown where nothing is linked, no tracker is connected or a repository is asked for', () => {
    const unlinked = linked.map((one) => ({ ...one, pullRequests: 0 }));
    expect(issueWayAnswer(held(unlinked), {}).data).toMatchObject({
      lanes: [],
      coverage: 'None of 66 finished issues is linked to a pull request.',
    });
    expect(issueWayAnswer(held([], []), {}).data.unknowable).toBe('no-tracker');
    expect(issueWayAnswer(held(linked), { repo: FORGE }).data.unknowable).toBe('not-by-repository');
  });
});

const HOURS = { '1': 48, '3': 6, '4': 20, gone: 3 };

/** Every issue was to do, in progress and in review; every second one in a status that is gone. */
const inStatuses: FinishedTimes[] = Array.from({ length: 20 }, (_, number) => ({
  projectId: project.id,
  teams: '[]',
  finishedAt: MONDAY + number * HOUR,
  times: Object.entries(HOURS)
    .filter(([id]) => id !== 'gone' || number % 2 === 0)
    .map(([id, hours]) => [id, hours * HOUR] as const),
}));

function storeOf(
  times: readonly FinishedTimes[],
  more: Awaited<ReturnType<StatusStore['issueStatuses']>> = [],
): StatusStore {
  return {
    issueStatuses: async () => [
      ...vocabulary.statuses.map((status) => ({ ...status, trackerId: TRACKER })),
      ...more,
    ],
    async *finishedTimes(from, until) {
      yield times.filter(({ finishedAt }) => finishedAt >= from && finishedAt < until);
    },
  };
}

describe('where issues wait', () => {
  it('is told by status, in the order of the way, with what each means', async () => {
    const { data } = await issueStatusesAnswer(held(linked), storeOf(inStatuses), {});
    expect(data.lanes.map(({ name, meaning, parts: [all] }) => [name, meaning, all?.value, all?.n])).toEqual([
      ['To Do', 'before progress', 48, 20],
      ['In Progress', 'in hand', 6, 20],
      ['In Review', 'waits', 20, 20],
      ['Status gone', 'no longer in the tracker', 3, 10],
    ]);
    expect(data.finding).toBe('77 % of the time in progress is waiting, all of it in “In Review”');
    expect([data.n, data.coverage]).toEqual([20, 'All 20 finished issues.']);
  });

  it('puts statuses of one name together, unless they mean something else', async () => {
    const same = {
      id: '44',
      trackerId: TRACKER,
      name: 'In Review',
      category: 'indeterminate',
      waiting: true,
    } as const;
    const other = { ...same, id: '45', waiting: false };
    const times = inStatuses.map(
      (one, number): FinishedTimes => ({
        ...one,
        times: [[number < 8 ? '4' : number < 14 ? '44' : '45', HOUR]],
      }),
    );
    const { lanes } = (await issueStatusesAnswer(held(linked), storeOf(times, [same, other]), {})).data;
    expect(lanes.map(({ name, meaning, parts: [all] }) => [name, meaning, all?.n])).toEqual([
      ['In Review', 'in hand', 6],
      ['In Review', 'waits', 14],
    ]);
    expect(new Set(lanes.map(({ key }) => key)).size).toBe(2);
  });

  it('has only the issues of projects and teams that are asked about', async () => {
    const strange = inStatuses.map((one) => ({ ...one, projectId: `${TRACKER}/99` }));
    const { data } = await issueStatusesAnswer(held(linked), storeOf(strange), {});
    expect([data.lanes, data.n]).toEqual([[], 0]);
  });

  it('shows no number that rests on fewer than five issues', async () => {
    const { lanes } = (await issueStatusesAnswer(held(linked), storeOf(inStatuses.slice(0, 4)), {})).data;
    expect(lanes.map(({ parts: [all] }) => [all?.state, all?.value])).toEqual(
      Array(4).fill(['too-few', null]),
    );
  });

  it('is unknown without a tracker', async () => {
    const { data } = await issueStatusesAnswer(held([], []), storeOf(inStatuses), {});
    expect([data.unknowable, data.lanes]).toEqual(['no-tracker', []]);
  });
});
