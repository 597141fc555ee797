import { generateKeyPairSync } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import { describe, expect, test } from 'vitest';
import { ask, askRest } from '../../support/github/ask.ts';
import { instant } from '../../support/github/chance.ts';
import type { FakeWorkflowRun } from '../../support/github/repository.ts';
import { acme, movableClock, shop, startedGithub } from '../../support/github/started.ts';

function runs(many: number): FakeWorkflowRun[] {
  return Array.from({ length: many }, (_, at) => {
    const createdAt = instant(Date.UTC(2025, 0, 1, at));
    return {
      id: at + 1,
      workflow: 'deploy.yml',
      headBranch: at % 10 === 0 ? 'work' : 'main',
      headSha: String(at),
      event: 'push',
      status: 'completed',
      conclusion: at % 3 === 0 ? 'failure' : 'success',
      createdAt,
      updatedAt: createdAt,
    };
  });
}

describe("The fake GitHub's REST interface", () => {
  test('answers in the layouts of GitHub Enterprise Server and of github.com', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    for (const baseUrl of [fake.url, fake.dotcomUrl]) {
      const octokit = new Octokit({ auth: 'good-token', baseUrl });
      expect((await octokit.request('GET /user')).data.login).toBe('ada');
      expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'ada' } });
    }
    expect(fake.tally).toMatchObject({ graphql: 2, rest: 2 });
  });

  test('leads from a former name to the present one, as GraphQL does', async () => {
    const moved = shop({
      owner: 'umbrella',
      name: 'store',
      formerNames: ['acme/shop'],
      workflowRuns: runs(3),
    });
    const umbrella = { ...acme(moved), login: 'umbrella' };
    const fake = await startedGithub({ organisations: [acme(), umbrella] });
    const raw = await askRest(fake, '/repos/acme/shop/actions/workflows/deploy.yml/runs?per_page=1', {
      redirect: 'manual',
    });
    expect([raw.status, raw.headers.get('location')]).toEqual([
      301,
      `${fake.url}/repositories/7/actions/workflows/deploy.yml/runs?per_page=1`,
    ]);
    expect((await askRest(fake, '/repos/acme/shop')).at('full_name')).toBe('umbrella/store');
    const query =
      'query($follow: Boolean!) { repository(owner: "Acme", name: "Shop", followRenames: $follow) { nameWithOwner } }';
    expect((await ask(fake, query, { follow: true })).at('repository', 'nameWithOwner')).toBe(
      'umbrella/store',
    );
    expect((await ask(fake, query, { follow: false })).errors[0]?.type).toBe('NOT_FOUND');
  });

  test('stops after 1,000 filtered runs of a workflow, though it counts them all', async () => {
    const fake = await startedGithub({ organisations: [acme(shop({ workflowRuns: runs(1200) }))] });
    const path = '/repos/acme/shop/actions/workflows/deploy.yml/runs';
    const page = async (asked: string) => {
      const reply = await askRest(fake, `${path}?per_page=100&${asked}`);
      const found = reply.at('workflow_runs');
      return {
        total: reply.at('total_count'),
        ids: Array.isArray(found) ? found.map(({ id }: { id: number }) => id) : [],
      };
    };
    expect((await page('page=1')).ids.slice(0, 2)).toEqual([1200, 1199]);
    expect((await page('page=12')).ids).toHaveLength(100);
    expect(await page('branch=main&page=10')).toMatchObject({ total: 1080, ids: { length: 100 } });
    expect(await page('branch=main&page=11')).toEqual({ total: 1080, ids: [] });
    const day = await page('branch=main&status=success&created=2025-01-02..2025-01-02');
    expect(day).toEqual({ total: 15, ids: [48, 47, 45, 44, 42, 39, 38, 36, 35, 33, 32, 30, 29, 27, 26] });
    expect((await page('created=>=2025-02-19T22:00:00Z')).ids).toEqual([1200, 1199]);
    expect((await askRest(fake, path.replace('deploy', 'other'))).status).toBe(404);
  });

  test('gives an app its tokens for what it signs with its key, and for nothing else', async () => {
    const keys = () =>
      generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
    const { publicKey, privateKey } = keys();
    const clock = movableClock();
    const app = { id: 12, slug: 'uptake', publicKey, installations: [{ id: 34, account: 'acme' }] };
    const fake = await startedGithub({ organisations: [acme(shop())], app, now: clock.now });
    const as = (auth: { privateKey: string; installationId?: number }) =>
      new Octokit({ baseUrl: fake.url, authStrategy: createAppAuth, auth: { appId: 12, ...auth } });
    const { data } = await as({ privateKey }).request('GET /app/installations');
    expect(data.map(({ id, account }) => [id, account])).toEqual([[34, { login: 'acme' }]]);
    const query = '{ organization(login: "acme") { login } }';
    const installed = as({ privateKey, installationId: 34 });
    expect(await installed.graphql(query)).toEqual({ organization: { login: 'acme' } });
    await expect(installed.request('GET /user')).rejects.toMatchObject({ status: 403 });
    await expect(as({ privateKey, installationId: 35 }).graphql(query)).rejects.toMatchObject({
      status: 404,
    });
    const forged = as({ privateKey: keys().privateKey, installationId: 34 });
    await expect(forged.graphql(query)).rejects.toMatchObject({ status: 401 });
    clock.forward(3_700_000);
    expect((await ask(fake, query, {}, 'ghs_34_1')).status).toBe(401);
  });

  test('says what is left of both budgets, and takes nothing for it', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    await ask(fake, '{ viewer { login } }');
    await askRest(fake, '/user');
    const reply = await askRest(fake, '/rate_limit');
    expect(reply.at('resources')).toMatchObject({
      core: { limit: 5000, remaining: 4999, used: 1 },
      graphql: { limit: 5000, remaining: 4999, used: 1 },
    });
    fake.limits.core.limit = 1;
    expect((await askRest(fake, '/user')).status).toBe(403);
  });
});
