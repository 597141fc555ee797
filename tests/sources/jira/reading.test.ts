import { describe, expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import type { Deployment } from '../../support/jira/field.ts';
import type { FakeSite } from '../../support/jira/site.ts';
import { finished, HOUR, NOON, smallSite, startedJira } from '../../support/jira/started.ts';
import { freeStore, read } from './read.ts';

/** So many issues, each the whole way. */
function shopOf(issues: number, deployment: Deployment = 'Cloud'): FakeSite {
  const site = smallSite(deployment);
  for (let n = 0; n < issues; n += 1) finished(site, NOON - 30 * DAY + n * 60_000);
  return site;
}

describe.each(['Cloud', 'Server'] as const)('Jira %s', (deployment) => {
  test('comes in whole, and a second run changes nothing', async () => {
    const site = shopOf(250, deployment);
    const fake = await startedJira({ site });
    const store = await freeStore();
    const first = await read(fake, store);
    expect(first).toMatchObject({ failed: [], stopped: [], written: { issues: 250, facts: 250 } });
    const before = await store.digest();
    fake.requests.clear();
    const second = await read(fake, store);
    expect(second).toMatchObject({ failed: [], written: { issues: 0, facts: 0, removed: 0 } });
    expect(await store.digest()).toBe(before);
  });

  test('tells what changed since, what moved, and what was deleted once it is looked for', async () => {
    const site = shopOf(120, deployment);
    site.addProject('OPS');
    const fake = await startedJira({ site });
    const store = await freeStore();
    await read(fake, store);
    site.now = () => NOON + 8 * DAY;
    site.transition(site.issue('SHOP-7'), 'In Progress', { at: NOON + HOUR });
    site.move(site.issue('SHOP-9'), 'OPS', { at: NOON + HOUR });
    site.delete(site.issue('SHOP-11'));
    const run = await read(fake, store);
    expect(run).toMatchObject({ failed: [], written: { issues: 2, removed: 1 } });
  });

  test('is read on where a run was stopped by its budget', async () => {
    const site = shopOf(2400, deployment);
    const fake = await startedJira({ site });
    const [whole, store] = [await freeStore(), await freeStore()];
    await read(fake, whole);
    const first = await read(fake, store, { maximumRequests: 24 });
    expect(first.stopped).toMatchObject([{ code: 'stopped-early' }]);
    expect(first.written.issues).toBeGreaterThan(0);
    fake.requests.clear();
    const second = await read(fake, store);
    expect(second).toMatchObject({ failed: [], stopped: [] });
    expect(second.written.issues + first.written.issues).toBe(2400);
    expect(await store.digest()).toBe(await whole.digest());
  });
});

test('a first read of Cloud costs at most 15 requests for each 1,000 issues', async () => {
  const fake = await startedJira({ site: shopOf(3000) });
  expect(await read(fake, await freeStore())).toMatchObject({ written: { issues: 3000 } });
  expect(fake.requests.per1000(3000)).toBeLessThanOrEqual(15);
});

test('a quiet night of 30 projects is a handful of requests', async () => {
  const site = shopOf(5);
  for (let n = 0; n < 28; n += 1) site.addProject(`P${String(n).padStart(2, '0')}`);
  const fake = await startedJira({ site });
  const store = await freeStore();
  await read(fake, store);
  site.now = () => NOON + DAY;
  fake.requests.clear();
  const run = await read(fake, store);
  expect(run.projects).toHaveLength(30);
  expect(fake.requests.total).toBeLessThanOrEqual(9);
});

test('one project that vanished is noted and keeps its issues', async () => {
  const site = shopOf(5);
  const fake = await startedJira({ site });
  const store = await freeStore();
  await read(fake, store);
  const shop = site.project('SHOP');
  if (shop) shop.browsable = false;
  site.touched();
  const run = await read(fake, store);
  expect(run).toMatchObject({ failed: [], written: { removed: 0 } });
  expect(run.leftOut.unseen).toEqual([
    expect.stringMatching(/^SHOP is no longer on .* What was read of it stays/),
  ]);
});

test('a change of which field holds story points reads everything again', async () => {
  const site = shopOf(5);
  const fake = await startedJira({ site });
  const store = await freeStore();
  await read(fake, store);
  expect((await read(fake, store, { storyPoints: 'Story point estimate' })).read.issues).toBe(5);
  const unknown = await read(fake, store, { storyPoints: 'Guess' });
  expect(unknown.failed).toMatchObject([{ message: expect.stringMatching(/has no field "Guess"/) }]);
});

test('an issue that is searched for late comes with the overlap', async () => {
  const site = shopOf(3);
  const fake = await startedJira({ site });
  const store = await freeStore();
  site.searchLag = 10 * 60_000;
  finished(site, NOON - 10 * HOUR);
  site.transition(site.issue('SHOP-4'), 'Blocked', { at: NOON - 60_000 });
  await read(fake, store);
  site.now = () => NOON + HOUR / 2;
  expect((await read(fake, store)).written.issues).toBe(1);
});

test('when most issues are gone nothing is buried before the next run finds the same', async () => {
  const site = shopOf(60);
  const fake = await startedJira({ site });
  const store = await freeStore();
  await read(fake, store);
  site.now = () => NOON + 8 * DAY;
  await read(fake, store);
  for (let n = 1; n <= 50; n += 1) site.delete(site.issue(`SHOP-${n}`));
  site.now = () => NOON + 16 * DAY;
  const doubting = await read(fake, store);
  expect(doubting.written.removed).toBe(0);
  expect(doubting.leftOut.unseen).toEqual([
    expect.stringMatching(/^SHOP: Jira shows 10 of 60 issues of SHOP/),
  ]);
  expect((await read(fake, store)).written.removed).toBe(50);
});

test('a token with scopes asks through another address, and the ids stay those of the site', async () => {
  const fake = await startedJira({ site: shopOf(3) });
  const store = await freeStore();
  await read(fake, store);
  const run = await read(fake, store, {}, { env: { JIRA_URL: fake.gatewayUrl } });
  expect(run).toMatchObject({ failed: [], projects: { length: 2 }, written: { issues: 0 } });
});

test('statuses that were removed keep the meaning of their name, and an issue keeps its former keys', async () => {
  const site = shopOf(1);
  site.statuses.push({ id: '555', name: 'In Review', category: 'indeterminate', projectId: null });
  const issue = site.create({ project: 'SHOP', at: NOON - DAY });
  site.transition(issue, '555', { at: NOON - 20 * HOUR });
  site.transition(issue, 'Done', { at: NOON - 10 * HOUR });
  site.removeStatus('555');
  const store = await freeStore();
  const run = await read(await startedJira({ site }), store);
  expect(run).toMatchObject({ failed: [], written: { facts: 2 } });
});
