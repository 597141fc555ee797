import { describe, expect, test } from 'vitest';
import { Finder } from '../../support/jira/found-issues.ts';
import type { FakeSite } from '../../support/jira/site.ts';
import { finished, smallSite } from '../../support/jira/started.ts';

function site(deployment: 'Cloud' | 'Server' = 'Cloud'): FakeSite {
  const made = smallSite(deployment);
  finished(made);
  made.create({ project: 'SHOP', type: 'Bug', labels: ['ui'], assigneeId: '712020:ben' });
  made.create({ project: 'SHOP', type: 'Epic' });
  if (deployment === 'Cloud') made.create({ project: 'TEAM' });
  return made;
}

/** The keys that a query finds, or what it is refused with. */
function found(jql: string, from = site()): string[] | string {
  try {
    const finder = new Finder(from);
    return finder.find(jql, { anonymous: false, bounded: false }).issues.map(({ key }) => key);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe("The fake Jira's query language", () => {
  test.each([
    ['project = SHOP ORDER BY key', ['SHOP-1', 'SHOP-2', 'SHOP-3']],
    ['PROJECT in ("TEAM", shop) order by project desc, key', ['TEAM-1', 'SHOP-1', 'SHOP-2', 'SHOP-3']],
    ['project in (TEAM, SHOP) ORDER BY key ASC', ['SHOP-1', 'SHOP-2', 'SHOP-3', 'TEAM-1']],
    ['project = "The shop"', ['SHOP-3', 'SHOP-2', 'SHOP-1']],
    ['project = 10001', ['TEAM-1']],
    ['project = SHOP AND NOT status = Done ORDER BY created DESC, key DESC', ['SHOP-3', 'SHOP-2']],
    ['statusCategory != Done', ['TEAM-1', 'SHOP-3', 'SHOP-2']],
    ['status = "In Progress" OR type = Bug', ['SHOP-2']],
    ['(type = Bug OR type = Epic) AND assignee is EMPTY', ['SHOP-3']],
    ['assignee != "712020:ada"', ['SHOP-2']],
    ['resolution is not empty', ['SHOP-1']],
    ["labels = 'ui'", ['SHOP-2']],
    ['key > SHOP-1 ORDER BY id', ['SHOP-2', 'SHOP-3']],
    ['id >= 10002', ['SHOP-3', 'SHOP-2']],
    ['id in (10001, 10004)', ['TEAM-1', 'SHOP-1']],
    ['created <= now()', ['TEAM-1', 'SHOP-3', 'SHOP-2', 'SHOP-1']],
    ['updated >= "-1d 2h"', ['TEAM-1', 'SHOP-3', 'SHOP-2']],
  ])('reads %s', (jql, keys) => {
    expect(found(jql)).toEqual(keys);
  });

  test.each([
    ['project SHOP', /Expecting operator but got 'SHOP'.*line 1, character 9/],
    ['project =', /Expecting either a value, list or function before the end of the query/],
    ['project in (SHOP', /Expecting '\)' before the end/],
    ['project = SHOP status = Done', /Expecting either 'OR' or 'AND' but got 'status'/],
    ['project = SHOP & key = X-1', /The character '&' is a reserved JQL character/],
    ['project = "SHOP', /The character '"' is a reserved JQL character/],
    ['created >= 2026/03/03', /The character '\/' is a reserved JQL character/],
    ['project = INDEX', /^Error in the JQL Query: 'INDEX' is a reserved JQL word/],
    ['key = SHOP', /^The issue key 'SHOP' for field 'key' is invalid/],
    ['project > SHOP', /^The operator '>' is not supported by the 'project' field/],
    ['type = Saga', /^The value 'Saga' does not exist for the field 'issuetype'/],
    ['project = SECRET', /^The value 'SECRET' does not exist/],
    ['created >= startOfDay()', /^Unable to find JQL function 'startOfDay\(\)'/],
    ['summary ~ word', /does not search by 'summary'/],
  ])('refuses %s', (jql, why) => {
    const hidden = site();
    hidden.addProject('SECRET', { browsable: false });
    expect(found(jql, hidden)).toMatch(why);
  });

  test('compares keys within one project, and only with an issue that there is', () => {
    const cloud = site();
    expect(found('key > TEAM-1 OR key < TEAM-1', cloud)).toEqual([]);
    cloud.delete(cloud.issue('SHOP-1'));
    expect(found('key > SHOP-1', cloud)).toEqual([]);
    const server = site('Server');
    server.delete(server.issue('SHOP-1'));
    expect(found('id > 10001', server)).toBe("An issue with key '10001' does not exist for field 'id'.");
  });

  test('is quick about the same question, and notices every change', () => {
    const changing = site();
    const finder = new Finder(changing);
    const ask = () => finder.find('project = SHOP', { anonymous: false, bounded: true }).issues;
    const first = ask();
    expect(ask()).toBe(first);
    changing.create({ project: 'SHOP' });
    expect(ask()).toHaveLength(first.length + 1);
  });
});
