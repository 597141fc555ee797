import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StatusAnswer } from '../../server/contract/index.ts';
import { GitRepository } from '../support/git-repository.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function served(data: string, ...args: string[]) {
  const program = startUptake(['serve', '--port', '0', '--data', data, ...args]);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const ask = async (path: string) => (await fetch(address + path)).text();
  const status = async (): Promise<StatusAnswer> => JSON.parse(await ask('/api/status'));
  const stop = async () => {
    program.child.kill('SIGTERM');
    return program.ended;
  };
  return { ...program, ask, status, stop };
}

test('with nothing configured a demo opens in a database of its own, and real data are shown alone', async () => {
  const data = temporaryFolder();
  const own = join(data, 'uptake.db');
  const demo = await served(data);
  await demo.said(/This is demo data \(real-gain\); connect your own/);
  await expect.poll(async () => (await demo.status()).demo, { timeout: 60_000 }).toBe(true);
  await demo.said(/Import done: http:\S+\/flow$/m);
  await expect.poll(async () => (await demo.status()).data.repositories.length).toBeGreaterThan(10);
  const { repositories } = (await demo.status()).data;
  expect(new Set(repositories.map(({ source }) => source))).toEqual(new Set(['demo']));
  const csv = (await demo.ask('/api/series/cycle-time/csv?window=12w')).trimEnd().split('\r\n');
  const place = csv[0]?.split(',').indexOf('data') ?? -1;
  expect(new Set(csv.slice(1).map((line) => line.split(',')[place]))).toEqual(new Set(['demo']));
  expect(await demo.stop()).toMatchObject({ code: 0, stderr: '' });
  const kept = join(data, 'demo', 'real-gain', 'uptake.db');
  expect([existsSync(own), statSync(kept).size > 1_000_000]).toEqual([false, true]);

  const again = await served(data);
  await again.said(/Import done/);
  expect(await again.status()).toMatchObject({ demo: true, data: { failed: null } });
  await again.stop();

  const shop = new GitRepository().commit('start').point('main');
  expect(await uptake(['ingest', 'git', shop.path, '--data', data])).toMatchObject({ code: 0 });
  const real = await served(data);
  expect(await real.status()).toMatchObject({
    demo: false,
    data: { running: null, repositories: [{ name: 'shop', source: 'git' }] },
  });
  expect(await real.ask('/api/series/merged-pull-requests/csv?window=12w')).not.toContain('demo');
  await real.stop();
});

test('an empty dashboard is opened without a demo where that is asked for', async () => {
  const data = temporaryFolder();
  const server = await served(data, '--no-demo');
  expect(await server.status()).toMatchObject({ demo: false, data: { repositories: [], running: null } });
  expect((await server.stop()).stdout).not.toContain('demo');
  expect(existsSync(join(data, 'demo'))).toBe(false);
});

test('a demo that there is none of is named, with those that there are', async () => {
  const { code, stderr } = await uptake(['serve', '--demo', 'miracle', '--data', temporaryFolder()]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/There is no demo "miracle"; allowed are real-gain, .*not-started\.\n$/);
});
