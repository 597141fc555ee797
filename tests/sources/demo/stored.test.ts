import { expect, test } from 'vitest';
import { ingest } from '../../../server/ingest/ingest.ts';
import { DAY } from '../../../server/model/instant.ts';
import type { DemoConfig } from '../../../server/sources/demo/config.ts';
import { storedDemo } from '../../../server/sources/demo/cursor.ts';
import { openStore, type Store } from '../../../server/store/open.ts';
import { MIGRATIONS } from '../../support/open-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testWorld } from '../../support/world.ts';
import { UNTIL } from './generated.ts';

const small: DemoConfig = { scenario: 'real-gain', size: 0.1 };

function read(store: Store, config: DemoConfig, now = UNTIL, signal = new AbortController().signal) {
  return ingest([{ source: 'demo', config }], store, testWorld({ now: () => now }), () => {}, signal);
}

function emptyStore(): Store {
  return openStore({ file: `${temporaryFolder()}/uptake.db`, migrations: MIGRATIONS });
}

test('a demo goes through the store like real data, and the second time there is nothing to write', async () => {
  const store = emptyStore();
  const first = await read(store, small);
  expect(first.failed).toEqual([]);
  expect(first.written.pullRequests).toBe(first.read.pullRequests);
  expect(first.written.issues).toBe(first.read.issues);
  // Issues come first, and once more with the pull requests that name them.
  expect(first.written.facts).toBeGreaterThanOrEqual(first.read.pullRequests + first.read.issues);
  expect(first.read.pullRequests).toBeGreaterThan(2500);
  const digest = await store.digest();
  const second = await read(store, small);
  expect(second.failed).toEqual([]);
  expect(second.repositories).toEqual(first.repositories);
  expect(second.read).toEqual({ commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0 });
  expect(second.written.facts).toBe(0);
  expect(await store.digest()).toBe(digest);
  store.close();
});

test('a demo without an end of its own stays as it was opened', async () => {
  const store = emptyStore();
  await read(store, small);
  const later = await read(store, small, UNTIL + 30 * DAY);
  expect(later.failed).toEqual([]);
  expect(later.read.pullRequests).toBe(0);
  expect(await storedDemo({ ...store.stored, ...store.storedProjects })).toMatchObject({
    until: UNTIL,
    scenario: 'real-gain',
  });
  store.close();
});

test.each(['making the demo organisation', 'making the issues of the demo organisation'])(
  'a demo that was stopped while %s ends like one that was not',
  async (stopping) => {
    const [stopped, whole] = [emptyStore(), emptyStore()];
    const controller = new AbortController();
    const world = testWorld({ now: () => UNTIL });
    const report = (_: string, { what, done }: { what: string; done: number }) => {
      if (what === stopping && done === 5) controller.abort();
    };
    await ingest([{ source: 'demo', config: small }], stopped, world, report, controller.signal);
    const finished = await read(stopped, small, UNTIL + 8 * DAY);
    expect(finished.read.pullRequests).toBeGreaterThan(0);
    const undisturbed = await read(whole, small);
    const all = ({ read: { pullRequests, issues } }: typeof finished) => pullRequests + issues;
    expect(all(finished)).toBeLessThan(all(undisturbed));
    expect(await stopped.digest()).toBe(await whole.digest());
    stopped.close();
    whole.close();
  },
);

test('another scenario, seed or end is refused, since two demos in one database could not be told apart', async () => {
  const store = emptyStore();
  await read(store, small);
  const digest = await store.digest();
  const others: DemoConfig[] = [
    { ...small, scenario: 'no-change' },
    { ...small, seed: 7 },
    { ...small, until: '2026-10-05' },
  ];
  for (const other of others) {
    const { failed } = await read(store, other);
    expect(failed.map(({ code }) => code)).toEqual(['another-demo']);
    expect(failed[0]?.message).toContain('Name an empty folder');
  }
  expect(await store.digest()).toBe(digest);
  store.close();
});
