import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import { IssuesAnswer, IssuesView, IssueWhyAnswer } from '../../server/contract/issue-items.ts';
import { routes } from '../../server/contract/routes.ts';
import { DAY } from '../../server/model/instant.ts';
import { issuesAnswer } from '../../server/report/items/issues-answer.ts';
import { testApp } from '../support/app.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../support/issue-facts.ts';
import { withoutTitles } from '../support/item-titles.ts';

const until = MONDAY + 14 * DAY;
const held = withIssues(
  heldOf([forgeFact(1)], [freshForge(until)]),
  [issueFactOf(1), issueFactOf(2, { activeTime: 12 * 3_600_000, waitingTime: 36 * 3_600_000 })],
  [freshProject(until)],
);
const app = () => testApp({ held }).app;
const asked = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;

describe('issues over HTTP', () => {
  it('are what the report says, page by page', async () => {
    const view = { measure: 'flow-efficiency', week: '2026-08-10', order: 'asc', limit: '1' } as const;
    const answer = await app().inject(asked(routes.issues, view));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(Value.Errors(IssuesAnswer, answer.json())).toEqual([]);
    expect(answer.json()).toEqual(
      JSON.parse(JSON.stringify(await issuesAnswer(held, withoutTitles(), view))),
    );
    const { next, issues } = answer.json<IssuesAnswer>().data;
    const second = await app().inject(asked(routes.issues, { ...view, cursor: next ?? '' }));
    const shares = [issues, second.json<IssuesAnswer>().data.issues]
      .flat()
      .map(({ activeShare }) => activeShare.share);
    expect(shares).toEqual([0.25, 0.75]);
  });

  it('come as a file while they are made, and say why one by one', async () => {
    const file = await app().inject(asked(routes.issuesCsv, { measure: 'issue-cycle-time' }));
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="uptake-issues-issue-cycle-time.csv"',
    );
    expect(file.body.split('\r\n')).toHaveLength(4);
    const why = await app().inject(asked(routes.issueWhy, { id: issueFactOf(1).id }));
    expect(Value.Errors(IssueWhyAnswer, why.json())).toEqual([]);
    expect(why.json<IssueWhyAnswer>().data.measures.map(({ standing }) => standing)).toContain('counted');
  });

  it.each<[string, Record<string, string>, string, string]>([
    [routes.issues, { cursor: 'forged' }, 'unknown-cursor', 'cursor'],
    [routes.issues, { limit: '500' }, 'limit', 'limit'],
    [routes.issues, { sort: 'assignee' }, 'bad-question', 'sort'],
    [routes.issues, { assignee: 'ada' }, 'unknown-filter', 'assignee'],
    [routes.issues, { measure: 'cycle-time' }, 'bad-question', 'measure'],
    [routes.issues, { repo: freshForge(0).repositoryId }, 'not-by-repository', 'repo'],
    [routes.issuesCsv, { leftOut: 'no-value' }, 'measure-missing', 'leftOut'],
    [routes.issueWhy, { id: 'nonsense' }, 'unknown-item', 'id'],
    [routes.items, { measure: 'issue-cycle-time' }, 'measure-of-issues', 'measure'],
  ])('%s refuses %j in a sentence', async (route, query, code, field) => {
    const answer = await app().inject(asked(route, query));
    expect([answer.statusCode, answer.json<Failure>().error]).toMatchObject([400, { code, field }]);
    expect(answer.json<Failure>().error.message).toMatch(/\w.*\.$/);
  });

  it('can be asked for by work alone, never by who did it', () => {
    for (const name of Object.keys(IssuesView.properties))
      expect(name).not.toMatch(/author|person|assignee|reporter|email/i);
  });
});
