import { createCloudClient } from 'jira.js';
import { expect, test } from 'vitest';
import { finished, smallSite, startedJira } from '../../support/jira/started.ts';

/** The value with another in the place of what stands at the keys. */
function planted(value: unknown, keys: readonly (string | number)[], wrong: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return wrong;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? planted(item, rest, wrong) : item));
  if (typeof value !== 'object' || value === null) throw new Error(`There is nothing at ${key}`);
  const inner = Reflect.get(value, key);
  if (rest.length > 0 && inner === undefined) throw new Error(`There is nothing at ${key}`);
  return { ...value, [key]: planted(inner, rest, wrong) };
}

type Client = ReturnType<typeof createCloudClient>;
type Planted = [
  what: string,
  keys: (string | number)[],
  wrong: unknown,
  ask: (client: Client) => Promise<unknown>,
];

const jql = 'project = SHOP';

test.each<Planted>([
  ['serverInfo', ['versionNumbers'], '1001', (client) => client.serverInfo.getServerInfo()],
  ['myself', ['timeZone'], 1, (client) => client.myself.getCurrentUser()],
  ['status', [0, 'statusCategory', 'id'], '2', (client) => client.workflowStatuses.getStatuses()],
  ['status', [5, 'scope', 'project', 'id'], 10_001, (client) => client.workflowStatuses.getStatuses()],
  ['statuses/search', ['values', 5, 'scope', 'project', 'id'], 1, (client) => client.status.search()],
  ['issuetype', [0, 'hierarchyLevel'], 'epic', (client) => client.issueTypes.getIssueAllTypes()],
  ['field', [2, 'schema', 'type'], undefined, (client) => client.issueFields.getFields()],
  ['project/search', ['isLast'], undefined, (client) => client.projects.searchProjects()],
  ['project/search', ['values', 0, 'id'], 10_000, (client) => client.projects.searchProjects()],
  ['project/{}', ['simplified'], 'no', (client) => client.projects.getProject({ projectIdOrKey: 'SHOP' })],
  [
    'search/jql',
    ['issues', 0, 'id'],
    10_001,
    (client) => client.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql }),
  ],
  ['approximate-count', ['count'], '1', (client) => client.issueSearch.countIssues({ jql })],
  [
    'bulkfetch',
    ['issueChangeLogs', 0, 'changeHistories', 0, 'created'],
    'lately',
    (client) => client.issues.getBulkChangelogs({ issueIdsOrKeys: ['10001'] }),
  ],
  [
    'bulkfetch',
    ['issueChangeLogs', 0, 'changeHistories', 0, 'items', 0, 'to'],
    3,
    (client) => client.issues.getBulkChangelogs({ issueIdsOrKeys: ['10001'] }),
  ],
])('A fake Jira whose %s is wrong at %j is noticed by the client', async (_what, keys, wrong, ask) => {
  const site = smallSite();
  finished(site);
  const fake = await startedJira({ site });
  const client = createCloudClient({
    host: fake.url,
    auth: { type: 'basic', email: 'reader@example.com', apiToken: 'good-token' },
    onSchemaMismatch: 'throw',
  });
  await ask(client);
  fake.faults.spoil = (value) => planted(value, keys, wrong);
  await expect(ask(client)).rejects.toThrow(/did not match the schema/);
});
