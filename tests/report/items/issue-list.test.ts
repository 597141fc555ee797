import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  IssueItem,
  IssueSort,
  IssuesAnswer,
  IssuesView,
  IssueWhyAnswer,
} from '../../../server/contract/issue-items.ts';
import type { IssueFact } from '../../../server/facts/issue-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import type { IssueStore } from '../../../server/report/items/issue-store.ts';
import { issueWhyAnswer } from '../../../server/report/items/issue-why.ts';
import { issuesAnswer } from '../../../server/report/items/issues-answer.ts';
import { issuesCsv, issuesCsvName } from '../../../server/report/items/issues-csv.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import { collected } from '../../support/collected.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';
import { project, TRACKER } from '../../support/issues.ts';
import { withoutTitles } from '../../support/item-titles.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 30 * WEEK;
const recent = MONDAY + 28 * WEEK;
const id = (number: number) => `${TRACKER}:${10_000 + number}`;
const unfinished = { finishedAt: null, activeTime: null, waitingTime: null };
const facts = [
  issueFactOf(1, { finishedAt: recent, pullRequests: 2 }),
  issueFactOf(2, { ...unfinished, createdAt: recent, startedAt: recent + HOUR }),
  issueFactOf(3, { ...unfinished, createdAt: MONDAY - 60 * WEEK, startedAt: null }),
  issueFactOf(4, { ...unfinished, createdAt: recent, startedAt: null, declinedAt: recent + DAY }),
  issueFactOf(5, { finishedAt: recent, leftOut: 'epic' }),
  issueFactOf(6, { finishedAt: recent, leftOut: 'deleted' }),
  issueFactOf(7, { finishedAt: recent, startedAt: null, activeTime: null, waitingTime: null }),
];

const text = {
  projectKey: 'SHOP',
  trackerId: TRACKER,
  url: 'https://jira.example.com',
  type: 'Story',
  status: 'Done',
};

/** What a tracker tells of all of them. */
const store: IssueStore = {
  ...withoutTitles(),
  issueTexts: async (ids) =>
    new Map(
      ids.map((one) => {
        const number = Number(one.slice(-1));
        const title = number === 1 ? 'Ask ada@example.com' : `Work ${number}`;
        return [one, { ...text, key: `SHOP-${number}`, title, deletedAt: number === 6 ? UNTIL : null }];
      }),
    ),
  linkedWork: async (ids) =>
    new Map(ids.includes(id(1)) ? [[id(1), [{ id: 'a#1', name: 'acme/shop #1', title: 'SHOP-1' }]]] : []),
  async *allIssueTitles() {
    yield facts.map((one, at) => ({
      id: one.id,
      projectId: project.id,
      title: `SHOP-${at + 1} Work ${at + 1}`,
    }));
  },
};

function heldWith(issues: readonly IssueFact[], teams: string[] = []) {
  return withIssues(heldOf([forgeFact(1)], [freshForge(UNTIL)], 'UTC', teams), issues, [freshProject(UNTIL)]);
}
const ask = (view: IssuesView = {}) => issuesAnswer(heldWith(facts), store, view);

describe('a list of issues', () => {
  it.each<[IssuesView, number[]]>([
    [{}, [1, 2, 4, 7]],
    [{ state: 'finished' }, [1, 7]],
    [{ state: 'open' }, [2, 3]],
    [{ state: 'in-progress' }, [2]],
    [{ state: 'declined' }, [4]],
    [{ state: 'left-out' }, [5, 6]],
    [{ leftOut: 'epic' }, [5]],
    [{ linked: 'yes' }, [1]],
    [{ linked: 'no', state: 'finished' }, [7]],
    [{ measure: 'issues-finished' }, [1, 7]],
    [{ measure: 'issue-cycle-time' }, [1]],
    [{ measure: 'issue-cycle-time', leftOut: 'no-value' }, [7]],
    [{ measure: 'issues-in-progress' }, [2]],
    [{ measure: 'issue-cycle-time', state: 'open' }, [2, 3]],
    [{ q: 'shop-7' }, [7]],
    [{ q: 'work 2' }, [2]],
    [{ id: id(3) }, [3]],
    [{ id: id(99) }, []],
  ])('narrowed by %j has the issues %j', async (view, expected) => {
    const answer = await ask(view);
    expect(Value.Errors(IssuesAnswer, answer)).toEqual([]);
    const { issues, count } = answer.data;
    expect(issues.map((one) => Number(one.id.slice(-1))).sort()).toEqual(expected);
    expect(count).toBe(expected.length);
  });

  it('tells of an issue what its tracker says, what was measured, and what is linked; addresses are masked', async () => {
    const [one] = (await ask({ id: id(1) })).data.issues;
    expect(one).toMatchObject({
      ...{ key: 'SHOP-1', title: 'Ask (address)', project: 'SHOP', type: 'Story', status: 'Done' },
      ...{ link: 'https://jira.example.com/browse/SHOP-1', state: 'finished', pullRequests: 2 },
      leadTime: { hours: 72, why: null },
      cycleTime: { hours: 48, why: null },
      activeShare: { share: 0.75, why: null },
      linked: [{ id: 'a#1', name: 'acme/shop #1', title: 'SHOP-1' }],
      why: 'Takes part in measures',
    });
    const [seven] = (await ask({ id: id(7), measure: 'issue-cycle-time' })).data.issues;
    expect([seven?.cycleTime, seven?.why]).toEqual([
      { hours: null, why: 'it was never in progress' },
      'Not counted: it was never in progress',
    ]);
    const [deleted] = (await ask({ id: id(6) })).data.issues;
    expect([deleted?.link, deleted?.why]).toEqual([null, 'Left out: deleted in the tracker since']);
  });

  it('says what it is in a sentence', async () => {
    const said = async (view: IssuesView) => (await ask(view)).data.finding;
    expect(await said({ measure: 'issue-cycle-time', week: '2027-02-22' })).toBe(
      '1 issue counts in issue cycle time in the week of 22 Feb 2027',
    );
    expect(await said({ state: 'in-progress' })).toBe('1 issue is in progress');
    expect(await said({ leftOut: 'epic', by: 'merge' })).toMatch(/^1 epic finished since /);
    expect(await said({ linked: 'no', q: 'work' })).toMatch(
      /^3 issues with “work” in the key or title named by no/,
    );
  });

  it('says why one counts in each measure, with its instants and how long it was in each status', () => {
    const answer = issueWhyAnswer(heldWith(facts), { id: id(1) }, [
      { status: 'In progress', milliseconds: HOUR },
    ]);
    expect(Value.Errors(IssueWhyAnswer, answer)).toEqual([]);
    const of = (measure: string) => answer.data.measures.find((one) => one.measure === measure)?.sentence;
    expect(of('issue-cycle-time')).toBe(
      'Counts in issue cycle time, week of 22 Feb 2027: started 20 Feb 09:00, finished 22 Feb 09:00, 48 hours (2 days).',
    );
    expect(of('flow-efficiency')).toMatch(/: 36 hours worked on, 12 hours waiting, 75 %\.$/);
    expect(answer.data.statuses).toEqual([{ status: 'In progress', hours: 1 }]);
    expect(issueWhyAnswer(heldWith(facts), { id: id(5) }, []).data.summary).toMatch(
      /^Left out of every measure: an epic/,
    );
    expect(() => issueWhyAnswer(heldWith(facts), { id: id(99) }, [])).toThrow('no issue');
  });

  it('is refused for a repository, for too few people, and where no measure says what has no value', async () => {
    const refused = (view: IssuesView, held = heldWith(facts)) =>
      Promise.resolve()
        .then(() => issuesAnswer(held, store, view))
        .then(
          () => null,
          (error) => error.code,
        );
    expect(await refused({ repo: freshForge(0).repositoryId })).toBe('not-by-repository');
    expect(await refused({ leftOut: 'no-value' })).toBe('measure-missing');
    expect(await refused({ limit: '201' })).toBe('limit');
    const few = facts.map((one) => ({ ...one, teams: ['a'], teamBasis: 'stated' as const }));
    expect(await refused({ team: ['a'] }, heldWith(few, ['a']))).toBe('group-too-small');
    expect(await refused({ team: ['a'], state: 'open' }, heldWith(few, ['a']))).toBe('group-too-small');
  });

  it('is empty where there is no tracker, and pull requests are behind no measure of issues', async () => {
    const without = heldOf([forgeFact(1)], [freshForge(UNTIL)]);
    expect((await issuesAnswer(without, store, {})).data.count).toBe(0);
    expect(() => itemsAnswer(without, withoutTitles(), { measure: 'issue-lead-time' })).toThrow(
      '/api/issues',
    );
  });

  it('names nobody, and nothing sorts or narrows it by who', async () => {
    const words = [
      ...Object.keys(IssueItem.properties),
      ...Object.keys(IssuesView.properties),
      ...IssueSort.enum,
    ];
    for (const word of words) expect(word).not.toMatch(/assignee|author|person|reporter|account/i);
    expect(JSON.stringify(await ask({ window: 'all' }))).not.toMatch(/ada/);
  });

  it('is to be had as a file, with what was asked for on every line', async () => {
    const csv = (await collected(issuesCsv(heldWith(facts), store, { measure: 'issue-cycle-time' }))).join(
      '',
    );
    const [header, line, ...rest] = csv.split('\r\n');
    expect(header).toMatch(/^id,key,title,link,project,type,status,state,created_at,started_at,/);
    expect(header).not.toMatch(/assignee|author|person/);
    expect(line).toContain(
      'SHOP-1,Ask (address),https://jira.example.com/browse/SHOP-1,SHOP,Story,Done,finished,',
    );
    expect(line).toContain(',72,48,0.75,2,');
    expect(rest).toEqual(['']);
    expect(issuesCsvName({ measure: 'issue-cycle-time', week: '2027-02-22' })).toBe(
      'uptake-issues-issue-cycle-time-2027-02-22.csv',
    );
  });
});
