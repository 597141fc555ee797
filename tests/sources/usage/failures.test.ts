import { expect, test } from 'vitest';
import type { Asked } from '../../../server/ingest/sources.ts';
import { startClaudeCode, terminal } from '../../support/vendors/claude-code.ts';
import type { Answered, FakeVendor } from '../../support/vendors/fake.ts';
import { readUsage, told } from '../../support/vendors/read-usage.ts';
import { freeStore } from '../jira/read.ts';

const asked: Asked = { source: 'claude-code', config: { days: 3, patience: 2 } };

async function started(): Promise<FakeVendor> {
  const rows = [terminal({ email: 'ada@example.com' })];
  return startClaudeCode({ days: new Map([['2026-11-18', rows]]), page: 1000 });
}

const html = { 'content-type': 'text/html' };

test.each<[string, Answered[], string, RegExp]>([
  [
    'a wrong key',
    [{ status: 401, body: { error: 'no' } }],
    'bad-token',
    /ANTHROPIC_ADMIN_KEY.*Admin API key/,
  ],
  ['a key without the right', [{ status: 403, body: 'not allowed' }], 'forbidden', /refuses.*not allowed/],
  ['a page of a proxy', [{ headers: html, body: '<title>Sign in</title>' }], 'proxy-page', /Sign in/],
  [
    'another shape',
    [{ body: { data: [{ actor: {} }], has_more: false } }],
    'unexpected-answer',
    /core_metrics/,
  ],
  ['no JSON', [{ body: 'hello' }], 'unexpected-answer', /no JSON/],
  [
    'a limit that lasts too long',
    [{ status: 429, headers: { 'retry-after': '900' } }],
    'stopped-early',
    /next run/,
  ],
])('%s is named with what to do, and the next run carries on', async (_, answers, code, says) => {
  const fake = await started();
  const store = await freeStore();
  fake.next.push(...answers);
  const { failed, stopped } = await readUsage(store, asked, fake.url);
  expect([...failed, ...stopped]).toMatchObject([{ code }]);
  expect([...failed, ...stopped][0]?.message).toMatch(says);
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], stopped: [] });
  expect(told(store)).toHaveLength(1);
});

test.each<[string, (Answered | null)[]]>([
  ['a connection that is cut', [null, null]],
  ['an error of the server', [{ status: 502, headers: html, body: '<h1>Bad gateway</h1>' }]],
  [
    'a limit',
    [
      { status: 429, headers: { 'retry-after': '20' } },
      { status: 503, headers: { 'retry-after': '5' } },
    ],
  ],
])('%s passes', async (_, answers) => {
  const fake = await started();
  const store = await freeStore();
  fake.next.push(...answers);
  expect(await readUsage(store, asked, fake.url)).toMatchObject({
    failed: [],
    stopped: [],
    written: { toolDays: 1 },
  });
});

test('without a key it says which to set', async () => {
  const fake = await started();
  const { failed } = await readUsage(await freeStore(), asked, fake.url, { secrets: {} });
  expect(failed).toMatchObject([{ code: 'no-credentials', message: /set ANTHROPIC_ADMIN_KEY/ }]);
  expect(fake.heard).toEqual([]);
});
