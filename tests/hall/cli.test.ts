import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { holdLease } from '../support/open-store.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A clone with one pull request, one squash merge and one direct push. */
function shop(): GitRepository {
  return new GitRepository()
    .commit('start')
    .commit('work', { parents: ['start'] })
    .commit('merge', { parents: ['start', 'work'], message: 'Merge pull request #1 from ada/work\n\nWork' })
    .commit('squash', { message: 'Squashed (#2)' })
    .commit('push')
    .point('main');
}

test('an ingest says in words what it read, and that a second one found nothing new', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  const first = await uptake(['ingest', 'git', path, '--data', data]);
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toMatch(/Read 5 commits and 2 pull requests/);
  expect(first.stdout).toMatch(/Left out of the measures: 2 as direct-push/);
  const second = await uptake(['ingest', 'git', path, '--data', data]);
  expect(second.stdout).toMatch(/Read 0 commits and 0 pull requests/);
  expect(second.stdout).toMatch(/New or changed: 0 commits, 0 pull requests, 0 facts; removed: 0/);
});

test('--json prints one summary object and nothing else', async () => {
  const { code, stdout, stderr } = await uptake([
    'ingest',
    'git',
    shop().path,
    '--data',
    temporaryFolder(),
    '--json',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    read: { commits: 5, pullRequests: 2 },
    written: { commits: 5, pullRequests: 2, facts: 4, removed: 0 },
    leftOut: {
      items: { 'direct-push': 2 },
      unseen: expect.arrayContaining([expect.stringContaining('unknown')]),
    },
    failed: [],
  });
});

test('one source that fails gives exit code 1 and keeps the others', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  writeFileSync(
    join(data, 'uptake.yaml'),
    `sources: { git: [{ path: ${join(data, 'gone')} }, { path: ${path} }] }`,
  );
  const { code, stdout } = await uptake(['ingest', '--data', data]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/Read 5 commits and 2 pull requests/);
  expect(stdout).toMatch(/Failed: There is no folder .*gone/);
  const status = await uptake(['status', '--data', data]);
  expect(status.stdout).toMatch(/1 repository, 5 commits, 2 pull requests/);
  expect(status.stdout).toMatch(/gone: failed: There is no folder/);
});

test('a rebuild gives the same digest, also after the facts were lost', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  await uptake(['ingest', 'git', path, '--data', data]);
  const { stdout } = await uptake(['rebuild', '--data', data, '--json']);
  const { digest, written } = JSON.parse(stdout);
  expect(digest.after).toBe(digest.before);
  expect(written.facts).toBe(0);
});

test('a backup is a database that status can read', async () => {
  const [data, copy, { path }] = [temporaryFolder(), temporaryFolder(), shop()];
  await uptake(['ingest', 'git', path, '--data', data]);
  const backup = await uptake(['backup', join(copy, 'uptake.db'), '--data', data]);
  expect(backup).toMatchObject({ code: 0, stdout: `Backed up to ${join(copy, 'uptake.db')}.\n` });
  const [before, after] = [
    await uptake(['status', '--data', data, '--json', '--digest']),
    await uptake(['status', '--data', copy, '--json', '--digest']),
  ];
  expect(JSON.parse(after.stdout).digest).toBe(JSON.parse(before.stdout).digest);
  const again = await uptake(['backup', join(copy, 'uptake.db'), '--data', data]);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('exists already') });
});

test('a second ingest on the same data is refused with who is at work; it goes through when that one is done', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  await uptake(['ingest', 'git', path, '--data', data]);
  const release = await holdLease(join(data, 'uptake.db'));
  const refused = await uptake(['ingest', 'git', path, '--data', data]);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    new RegExp(`Another ingest \\(process ${process.pid} on .*\\) has been at work since`),
  );
  await release();
  expect(await uptake(['ingest', 'git', path, '--data', data])).toMatchObject({ code: 0 });
});

test.each([
  { args: [], says: /Usage: uptake/ },
  { args: ['ingst'], says: /unknown command 'ingst'/ },
  {
    args: ['ingest', 'svn', '/x'],
    says: /Source "svn" is not known; allowed are: ingest git PATH, ingest github OWNER/,
  },
  { args: ['ingest', 'git'], says: /Nothing to ingest: .*list sources.git in .*uptake.yaml/ },
  { args: ['ingest', 'github', 'a/b/c'], says: /"a\/b\/c" is no owner and no repository on GitHub/ },
  { args: ['ingest'], says: /Nothing to ingest: name a clone/ },
  { args: ['serve', '--port', 'web'], says: /--port is "web"; allowed is a port/ },
  { args: ['status'], says: /There is no database in .* yet/ },
  { args: ['status', '--config', 'nowhere.yaml'], says: /--config nowhere.yaml: there is no such file/ },
  { args: ['status', '--jsn'], says: /unknown option '--jsn'/ },
])('$args is answered with a sentence, exit code 2 and no stack trace', async ({ args, says }) => {
  const { code, stderr } = await uptake([
    ...args,
    ...(args.length > 0 ? ['--data', join(temporaryFolder(), 'none')] : []),
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a path that is no clone is a failed source', async () => {
  const data = temporaryFolder();
  const folder = join(data, 'plain');
  mkdirSync(folder);
  const { code, stdout, stderr } = await uptake(['ingest', 'git', folder, '--data', data]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/Failed: .*plain is no Git repository|Failed: .*not a Git repository/i);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a database that cannot be written to is named, with what to do', async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, 'file'), '');
  const { code, stderr } = await uptake(['ingest', 'git', shop().path, '--data', join(data, 'file')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/cannot be opened for writing. Choose another folder with --data DIR/);
});

test('doctor looks at each thing and says what is wrong', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  writeFileSync(join(data, 'uptake.yaml'), `sources: { git: [{ path: ${path} }] }`);
  const well = await uptake(['doctor', '--data', data]);
  expect(well.stdout).toMatch(/ok {4} git .*shop, branch main/);
  expect(well.stdout).toMatch(/ok {4} git: version \d/);
  expect(well.stdout).toMatch(/ok {4} database: none yet/);
  expect(readdirSync(data)).toEqual(['uptake.yaml']);
  writeFileSync(join(data, 'uptake.yaml'), `sources: { git: [{ path: ${join(data, 'gone')} }] }`);
  const ill = await uptake(['doctor', '--data', data]);
  expect(ill).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAILED git .*There is no folder/) });
  writeFileSync(join(data, 'uptake.yaml'), 'zone: Mars');
  const broken = await uptake(['doctor', '--data', data]);
  expect(broken).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/FAILED configuration: zone .*Mars/),
  });
});

test('doctor says what serve would not begin with', async () => {
  const data = temporaryFolder();
  const yaml = join(data, 'uptake.yaml');
  writeFileSync(yaml, 'address: { host: 0.0.0.0 }\ndeliver: { slack: true }');
  const ill = await uptake(['doctor', '--data', data]);
  expect(ill).toMatchObject({ code: 2, stdout: expect.stringMatching(/FAILED access: .*UPTAKE_PASSWORD/) });
  expect(ill.stdout).toMatch(/FAILED messages: deliver.slack needs SLACK_WEBHOOK_URL/);
  writeFileSync(yaml, 'deliver: { slack: true }');
  const well = await uptake(['doctor', '--data', data], { SLACK_WEBHOOK_URL: 'https://hooks.example.com/x' });
  expect(well.stdout).toMatch(/ok {4} access: on this machine alone/);
  expect(well.stdout).toMatch(/ok {4} messages: go out by Slack/);
});

test('doctor says what of teams and rollouts is still to be stated, which fails nothing', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  await uptake(['ingest', 'git', path, '--data', data]);
  const empty = await uptake(['doctor', '--data', data]);
  expect(empty.code).toBe(0);
  expect(empty.stdout).toMatch(/^to do {2}teams: none is known.*teams import FILE$/m);
  expect(empty.stdout).toMatch(/^to do {2}rollouts: none is stated.*rollouts import FILE$/m);
  const [teams, rollouts] = [join(data, 'teams.csv'), join(data, 'rollouts.csv')];
  writeFileSync(teams, 'team,login_or_email,from,to\nCheckout,nobody@example.com,,\n');
  writeFileSync(rollouts, 'rollout,tool,kind,team,start\nAssistants,copilot,assistant,Checkout,\n');
  await uptake(['teams', 'import', teams, '--data', data]);
  await uptake(['rollouts', 'import', rollouts, '--data', data]);
  const some = await uptake(['doctor', '--data', data]);
  expect(some.stdout).toMatch(/^to do {2}teams: 1 team; work .* accounts in none of them/m);
  expect(some.stdout).toMatch(/^to do {2}rollouts: no team has a start in "Assistants"/m);
});

test('an ingest that is asked to stop by a signal ends with what it has, and the next one carries on', async () => {
  const [data, { path }] = [temporaryFolder(), shop()];
  const ingest = startUptake(['ingest', 'git', path, '--data', data]);
  ingest.child.kill('SIGTERM');
  const { stderr } = await ingest.ended;
  expect(stderr).not.toMatch(/\n\s+at /);
  const next = await uptake(['ingest', 'git', path, '--data', data, '--json']);
  expect(next.code).toBe(0);
  const status = JSON.parse((await uptake(['status', '--data', data, '--json'])).stdout);
  expect(status).toMatchObject({ commits: 5, pullRequests: 2, dirty: 0 });
});
