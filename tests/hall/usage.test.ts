import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '../../server/model/instant.ts';
import { uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startClaudeCode, terminal } from '../support/vendors/claude-code.ts';
import { startCopilot, userLine } from '../support/vendors/copilot.ts';
import { testWorld } from '../support/world.ts';

/** `2026-11-20`, some days before the clock of this machine. */
function day(ago: number): string {
  return new Date(testWorld().now() - ago * DAY).toISOString().slice(0, 10);
}

const claudeCode = () =>
  startClaudeCode({ days: new Map([[day(2), [terminal({ email: 'ada@example.com' })]]]), page: 1000 });

const keyed = ({ url }: { url: string }) => ({
  ANTHROPIC_API_URL: url,
  ANTHROPIC_ADMIN_KEY: 'sk-ant-admin-good',
});

test('the use of a tool comes in by its name alone, and the run says how much that was', async () => {
  const [fake, data] = [await claudeCode(), temporaryFolder()];
  const run = await uptake(['ingest', 'claude-code', '--data', data], keyed(fake));
  expect(run, run.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Read 1 day of use in /) });
  const again = await uptake(['ingest', 'claude-code', '--data', data, '--json'], keyed(fake));
  expect(JSON.parse(again.stdout)).toMatchObject({ failed: [], written: { toolDays: 0 } });
});

test('Copilot, Claude Code and files are configured, and each fails on its own', async () => {
  const [fake, data] = [await claudeCode(), temporaryFolder()];
  const copilot = await startCopilot({
    reports: new Map([[day(3), JSON.stringify(userLine('ada'))]]),
    seats: [],
  });
  writeFileSync(join(data, 'other.csv'), `date,person,tool\n${day(4)},ada@example.com,windsurf\n`);
  writeFileSync(
    join(data, 'uptake.yaml'),
    'sources: { copilot: [{ owner: acme }], claude-code: [{ days: 5 }], usage: [{ path: other.csv }] }',
  );
  const env = { ...keyed(fake), GITHUB_API_URL: copilot.url, COPILOT_TOKEN: 'stolen' };
  const run = await uptake(['ingest', '--data', data, '--json'], env);
  expect(run.code).toBe(1);
  const summary = JSON.parse(run.stdout);
  expect(summary).toMatchObject({ failed: [{ asked: 'copilot acme', code: 'bad-token' }] });
  expect(summary.written).toMatchObject({ toolDays: 2 });
  expect(run.stdout + run.stderr).not.toMatch(/stolen/);
});

test('doctor says what can be read of each', async () => {
  const [fake, data] = [await claudeCode(), temporaryFolder()];
  writeFileSync(join(data, 'uptake.yaml'), 'sources: { claude-code: [{}], cursor: [{}] }');
  const run = await uptake(['doctor', '--data', data], keyed(fake));
  expect(run.stdout).toMatch(new RegExp(`1 day of use, up to ${day(2)}`));
  expect(run.stdout).toMatch(/CURSOR_API_KEY/);
});

test.each([
  [['ingest', 'cursor', 'acme'], /nothing follows cursor/],
  [['ingest', 'copilot', 'a/b'], /no organisation on GitHub/],
  [['ingest', 'usage'], /sources\.usage/],
])('%j is refused with what is allowed', async (args, says) => {
  const run = await uptake([...args, '--data', temporaryFolder()]);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(says) });
});
