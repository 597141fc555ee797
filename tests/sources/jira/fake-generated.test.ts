import { describe, expect, test } from 'vitest';
import { ask, searched } from '../../support/jira/ask.ts';
import { generateSite } from '../../support/jira/generated-site.ts';
import type { FakeIssue } from '../../support/jira/issue.ts';
import type { FakeSite } from '../../support/jira/site.ts';
import { startedJira } from '../../support/jira/started.ts';

const UNTIL = Date.UTC(2026, 2, 2);

function told(site: FakeSite): string {
  return JSON.stringify([[...site.issues.values()], [...site.people.values()], site.projects, site.statuses]);
}

/** The statuses it has been in, by name. */
function way({ histories }: FakeIssue): string[] {
  return histories.flatMap(({ changes }) =>
    changes.filter(({ field }) => field === 'status').map(({ toText }) => toText ?? ''),
  );
}

describe('A generated Jira', () => {
  test('is the same for the same seed, and another for another', () => {
    const one = told(generateSite(4, 300));
    expect(told(generateSite(4, 300))).toBe(one);
    expect(told(generateSite(5, 300))).not.toBe(one);
  });

  test.each(['Cloud', 'Server'] as const)('has what makes reading it hard, on %s', (deployment) => {
    const site = generateSite(4, 2000, { deployment });
    const all = [...site.issues.values()];
    const resolution = ({ resolutionId }: FakeIssue) =>
      site.resolutions.find(({ id }) => id === resolutionId)?.name;
    const level = ({ typeId }: FakeIssue) => site.types.find(({ id }) => id === typeId)?.level;
    const kinds: Record<string, (one: FakeIssue) => boolean> = {
      reopened: (one) => way(one).indexOf('Done') >= 0 && way(one).indexOf('Done') < way(one).length - 1,
      "won't do": (one) => resolution(one) === "Won't Do",
      'never in progress': (one) => way(one).join() === 'Done',
      'created in done': (one) => way(one).length === 0 && resolution(one) === 'Done',
      open: (one) => resolution(one) === undefined,
      'a status that is gone': (one) => way(one).includes('Ready for QA'),
      moved: (one) => [...site.formerKeys.values()].includes(one.id),
      epic: (one) => level(one) === 1,
      'sub-task with a parent': (one) => level(one) === -1 && one.parentId !== null,
      'in two sprints': ({ sprintIds }) => sprintIds.length > 1,
      'half a point': ({ points }) => points === 0.5,
      'a long history': ({ histories }) => histories.length > 40,
      linked: ({ links }) => links.length > 0,
      unassigned: ({ assigneeId }) => assigneeId === null,
      'changed without a history': ({ histories, updatedAt, createdAt }) =>
        updatedAt > (histories.at(-1)?.at ?? createdAt),
    };
    for (const [name, kind] of Object.entries(kinds))
      expect(all.filter(kind).length, name).toBeGreaterThan(3);
    expect(site.statuses.some(({ name }) => name === 'Ready for QA')).toBe(false);
    const sweeps = all.filter(({ histories }) => histories.at(-1)?.by === '712020:broom');
    expect(sweeps.length).toBeGreaterThan(5);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  test('holds together: histories in order, each beginning where the one before ended, and nothing in the future', () => {
    const site = generateSite(9, 1000);
    for (const issue of site.issues.values()) {
      let [at, status] = [issue.createdAt, ''];
      for (const history of issue.histories) {
        expect(history.at).toBeGreaterThanOrEqual(at);
        at = history.at;
        for (const { field, from, to } of history.changes) {
          if (field !== 'status') continue;
          if (status !== '') expect(from).toBe(status);
          status = to ?? '';
        }
      }
      if (status !== '') expect(issue.statusId).toBe(status);
      expect(issue.updatedAt).toBeGreaterThanOrEqual(at);
      expect(issue.updatedAt).toBeLessThanOrEqual(UNTIL);
      const owner = site.statuses.find(({ id }) => id === issue.statusId)?.projectId;
      expect([null, issue.projectId]).toContain(owner);
    }
  });

  test('is read at the price that the calls are said to have', async () => {
    const site = generateSite(2, 1500);
    const fake = await startedJira({ site });
    const jql = 'project in ("SHOP", "BILL", "INDEX") ORDER BY created ASC';
    const count = await ask(fake, '3/search/approximate-count', { jql });
    const { ids, pages } = await searched(fake, { jql, fields: ['summary', 'status'], maxResults: 100 });
    expect(count.at('count')).toBe(ids.length);
    expect(ids).toHaveLength(
      [...site.issues.values()].filter(({ key }) => !/^(OLD|SECRET)-/.test(key)).length,
    );
    expect(pages).toBe(Math.ceil(ids.length / 100));
    const asked = {
      issueIdsOrKeys: ids.slice(0, 1000).map(String),
      fieldIds: ['status'],
      maxResults: 10_000,
    };
    const changes = await ask(fake, '3/changelog/bulkfetch', asked);
    expect(changes.at('nextPageToken')).toBeNull();
    const statusChanges = [...site.issues.values()].filter(
      (issue) => asked.issueIdsOrKeys.includes(String(issue.id)) && way(issue).length > 0,
    );
    expect(changes.each('issueChangeLogs')).toHaveLength(statusChanges.length);
    expect(fake.requests.byCall).toEqual({
      'POST search/approximate-count': 1,
      'POST search/jql': pages,
      'POST changelog/bulkfetch': 1,
    });
    expect(fake.requests.per1000(ids.length)).toBeCloseTo(((pages + 2) * 1000) / ids.length);
  });
});
