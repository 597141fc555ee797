import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FakeJira } from '../support/jira/fake.ts';
import { finished, smallSite, startedJira } from '../support/jira/started.ts';
import { uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testWorld } from '../support/world.ts';

async function started(): Promise<FakeJira> {
  const site = smallSite();
  site.now = testWorld().now;
  for (let n = 0; n < 30; n += 1) finished(site);
  site.create({ project: 'TEAM' });
  return startedJira({ site });
}

const envOf = ({ url }: FakeJira, token = 'good-token') => ({
  JIRA_URL: url,
  JIRA_EMAIL: 'reader@example.com',
  JIRA_TOKEN: token,
});

test('a site comes in without any configuration; the run says what that cost, and a second changes nothing', async () => {
  const [fake, data] = [await started(), temporaryFolder()];
  const run = await uptake(['ingest', 'jira', '--data', data, '--json'], envOf(fake));
  expect(run, run.stderr).toMatchObject({ code: 0 });
  expect(JSON.parse(run.stdout)).toMatchObject({ failed: [], written: { issues: 31, facts: 31 } });
  const status = await uptake(['status', '--data', data]);
  expect(status.stdout).toMatch(/, 2 projects, 31 issues, 0 facts to measure\./);
  expect(status.stdout).toMatch(/^SHOP \(jira:127\.0\.0\.1:\d+\): data to \d{4}-\d\d-\d\dT/m);
  const told = await uptake(['status', '--json', '--data', data]);
  expect(JSON.parse(told.stdout)).toMatchObject({
    issues: 31,
    projects: [{ key: 'SHOP', lost: null }, { key: 'TEAM' }],
  });
  const again = await uptake(['ingest', 'jira', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(again.stdout)).toMatchObject({ failed: [], written: { issues: 0, facts: 0 } });
});

test('one project comes in by its key, and what is configured of its site holds', async () => {
  const [fake, data] = [await started(), temporaryFolder()];
  const one = await uptake(['ingest', 'jira', 'team', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(one.stdout)).toMatchObject({ written: { issues: 1 }, projects: { length: 1 } });
  writeFileSync(join(data, 'uptake.yaml'), 'sources: { jira: [{ exclude: [TEAM], waiting: [Blocked] }] }');
  const rest = await uptake(['ingest', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(rest.stdout)).toMatchObject({ read: { issues: 30 }, projects: { length: 1 } });
  const bad = await uptake(['ingest', 'jira', 'TEAM-1', '--data', data], envOf(fake));
  expect(bad).toMatchObject({ code: 2, stderr: expect.stringMatching(/is no key of a project/) });
});

test('a token that is not known fails with what to do, exit code 1 and no stack trace', async () => {
  const [fake, data] = [await started(), temporaryFolder()];
  const run = await uptake(['ingest', 'jira', '--data', data], envOf(fake, 'stolen-token'));
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/Failed: .*does not accept the token/);
  expect(run.stdout + run.stderr).not.toMatch(/\n\s+at |stolen-token/);
  const none = await uptake(['ingest', 'jira', '--data', data]);
  expect(none).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/Failed: Jira needs an address: set JIRA_URL/),
  });
});

test('doctor asks Jira for real, one thing after the other', async () => {
  const [fake, data] = [await started(), temporaryFolder()];
  writeFileSync(join(data, 'uptake.yaml'), 'sources: { jira: [{ projects: [SHOP] }] }');
  const well = await uptake(['doctor', '--data', data], envOf(fake));
  expect(well, well.stdout).toMatchObject({ code: 0 });
  expect(well.stdout).toMatch(/ok {4} jira SHOP, token: .*Jira Cloud/);
  expect(well.stdout).toMatch(/ok {4} jira SHOP, projects: 1 to be read/);
  const ill = await uptake(['doctor', '--data', data], envOf(fake, 'old'));
  expect(ill).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAILED jira SHOP, token: /) });
});
