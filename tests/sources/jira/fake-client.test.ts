import { createCloudClient } from 'jira.js';
import { describe, expect, test } from 'vitest';
import type { FakeJira } from '../../support/jira/fake.ts';
import { finished, NOON, smallSite, startedJira } from '../../support/jira/started.ts';

/** Somebody else's client, which compares every answer with Atlassian's published description. */
function clientOf(fake: FakeJira) {
  return createCloudClient({
    host: fake.url,
    auth: { type: 'basic', email: 'reader@example.com', apiToken: 'good-token' },
    onSchemaMismatch: 'throw',
  });
}

async function started() {
  const site = smallSite();
  const fake = await startedJira({ site });
  return { site, fake, client: clientOf(fake) };
}

describe('The fake Jira Cloud, asked by a client that knows the published description,', () => {
  test('tells what it is and who is asking', async () => {
    const { client } = await started();
    const info = await client.serverInfo.getServerInfo();
    expect(info).toMatchObject({ deploymentType: 'Cloud', versionNumbers: [1001, 0, 0] });
    expect(info.serverTime?.getTime()).toBe(NOON);
    const me = await client.myself.getCurrentUser();
    expect(me).toMatchObject({
      accountId: '712020:reader',
      timeZone: 'Europe/Berlin',
      accountType: 'atlassian',
    });
  });

  test('tells its vocabulary, with what belongs to one project only', async () => {
    const { client, site } = await started();
    const statuses = await client.workflowStatuses.getStatuses();
    const inProgress = statuses.filter(({ name }) => name === 'In Progress');
    expect(inProgress.map(({ id, scope }) => [id, scope?.project?.id])).toEqual([
      ['3', undefined],
      [site.statuses.findLast(({ name }) => name === 'In Progress')?.id, site.project('TEAM')?.id],
    ]);
    expect(inProgress[0]?.statusCategory?.key).toBe('indeterminate');
    const searched = await client.status.search({ projectId: '10001' });
    expect(searched).toMatchObject({ total: 5, isLast: true });
    expect(searched.values?.[0]?.scope).toEqual({ type: 'PROJECT', project: { id: '10001' } });
    const types = await client.issueTypes.getIssueAllTypes();
    expect(types.slice(0, 5).map(({ hierarchyLevel }) => hierarchyLevel)).toEqual([1, 0, 0, 0, -1]);
    const fields = await client.issueFields.getFields();
    const kinds = new Map(fields.map(({ schema, id }) => [schema?.custom?.replace(/.*:/, ''), id]));
    expect(kinds.get('gh-sprint')).toBe('customfield_10037');
    expect(kinds.get('jsw-story-points')).toBe('customfield_10016');
    expect(kinds.get('float')).toBe('customfield_10041');
  });

  test('tells its projects in pages, and each alone', async () => {
    const { client } = await started();
    const first = await client.projects.searchProjects({ maxResults: 1 });
    expect(first).toMatchObject({ total: 2, isLast: false, startAt: 0, maxResults: 1 });
    const second = await client.projects.searchProjects({ startAt: 1, maxResults: 1 });
    expect(second).toMatchObject({ isLast: true, values: [{ key: 'TEAM', style: 'next-gen' }] });
    const one = await client.projects.getProject({ projectIdOrKey: 'SHOP' });
    expect(one).toMatchObject({ id: '10000', simplified: false });
  });

  test('finds issues, by both ways of asking, and counts them', async () => {
    const { client, site } = await started();
    const epic = site.create({ project: 'SHOP', type: 'Epic', summary: 'A big one' });
    const story = finished(site);
    site.edit(story, { parentId: epic.id, points: 3, labels: ['ui'] });
    site.link(epic, 'Blocks', story);
    const jql = 'project = SHOP ORDER BY key';
    const posted = await client.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql, fields: ['*all'] });
    expect(posted).toMatchObject({ isLast: true, issues: [{ key: 'SHOP-1' }, { key: 'SHOP-2' }] });
    expect(posted).not.toHaveProperty('total');
    expect(posted.issues?.[1]?.fields).toMatchObject({
      status: { name: 'Done', statusCategory: { key: 'done' } },
      resolution: { name: 'Done' },
      parent: { key: 'SHOP-1', fields: { summary: 'A big one' } },
      customfield_10041: 3,
      customfield_10016: null,
      labels: ['ui'],
      issuelinks: [{ type: { inward: 'is blocked by' }, inwardIssue: { key: 'SHOP-1' } }],
    });
    expect(posted.issues?.[1]?.fields?.resolutiondate).toBe('2026-02-24T21:00:00.000+0100');
    const own = site.create({ project: 'TEAM', points: 8 });
    site.edit(own, { points: 5 });
    const team = await client.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: 'project = TEAM',
      fields: ['*all'],
    });
    expect(team.issues?.[0]?.fields).toMatchObject({ customfield_10016: 5, customfield_10041: null });
    expect(own.histories[0]?.changes[0]?.fieldId).toBe('customfield_10016');
    const got = await client.issueSearch.searchAndReconsileIssuesUsingJql({ jql, fields: ['summary'] });
    expect(got.issues?.map(({ fields }) => fields)).toEqual([
      { summary: 'A big one' },
      { summary: 'Work 2' },
    ]);
    expect(await client.issueSearch.countIssues({ jql })).toEqual({ count: 2 });
  });

  test('tells what changed in many issues at once', async () => {
    const { client, site, fake } = await started();
    const [one, two] = [finished(site), finished(site)];
    const ask = { issueIdsOrKeys: [String(one.id), two.key], fieldIds: ['status'] };
    for (const created of ['iso', 'milliseconds', 'mixed'] as const) {
      fake.faults.created = created;
      const { issueChangeLogs = [], nextPageToken } = await client.issues.getBulkChangelogs(ask);
      expect(nextPageToken).toBeNull();
      expect(issueChangeLogs.map(({ issueId }) => issueId)).toEqual([one.id, two.id].map(String));
      const told = issueChangeLogs[1]?.changeHistories?.map((history) => [
        history.created?.getTime(),
        history.author?.accountId,
        history.items?.find(({ fieldId }) => fieldId === 'status')?.to,
      ]);
      expect(told).toEqual(two.histories.map(({ at, by }, n) => [at, by, ['3', '10002', '10001'][n]]));
    }
  });
});
