import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { randomFaults } from '../../support/github/random-faults.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';
import { KeptRows } from './kept-rows.ts';
import { read } from './read.ts';
import { longOne, pullRequests, shopOf } from './shop.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

describe('A reading that breaks off', () => {
  test('after any step comes to the same rows when it is begun again', async () => {
    const many = [...pullRequests(55), ...[300, 301, 302].map((number) => longOne(number, 70))];
    const deployments = Array.from({ length: 5 }, (_, at) => ({
      ...{ id: at + 1, environment: 'production', commitOid: 'a'.repeat(40), ref: null },
      createdAt: '2026-10-30T00:00:00Z',
      statuses: [{ state: 'SUCCESS' as const, createdAt: '2026-10-30T00:10:00Z' }],
    }));
    const mail = repository({ owner: 'acme', name: 'mail', databaseId: 20, pullRequests: pullRequests(30) });
    const fake = await startedGithub({
      organisations: [acme(shop({ pullRequests: many, deployments }), mail)],
      now: () => NOW,
    });
    const config = { owner: 'acme', deployed: { from: 'deployments' as const } };
    const whole = await read(fake, config);
    let steps = 0;
    for (;;) {
      steps += 1;
      const { rows } = await read(fake, config, { steps });
      const brokeOff = [...rows.kept.values()].filter(({ end }) => end !== null).length < 2;
      await read(fake, config, { rows });
      expect(rows.dump()).toEqual(whole.rows.dump());
      if (!brokeOff) break;
    }
    expect(steps).toBeGreaterThan(6);
  });

  test("goes on with the next page, and keeps the first attempt's start as its watermark", async () => {
    const clock = { now: NOW };
    const fake = await startedGithub({ organisations: [acme(shopOf(100))], now: () => clock.now });
    const { rows } = await read(fake, undefined, { steps: 2 });
    clock.now += 2 * HOUR;
    fake.tally.log = [];
    rows.forget();
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.length).toBe(50);
    expect(rows.pullRequests.size).toBe(100);
    expect([...rows.kept.values()][0]?.end?.coveredUntil).toBe(NOW);
  });

  test('comes before repositories that were never begun', async () => {
    const mail = repository({ owner: 'acme', name: 'mail', databaseId: 20, pullRequests: pullRequests(30) });
    const fake = await startedGithub({ organisations: [acme(shopOf(100), mail)] });
    const { rows } = await read(fake, { owner: 'acme', include: ['shop'] }, { steps: 1 });
    rows.forget();
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests[0]).toMatch(/shop/);
  });

  test('starts at the top when GitHub no longer knows its place', async () => {
    const clock = { now: NOW };
    const fake = await startedGithub({ organisations: [acme(shopOf(100))], now: () => clock.now });
    const { rows } = await read(fake, undefined, { steps: 2 });
    for (const [id, kept] of rows.kept) {
      const towards = JSON.stringify({ ...JSON.parse(kept.towards ?? ''), after: 'nowhere' });
      rows.kept.set(id, { ...kept, towards });
    }
    clock.now += DAY;
    rows.forget();
    const { failures } = await read(fake, undefined, { rows });
    expect(failures).toEqual([]);
    expect(rows.read.pullRequests.length).toBe(100);
    expect([...rows.kept.values()][0]?.end?.coveredUntil).toBe(NOW + DAY);
  });

  test('fails, and does not go round for ever, when GitHub knows no place at all', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(60))] });
    const real = fetch;
    const forgetful: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      return new Response(text.replace(/"endCursor":"[^"]+"/, '"endCursor":"nowhere"'), response);
    };
    const { failures } = await read(fake, undefined, { outside: { fetch: forgetful } });
    expect(failures).toMatchObject([{ code: 'place-lost' }]);
    expect(fake.tally.operations.PullRequests).toBe(4);
  });

  test('starts at the top when another version wrote where it was', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(60))] });
    const { rows } = await read(fake, undefined, { steps: 2 });
    for (const [id, kept] of rows.kept) rows.kept.set(id, { ...kept, towards: '{"version":7}' });
    rows.forget();
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.length).toBe(60);
  });
});

describe('Under mixtures of faults', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'and of readings that break off, the rows are the undisturbed ones (seed %i)',
    async (seed) => {
      const wanted = { seed, login: 'acme', repositories: 4, pullRequests: 250, many: 0.05 };
      const organisation = generateOrganisation({ ...wanted, from: '2026-01-05', until: '2026-10-01' });
      const fake = await startedGithub({ organisations: [organisation], now: () => NOW });
      const config = {
        ...{ owner: 'acme', archived: true, forks: true, deployed: { from: 'deployments' as const } },
        perRepository: [
          { match: 'billing', deployed: { from: 'releases' as const } },
          { match: 'search', deployed: { from: 'workflow' as const, workflow: 'deploy.yml' } },
        ],
      };
      const undisturbed = await read(fake, config);
      expect([undisturbed.ended, undisturbed.failures]).toEqual([null, []]);
      fake.faults.plan = randomFaults(seed, { rate: 0.25 });
      const rows = new KeptRows();
      for (let run = 0; run < 6; run++)
        await read(fake, config, { rows, steps: 2 + ((seed * 7 + run * 3) % 9) });
      expect((await read(fake, config, { rows })).ended).toBeNull();
      expect(rows.dump()).toEqual(undisturbed.rows.dump());
    },
  );
});
