import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { type ClaudeState, startClaudeCode, terminal } from '../../support/vendors/claude-code.ts';
import { NOON, readUsage, told } from '../../support/vendors/read-usage.ts';
import { freeStore } from '../jira/read.ts';

const asked = { source: 'claude-code', config: { days: 5 } } as const;

function oneDay(): ClaudeState {
  const rows = [
    terminal({ email: 'Ada@Example.com' }, 2, 30),
    terminal({ email: 'ada@example.com' }, 1, 12),
    terminal({ email: '12+brian@users.noreply.github.com' }, 1, 5),
    terminal({ key: 'nightly-job' }, 40, 900),
  ];
  return { days: new Map([['2026-11-18', rows]]), page: 1000 };
}

test('several terminals of one person are one day of theirs, and a key is nobody', async () => {
  const fake = await startClaudeCode(oneDay());
  const store = await freeStore();
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], written: { toolDays: 3 } });
  expect(told(store)).toEqual([
    '2026-11-18 claude-code email:ada@example.com active 42',
    '2026-11-18 claude-code key:nightly-job active 900',
    '2026-11-18 claude-code login:github.com/brian active 5',
  ]);
});

test('one request a day is asked, and in the next night the new day and the one before', async () => {
  const fake = await startClaudeCode(oneDay());
  const store = await freeStore();
  const days = () => fake.heard.splice(0).map(({ query }) => query.get('starting_at'));
  await readUsage(store, asked, fake.url);
  expect(days()).toEqual(['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']);
  await readUsage(store, asked, fake.url, { now: NOON + DAY });
  expect(days()).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
});

test('a day of several pages is whole', async () => {
  const fake = await startClaudeCode({ ...oneDay(), page: 1 });
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  expect(told(store)).toHaveLength(3);
  expect(told(store)[0]).toContain('active 42');
});

test('a page that names itself again is refused, and the days before it are kept', async () => {
  const state = oneDay();
  state.days.set('2026-11-17', [terminal({ email: 'ada@example.com' })]);
  const fake = await startClaudeCode(state);
  const store = await freeStore();
  const loop = { body: { data: [], has_more: true, next_page: 'page_1' } };
  fake.next.push({ body: { data: [], has_more: false } }, { body: { data: [], has_more: false } });
  fake.next.push({ body: { data: [terminal({ email: 'ada@example.com' })], has_more: false } }, loop, loop);
  const { failed } = await readUsage(store, asked, fake.url);
  expect(failed).toMatchObject([{ code: 'unexpected-answer', message: /names the same page twice/ }]);
  expect(told(store)).toEqual(['2026-11-17 claude-code email:ada@example.com active 30']);
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [] });
  expect(told(store)).toHaveLength(4);
});
