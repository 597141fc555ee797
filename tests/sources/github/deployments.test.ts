import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import { oidOf } from '../../support/github/commit.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { ago, at, deployed, deployment, graph, known, release, started } from './delivered-shop.ts';
import { read } from './read.ts';

const byDeployments = deployed({ from: 'deployments' });

describe('Deployments', () => {
  test('succeed with their first success, also when a later one has made them inactive', async () => {
    const superseded = deployment(1, 'm2', {
      statuses: [
        { state: 'SUCCESS', createdAt: ago(20 * MINUTE) },
        { state: 'INACTIVE', createdAt: ago(10 * MINUTE) },
        { state: 'SUCCESS', createdAt: ago(5 * MINUTE) },
      ],
    });
    const { fake } = await started({ deployments: [superseded] });
    const { rows } = await read(fake, byDeployments);
    const [only] = [...rows.deployments.values()];
    expect(only).toEqual({
      id: expect.stringMatching(/^github:.*\/acme\/shop!deployment:DE_/),
      repositoryId: [...rows.kept.keys()][0],
      via: 'deployments:production,Production,prod',
      sha: 'm2',
      succeededAt: at(ago(20 * MINUTE)),
      containsSha: 'm2',
      containsUntil: at(graph.m2?.committedDate ?? ''),
    });
    expect([...rows.kept.values()][0]?.repository.deployedBy).toBe('deployments:production,Production,prod');
  });

  test('of other environments do not count', async () => {
    const all = ['production', 'staging', 'prod', 'live'].map((environment, n) =>
      deployment(n + 1, ['m1', 'm2', 'm3', 'm4'][n] ?? '', { environment }),
    );
    const { fake } = await started({ deployments: all });
    expect(Object.keys(known((await read(fake, byDeployments)).rows)).sort()).toEqual(['m1', 'm3']);
    const live = deployed({ from: 'deployments', environments: ['live', 'li"ve'] });
    expect(Object.keys(known((await read(fake, live)).rows))).toEqual(['m4']);
  });

  test('contain what had landed when their commit was made, or when its branch left the default branch', async () => {
    const all = ['m3', 'b2', 'lone', 'nowhere'].map((oid, n) => deployment(n + 1, oid));
    const { fake } = await started({ deployments: all });
    const { rows } = await read(fake, byDeployments);
    const until = Object.entries(known(rows)).map(([sha, { containsUntil }]) => [sha, containsUntil]);
    expect(Object.fromEntries(until)).toEqual({
      m3: at(graph.m3?.committedDate ?? ''),
      b2: at(graph.m3?.committedDate ?? ''),
      lone: null,
      nowhere: null,
    });
    expect(fake.tally.operations.Compare).toBe(1);
  });

  test('of a commit that merged a pull request of this very walk are not compared', async () => {
    const oid = oidOf('merge', 1);
    const committer = { name: 'GitHub', email: 'noreply@example.com' };
    const author = { name: 'Ada', email: 'ada@example.com', login: 'ada' };
    const date = ago(2 * HOUR);
    const mergeCommit = {
      ...{ oid, message: 'Change (#1)', authoredDate: date, committedDate: date, author, committer },
      checks: null,
    };
    const merged = pullRequest({ number: 1, createdAt: ago(DAY), mergedAt: date, mergeCommit });
    const { fake } = await started({ pullRequests: [merged], deployments: [deployment(1, oid)] });
    const { rows } = await read(fake, byDeployments);
    expect(known(rows)[oid]?.containsUntil).toBe(at(date));
    expect(fake.tally.operations.Compare).toBeUndefined();
  });

  test('that a comparison leaves out by mistake are compared again', async () => {
    const { fake } = await started({ deployments: [deployment(1, 'b2')] });
    let times = 0;
    fake.faults.plan = ({ operation }) =>
      operation === 'Compare' && ++times === 1 ? { kind: 'truncated' } : null;
    const { rows } = await read(fake, byDeployments);
    expect(known(rows).b2?.containsUntil).toBe(at(graph.m3?.committedDate ?? ''));
    expect(times).toBe(2);
  });

  test('of which GitHub gives less than all statuses are completed', async () => {
    const statuses = Array.from({ length: 15 }, (_, n) => ({
      state: n === 0 ? ('SUCCESS' as const) : ('INACTIVE' as const),
      createdAt: ago((20 - n) * MINUTE),
    }));
    const { fake } = await started({ deployments: [deployment(1, 'm2', { statuses })] });
    expect(known((await read(fake, byDeployments)).rows).m2?.succeededAt).toBe(at(ago(20 * MINUTE)));
  });

  test('without a success are stored as such, and asked for again until they have one or are a month old', async () => {
    const waiting = deployment(1, 'm2', { statuses: [{ state: 'PENDING', createdAt: ago(MINUTE) }] });
    const failed = deployment(2, 'm3', { statuses: [{ state: 'FAILURE', createdAt: ago(MINUTE) }] });
    const { fake, clock } = await started({ deployments: [waiting, failed] });
    const { rows } = await read(fake, byDeployments);
    expect(known(rows)).toEqual({
      m2: { succeededAt: null, containsUntil: null },
      m3: { succeededAt: null, containsUntil: null },
    });
    clock.now += DAY;
    const success = new Date(clock.now - HOUR).toISOString();
    waiting.statuses.push({ state: 'SUCCESS', createdAt: success });
    rows.forget();
    await read(fake, byDeployments, { rows });
    expect(known(rows).m2).toEqual({
      succeededAt: at(success),
      containsUntil: at(graph.m2?.committedDate ?? ''),
    });
    expect(rows.read.deployments.length).toBe(2);
    clock.now += 5 * DAY;
    rows.forget();
    await read(fake, byDeployments, { rows });
    expect(rows.read.deployments.length).toBe(1);
    clock.now += 30 * DAY;
    await read(fake, byDeployments, { rows });
    rows.forget();
    await read(fake, byDeployments, { rows });
    expect(rows.read.deployments).toEqual([]);
  });

  test('are read from where the last walk ended, and those placed before are not compared again', async () => {
    const { fake, repository, clock } = await started({ deployments: [deployment(1, 'b2')] });
    const { rows } = await read(fake, byDeployments);
    clock.now += DAY;
    fake.tally.operations = {};
    rows.forget();
    repository.deployments.push(deployment(2, 'b1', { createdAt: new Date(clock.now - HOUR).toISOString() }));
    await read(fake, byDeployments, { rows });
    expect(Object.keys(known(rows)).sort()).toEqual(['b1', 'b2']);
    expect(rows.read.deployments.length).toBe(1);
    expect(fake.tally.operations).toMatchObject({ Newest: 1, DeliveriesById: 1, Compare: 1 });
    expect(fake.tally.operations.Deliveries).toBeUndefined();
    const before = [...rows.kept.values()][0];
    if (before) rows.kept.set(before.repository.id, { ...before, end: null });
    fake.tally.operations = {};
    await read(fake, byDeployments, { rows });
    expect(fake.tally.operations.Compare).toBeUndefined();
  });

  test('more than can be looked at in passing are read by pages', async () => {
    const { fake, repository, clock } = await started({ deployments: [] });
    const { rows } = await read(fake, byDeployments);
    clock.now += DAY;
    for (let id = 1; id <= 250; id++)
      repository.deployments.push(
        deployment(id, 'm4', { createdAt: new Date(clock.now - HOUR - id * 1000).toISOString() }),
      );
    fake.tally.operations = {};
    await read(fake, byDeployments, { rows });
    expect(rows.deployments.size).toBe(250);
    expect(fake.tally.operations.Deliveries).toBe(3);
  });

  test('are read from the beginning when they are set up otherwise, and not at all when nothing is', async () => {
    const { fake } = await started({ deployments: [deployment(1, 'm2')], releases: [release(1)] });
    const { rows } = await read(fake, { owner: 'acme' });
    expect(rows.deployments.size).toBe(0);
    expect([...rows.kept.values()][0]?.repository.deployedBy).toBeNull();
    await read(fake, byDeployments, { rows });
    expect(Object.keys(known(rows))).toEqual(['m2']);
    await read(fake, deployed({ from: 'releases' }), { rows });
    expect(Object.keys(known(rows))).toEqual(['m2', 'm3']);
    expect([...rows.deployments.values()].map(({ via }) => via)).toEqual([
      'deployments:production,Production,prod',
      'releases',
    ]);
  });

  test('are set up per repository, the first match winning', async () => {
    const { fake } = await started({ deployments: [deployment(1, 'm2')], releases: [release(1)] });
    const perRepository = [
      { match: 'mail' },
      { match: 'sh*', deployed: { from: 'releases' as const } },
      { match: '*' },
    ];
    const { rows } = await read(fake, { ...byDeployments, perRepository });
    expect(Object.keys(known(rows))).toEqual(['m3']);
    const off = await read(fake, { ...byDeployments, perRepository: [{ match: 'shop' }] });
    expect([off.rows.deployments.size, [...off.rows.kept.values()][0]?.repository.deployedBy]).toEqual([
      0,
      null,
    ]);
  });
});
