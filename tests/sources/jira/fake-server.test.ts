import { describe, expect, test } from 'vitest';
import { ask } from '../../support/jira/ask.ts';
import type { FakeJira } from '../../support/jira/fake.ts';
import { person } from '../../support/jira/person.ts';
import type { FakeSite } from '../../support/jira/site.ts';
import { finished, HOUR, NOON, smallSite, startedJira } from '../../support/jira/started.ts';

async function started(): Promise<{ site: FakeSite; fake: FakeJira }> {
  const site = smallSite('Server');
  return { site, fake: await startedJira({ site, contextPath: '/jira' }) };
}

const jql = 'project = SHOP ORDER BY key ASC';

describe('The fake Jira Data Center', () => {
  test('tells what it is, below its own path only, and knows nothing of the calls of Cloud', async () => {
    const { fake } = await started();
    expect(fake.url).toMatch(/:\d+\/jira$/);
    const info = await ask(fake, '2/serverInfo');
    expect([info.at('deploymentType'), info.at('version')]).toEqual(['Server', '10.3.2']);
    expect((await ask(fake, 'latest/serverInfo')).status).toBe(200);
    const elsewhere = await ask(fake, '2/serverInfo', undefined, { base: fake.url.replace('/jira', '') });
    expect(elsewhere.status).toBe(404);
    for (const call of ['3/serverInfo', '2/statuses/search', '2/resolution/search', '2/search/jql'])
      expect((await ask(fake, call)).status, call).toBe(404);
    expect((await ask(fake, '2/changelog/bulkfetch', { issueIdsOrKeys: ['1'] })).status).toBe(404);
    const search = await ask(fake, '2/project/search');
    expect(search.at('errorMessages', 0)).toBe("No project could be found with key 'search'.");
    expect((await ask(fake, '2/project')).at(0, 'key')).toBe('SHOP');
  });

  test('searches by number, with a total, and needs no restriction', async () => {
    const { fake, site } = await started();
    for (let n = 0; n < 5; n += 1) site.create({ project: 'SHOP' });
    const page = async (body: object) => ask(fake, '2/search', body);
    const first = await page({ jql, maxResults: 2, fields: ['summary'] });
    expect([first.at('total'), first.at('startAt'), first.at('maxResults')]).toEqual([5, 0, 2]);
    expect(first.each('issues', 'key')).toEqual(['SHOP-1', 'SHOP-2']);
    expect((await page({ jql, startAt: 4, maxResults: 2 })).each('issues', 'key')).toEqual(['SHOP-5']);
    expect((await page({ jql, startAt: 9 })).each('issues')).toEqual([]);
    expect((await page({ jql: '', maxResults: 0 })).at('total')).toBe(5);
    expect((await page({ jql, maxResults: 5000 })).at('maxResults')).toBe(1000);
    const after = await page({ jql: 'project = SHOP AND key > SHOP-3 ORDER BY key ASC', fields: ['key'] });
    expect(after.each('issues', 'key')).toEqual(['SHOP-4', 'SHOP-5']);
  });

  test('goes no further than 10,000 issues, where it knows a limit', async () => {
    const { fake, site } = await started();
    const far = { jql, startAt: 9_950, maxResults: 100 };
    const reply = await ask(fake, '2/search', far);
    expect([reply.status, reply.at('errorMessages', 0)]).toEqual([
      500,
      expect.stringMatching(/^Search limit exceeded.*requests 10050 results.*limit of 10000/),
    ]);
    site.resultWindow = null;
    expect((await ask(fake, '2/search', far)).status).toBe(200);
  });

  test('tells all that changed beside an issue, the oldest first and fields by name', async () => {
    const { fake, site } = await started();
    finished(site);
    const reply = await ask(fake, '2/search', { jql, fields: ['created'], expand: ['changelog'] });
    const histories = (...keys: (string | number)[]) => reply.at('issues', 0, 'changelog', ...keys);
    expect(histories('total')).toBe(3);
    expect(histories('histories', 0, 'created')).toBe('2026-02-24T13:00:00.000+0100');
    expect(histories('histories', 0, 'author', 'name')).toBe('ada');
    expect(histories('histories', 2, 'items')).toEqual([
      { field: 'resolution', fieldtype: 'jira', from: null, fromString: null, to: '10000', toString: 'Done' },
      {
        field: 'status',
        fieldtype: 'jira',
        ...{ from: '10002', fromString: 'In Review', to: '10001', toString: 'Done' },
      },
    ]);
  });

  test('prints sprints as Java does, epics as a field of their own, and tells no levels', async () => {
    const { fake, site } = await started();
    site.sprints.set(7, { id: 7, name: 'One [a, b=c]', state: 'closed', startAt: NOON - HOUR, endAt: NOON });
    const epic = site.create({ project: 'SHOP', type: 'Epic' });
    const story = site.create({ project: 'SHOP', parentId: epic.id, sprintIds: [7], points: 5 });
    site.create({ project: 'SHOP', type: 'Sub-task', parentId: story.id });
    const reply = await ask(fake, '2/search', { jql, fields: ['*all'] });
    const of = (at: number, ...keys: (string | number)[]) => reply.at('issues', at, 'fields', ...keys);
    expect(of(1, 'customfield_10037', 0)).toMatch(
      /Sprint@[0-9a-f]+\[id=7,.*state=CLOSED,name=One \[a, b=c\],startDate=2026-03-03T11:00:00.000\+01:00,/,
    );
    expect([of(1, 'customfield_10014'), of(1, 'parent'), of(1, 'customfield_10041')]).toEqual([
      'SHOP-1',
      undefined,
      5,
    ]);
    expect([of(2, 'customfield_10014'), of(2, 'parent', 'key')]).toEqual([null, 'SHOP-2']);
    expect([of(0, 'issuetype', 'hierarchyLevel'), of(2, 'issuetype', 'subtask')]).toEqual([undefined, true]);
    const fields = await ask(fake, '2/field');
    expect(fields.text).toContain('com.pyxis.greenhopper.jira:gh-epic-link');
    expect(fields.text).not.toContain('jsw-story-points');
  });

  test('tells people by key and user name, and may mask or hide their addresses', async () => {
    const { fake, site } = await started();
    for (const emailSeen of ['shown', 'masked', 'hidden'] as const) {
      const who = site.addPerson(
        person(emailSeen, { emailSeen, id: `JIRAUSER-${emailSeen}`, active: false }),
      );
      site.create({ project: 'SHOP', assigneeId: who.id });
    }
    const reply = await ask(fake, '2/search', { jql, fields: ['assignee'] });
    expect(reply.each('issues', 'fields', 'assignee', 'emailAddress')).toEqual([
      'shown@example.com',
      'masked at example dot com',
      undefined,
    ]);
    expect(reply.each('issues', 'fields', 'assignee', 'key')[0]).toBe('JIRAUSER-shown');
    expect(reply.each('issues', 'fields', 'assignee', 'accountId')[0]).toBeUndefined();
    expect(reply.each('issues', 'fields', 'assignee', 'active')[0]).toBe(false);
  });
});
