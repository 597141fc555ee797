import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import type { Store } from '../../../server/store/open.ts';
import { finished, NOON, smallSite, startedJira } from '../../support/jira/started.ts';
import { freeStore, read } from './read.ts';

/** The key of each issue's parent, by its own key. */
function parents(store: Store): Record<string, string | null> {
  const db = new Database(store.file, { readonly: true });
  const rows = db
    .prepare<[], [string, string | null]>(
      'SELECT i.key, p.key FROM issue i LEFT JOIN issue p ON p.id = i.parent_id ORDER BY i.key',
    )
    .raw()
    .all();
  db.close();
  return Object.fromEntries(rows);
}

function siteOf(deployment: 'Cloud' | 'Server') {
  const site = smallSite(deployment);
  site.addProject('OPS');
  const epic = site.create({ project: 'OPS', type: 'Epic', at: NOON - 40 * DAY });
  const within = site.create({ project: 'SHOP', at: NOON - 30 * DAY, parentId: epic.id });
  site.create({ project: 'SHOP', type: 'Sub-task', at: NOON - 20 * DAY, parentId: within.id });
  finished(site);
  return site;
}

test.each(['Cloud', 'Server'] as const)(
  'of a Jira %s an issue knows its epic, and a sub-task its issue',
  async (deployment) => {
    const store = await freeStore();
    expect(await read(await startedJira({ site: siteOf(deployment) }), store)).toMatchObject({ failed: [] });
    expect(parents(store)).toEqual({ 'OPS-1': null, 'SHOP-1': 'OPS-1', 'SHOP-2': 'SHOP-1', 'SHOP-3': null });
  },
);

test('an epic that the token may not see is no fault: the others are found all the same', async () => {
  const site = siteOf('Server');
  const hidden = site.create({ project: 'OPS', type: 'Epic', at: NOON - 9 * DAY });
  site.create({ project: 'SHOP', at: NOON - 8 * DAY, parentId: hidden.id });
  site.delete(hidden);
  const fake = await startedJira({ site });
  // What an index has not caught up with still names it.
  fake.faults.spoil = (value, call) =>
    call === 'POST search'
      ? JSON.parse(JSON.stringify(value).replace('"customfield_10014":null', '"customfield_10014":"OPS-2"'))
      : value;
  fake.faults.issuesPerPage = 1;
  const store = await freeStore();
  expect(await read(fake, store)).toMatchObject({ failed: [] });
  expect(parents(store)).toMatchObject({ 'SHOP-1': 'OPS-1' });
});
