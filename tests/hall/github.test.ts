import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { startedGithub } from '../support/github/started.ts';
import { uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function acme(repositories = 3): Promise<FakeGithub> {
  const size = { seed: 9, login: 'acme', repositories, pullRequests: 60 };
  return startedGithub({
    organisations: [generateOrganisation({ ...size, from: '2026-01-05', until: '2026-06-01' })],
  });
}

const envOf = ({ url }: FakeGithub, token = 'good-token') => ({ GITHUB_API_URL: url, GITHUB_TOKEN: token });

test('an organisation comes in by its name; the run says what it read and what that cost', async () => {
  const [fake, data] = [await acme(), temporaryFolder()];
  const run = await uptake(['ingest', 'github', 'acme', '--data', data], envOf(fake));
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout).toMatch(/Read [\d,]+ commits and 60 pull requests in /);
  expect(run.stdout).toMatch(/github acme: \d+ requests, \d+ points\./);
  const status = await uptake(['status', '--data', data]);
  expect(status.stdout).toMatch(/3 repositories, [\d,]+ commits, 60 pull requests, 0 facts to measure/);
  expect(status.stdout).toMatch(/acme\/shop \(github\): data to 2\d{3}-/);
  const again = await uptake(['ingest', 'github', 'acme', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(again.stdout)).toMatchObject({
    failed: [],
    written: { pullRequests: 0, facts: 0 },
    repositories: { length: 3 },
  });
});

test('what is configured is read, and the settings of an owner hold for one repository of it too', async () => {
  const [fake, data] = [await acme(), temporaryFolder()];
  writeFileSync(
    join(data, 'uptake.yaml'),
    'sources: { github: [{ owner: acme, exclude: [billing], ask: { files: always } }] }',
  );
  const run = await uptake(['ingest', 'github', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(run.stdout).repositories.map((id: string) => id.replace(/.*\//, ''))).toEqual([
    'search',
    'shop',
  ]);
  const one = await uptake(['ingest', 'github', 'acme/billing', '--data', data, '--json'], envOf(fake));
  expect(JSON.parse(one.stdout).repositories).toHaveLength(1);
});

test('a first import that a limit stops is no failure; the next run carries on and ends it', async () => {
  const [fake, data] = [await acme(1), temporaryFolder()];
  const config = (most: number) =>
    writeFileSync(
      join(data, 'uptake.yaml'),
      `sources: { github: [{ owner: acme, maximumRequests: ${most} }] }`,
    );
  config(4);
  const first = await uptake(['ingest', '--data', data], envOf(fake));
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/stopped early, 0 of 1 repositories done; the next run carries on/);
  expect((await uptake(['status', '--data', data])).stdout).toMatch(/not read to its end yet/);
  config(400);
  expect(await uptake(['ingest', '--data', data], envOf(fake))).toMatchObject({ code: 0 });
  const status = await uptake(['status', '--data', data]);
  expect(status.stdout).toMatch(/1 repository, [\d,]+ commits, 60 pull requests/);
  expect(status.stdout).not.toMatch(/not read to its end yet/);
});

test('a token that is not known fails with what to do, exit code 1 and no stack trace, and loses nothing', async () => {
  const [fake, data] = [await acme(), temporaryFolder()];
  await uptake(['ingest', 'github', 'acme', '--data', data], envOf(fake));
  const run = await uptake(['ingest', 'github', 'acme', '--data', data], envOf(fake, 'stolen-token'));
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/Failed: .*token/);
  expect(run.stdout + run.stderr).not.toMatch(/\n\s+at |stolen-token/);
  expect((await uptake(['status', '--data', data])).stdout).toMatch(/60 pull requests/);
});

test('without any token the run says which to set', async () => {
  const data = temporaryFolder();
  const run = await uptake(['ingest', 'github', 'acme', '--data', data]);
  expect(run).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/Failed: GitHub needs a token: set GITHUB_TOKEN/),
  });
});

test('doctor asks GitHub for real, one thing after the other', async () => {
  const [fake, data] = [await acme(), temporaryFolder()];
  writeFileSync(join(data, 'uptake.yaml'), 'sources: { github: [{ owner: acme }] }');
  const well = await uptake(['doctor', '--data', data], envOf(fake));
  expect(well).toMatchObject({ code: 0 });
  expect(well.stdout).toMatch(/ok {4} github acme, token: /);
  const ill = await uptake(['doctor', '--data', data], envOf(fake, 'old'));
  expect(ill).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAILED github acme, token: /) });
  fake.faults.nothingHere = true;
  const lost = await uptake(['doctor', '--data', data], envOf(fake));
  expect(lost).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/FAILED github acme, .*GITHUB_API_URL/),
  });
});
