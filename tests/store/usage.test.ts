import { expect, test } from 'vitest';
import { freeStore } from '../sources/jira/read.ts';
import { openTestStore } from '../support/open-store.ts';
import { shop, writeWork } from '../support/organised-store.ts';
import { startClaudeCode, terminal } from '../support/vendors/claude-code.ts';
import { readUsage } from '../support/vendors/read-usage.ts';

const asked = { source: 'claude-code', config: { days: 90 } } as const;

const startedClaude = () =>
  startClaudeCode({
    days: new Map([
      ['2026-11-18', [terminal({ email: 'ada@example.com' }), terminal({ key: 'nightly' })]],
      ['2026-11-01', [terminal({ email: 'brian@example.com' })]],
      ['2026-10-01', [terminal({ email: 'carla@example.com' })]],
    ]),
    page: 10,
  });

test('the use of a tool is told with who of it is matched, over its last four weeks', async () => {
  const store = await openTestStore();
  await writeWork(store, shop, [[1, 'ada', '2026-11-01T09:00:00Z']]);
  await store.freeLease({ holder: 'test', host: 'here', pid: 1 });
  await readUsage(store, asked, (await startedClaude()).url);
  expect(await store.usageReadings()).toMatchObject([
    { name: 'Claude Code', users: 2, keys: 1, seats: 0, unmatched: ['email:brian@example.com'] },
  ]);
});

test('nobody is matched where nothing else was read', async () => {
  const store = await freeStore();
  await readUsage(store, asked, (await startedClaude()).url);
  const [reading] = await store.usageReadings();
  expect(reading?.unmatched).toEqual(['email:ada@example.com', 'email:brian@example.com']);
});
