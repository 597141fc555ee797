import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import type { FakeRepository } from '../../support/github/repository.ts';
import { ago, at, deployed, graph, known, release, started } from './delivered-shop.ts';
import { read } from './read.ts';

describe('Releases', () => {
  const releases = [
    release(1, { tagCommitOid: 'm1' }),
    release(2, { tagCommitOid: 'm2', isPrerelease: true }),
    release(3, { tagCommitOid: 'm3', publishedAt: null }),
    release(4, { tagCommitOid: null }),
  ];

  test('count when they are published, pre-releases on request, drafts and lost tags never', async () => {
    const { fake } = await started({ releases });
    expect(known((await read(fake, deployed({ from: 'releases' }))).rows)).toEqual({
      m1: { succeededAt: at(ago(HOUR)), containsUntil: at(graph.m1?.committedDate ?? '') },
    });
    const all = (await read(fake, deployed({ from: 'releases', prereleases: true }))).rows;
    expect(Object.keys(known(all)).sort()).toEqual(['m1', 'm2']);
    expect([...all.deployments.values()][0]?.via).toBe('releases+prereleases');
  });

  test('that were drafted long before they are published are seen when they are', async () => {
    const draft = release(1, { createdAt: ago(20 * DAY), publishedAt: null });
    const { fake, clock } = await started({ releases: [draft] });
    const { rows } = await read(fake, deployed({ from: 'releases' }));
    clock.now += DAY;
    draft.publishedAt = new Date(clock.now - HOUR).toISOString();
    await read(fake, deployed({ from: 'releases' }), { rows });
    expect(known(rows).m3?.succeededAt).toBe(clock.now - HOUR);
  });
});

describe('Runs of a workflow', () => {
  const byWorkflow = deployed({ from: 'workflow', workflow: 'deploy.yml' });

  function runs(count: number, from = 0): FakeRepository['workflowRuns'] {
    return Array.from({ length: count }, (_, n) => ({
      ...{ id: from + n + 1, workflow: 'deploy.yml', headBranch: 'main', headSha: 'm2', event: 'push' },
      ...{ status: 'completed' as const, conclusion: 'success' as const },
      createdAt: ago((5000 - from - n) * MINUTE),
      updatedAt: ago((5000 - from - n) * MINUTE - 2 * MINUTE),
    }));
  }

  test('count on the default branch when they succeeded, at the end of the run', async () => {
    const [first, ...others] = runs(4);
    Object.assign(others[0] ?? {}, { conclusion: 'failure', headSha: 'm1' });
    Object.assign(others[1] ?? {}, { headBranch: 'other', headSha: 'm3' });
    Object.assign(others[2] ?? {}, { workflow: 'test.yml', headSha: 'm4' });
    const { fake } = await started({ workflowRuns: first ? [first, ...others] : [] });
    const { rows } = await read(fake, byWorkflow);
    expect(known(rows)).toEqual({
      m2: { succeededAt: at(first?.updatedAt ?? ''), containsUntil: at(graph.m2?.committedDate ?? '') },
    });
    expect([...rows.deployments.keys()][0]).toMatch(/acme\/shop!run:1$/);
  });

  test('come in windows of time, for GitHub shows no more than 1,000 of a filtered list', async () => {
    const { fake } = await started({ workflowRuns: runs(2350) });
    const { rows } = await read(fake, byWorkflow);
    expect(rows.deployments.size).toBe(2350);
  });

  test('are read anew for a week, since a run may wait for an approval', async () => {
    const late = runs(1, 4990)[0];
    const { fake, clock } = await started({
      workflowRuns: [...runs(3), ...(late ? [late] : [])],
    });
    Object.assign(late ?? {}, { status: 'in_progress', conclusion: null, headSha: 'm3' });
    const { rows } = await read(fake, byWorkflow);
    expect(rows.deployments.size).toBe(3);
    clock.now += 3 * DAY;
    Object.assign(late ?? {}, { status: 'completed', conclusion: 'success' });
    await read(fake, byWorkflow, { rows });
    expect(rows.deployments.size).toBe(4);
    clock.now += 30 * DAY;
    await read(fake, byWorkflow, { rows });
    rows.forget();
    await read(fake, byWorkflow, { rows });
    expect(rows.read.deployments).toEqual([]);
  });

  test('that do not exist are said of the repository', async () => {
    const { fake } = await started({});
    const { rows, failures } = await read(fake, byWorkflow);
    expect(failures).toEqual([]);
    expect([...rows.kept.values()][0]?.end?.limits).toEqual([
      'The workflow deploy.yml, by which deployments are set up, cannot be read: there is none of this name.',
    ]);
  });
});
