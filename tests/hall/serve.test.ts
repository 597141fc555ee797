import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Answer = { data: { points: unknown[] } };

function shop(): GitRepository {
  return new GitRepository()
    .commit('start')
    .commit('work', { parents: ['start'] })
    .commit('merge', { parents: ['start', 'work'], message: 'Merge pull request #1 from ada/work\n\nWork' })
    .point('main');
}

/** Starts the server on a free port; `address` is what it says it answers on. */
async function served(...args: string[]) {
  const program = startUptake(['serve', '--port', '0', ...args]);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const ask = async (path: string) => {
    const answer: Answer = JSON.parse(await (await fetch(address + path)).text());
    return answer;
  };
  return { ...program, address, ask };
}

test('serve --repo ingests the clone in a process of its own and says where its page is', async () => {
  const data = temporaryFolder();
  const server = await served('--data', data, '--repo', shop().path);
  const [, page = ''] = await server.said(/Import done: http:\S+(\/flow\S*)/);
  const repo = new URLSearchParams(page.split('?')[1]).get('repo') ?? '';
  expect(repo).toMatch(/^git:.*shop$/);
  await expect
    .poll(() => server.ask('/api/status'))
    .toMatchObject({
      generation: 1,
      data: { running: null, failed: null, repositories: [{ id: repo, name: 'shop', pullRequests: 1 }] },
    });
  const series = await server.ask(`/api/series/merged-pull-requests?repo=${encodeURIComponent(repo)}`);
  expect(series.data.points.at(-1)).toMatchObject({ value: 1, running: true });
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
});

test('it imports again by itself when its time has come', { timeout: 180_000 }, async () => {
  const data = temporaryFolder();
  const clone = shop();
  const yaml = `schedule: { at: '* * * * *', spread: 0 }\nsources: { git: [{ path: ${clone.path} }] }\n`;
  writeFileSync(join(data, 'uptake.yaml'), yaml);
  const server = await served('--data', data);
  await server.said(/Import done/);
  const merged = async () => {
    const { data } = await server.ask('/api/status');
    return data;
  };
  expect(await merged()).toMatchObject({ repositories: [{ pullRequests: 1 }] });
  clone
    .commit('more', { parents: ['merge'] })
    .commit('second', {
      parents: ['merge', 'more'],
      message: 'Merge pull request #2 from ada/more\n\nMore',
    })
    .point('main');
  await expect
    .poll(merged, { timeout: 150_000, interval: 500 })
    .toMatchObject({ repositories: [{ pullRequests: 2 }], failed: null });
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
});

test('what another process ingests appears without a restart', async () => {
  const data = temporaryFolder();
  const server = await served('--data', data, '--no-demo');
  expect(await server.ask('/api/status')).toMatchObject({ generation: 0, data: { repositories: [] } });
  await uptake(['ingest', 'git', shop().path, '--data', data]);
  await expect.poll(() => server.ask('/api/status'), { timeout: 20_000 }).toMatchObject({ generation: 1 });
});

test('a failed import is said by the server, and still after a restart', async () => {
  const data = temporaryFolder();
  const failed = /There is no folder .*gone/;
  const server = await served('--data', data, '--repo', join(data, 'gone'));
  await server.said(/Import failed: There is no folder .*gone/);
  await expect
    .poll(() => server.ask('/api/status'))
    .toMatchObject({ data: { running: null, failed: expect.stringMatching(failed) } });
  server.child.kill('SIGTERM');
  await server.ended;
  const again = await served('--data', data);
  expect(await again.ask('/api/status')).toMatchObject({ data: { failed: expect.stringMatching(failed) } });
});

test('a port that is in use is named with what to do', async () => {
  const other = createServer();
  const port = await new Promise<number>((listening) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      listening(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const { code, stderr } = await uptake(['serve', '--port', String(port), '--data', temporaryFolder()]);
  other.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`Port ${port} on 127.0.0.1 is in use.*--port`));
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('the import of a server that is killed stops too, and the next one carries on', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  const server = startUptake(['serve', '--port', '0', '--data', data, '--repo', path]);
  await server.said(/Uptake answers/);
  server.child.kill('SIGKILL');
  await server.ended;
  await expect
    .poll(async () => (await uptake(['ingest', 'git', path, '--data', data, '--json'])).code, {
      timeout: 60_000,
    })
    .toBe(0);
  const status = JSON.parse((await uptake(['status', '--data', data, '--json'])).stdout);
  expect(status).toMatchObject({ commits: 3, pullRequests: 1, dirty: 0 });
});

test('too old a Node is told so in one sentence', async () => {
  const old =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
  const { code, stderr, stdout } = await uptake(['--version'], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^Uptake needs Node 22\.18 or later, this is 20\.20\.2: [^\n]+\n$/);
});
