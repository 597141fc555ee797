import { expect, test } from 'vitest';
import { inTurn } from '../../server/ingest/in-turn.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { nameOf } from '../../server/ingest/sources.ts';
import type { Store } from '../../server/store/open.ts';
import { GitRepository } from '../support/git-repository.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { NOW } from '../support/walked.ts';
import { testWorld } from '../support/world.ts';

const repository = () => new GitRepository().commit('start').point('main');
const asked = ({ path }: { path: string }) => ({ source: 'git', config: { path } }) as const;

async function night(store: Store, repositories: GitRepository[], minutes: number | null, now = NOW) {
  await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
  const world = testWorld({ now: () => now, env: repositories[0]?.env ?? {} });
  return ingest(repositories.map(asked), store, world, () => {}, new AbortController().signal, minutes);
}

test('a night whose time is over stops cleanly, and the next one carries on', async () => {
  const store = await openTestStore();
  const both = [repository(), repository()];
  // As short as a timer can be: it ends while the first clone is being opened.
  const stopped = await night(store, both, 0.000_001);
  expect(stopped.failed).toEqual([]);
  expect(stopped.stopped).not.toEqual([]);
  for (const { code, message } of stopped.stopped) {
    expect(code).toBe('stopped-early');
    expect(message).toMatch(/minutes that a run may take are over: what was read is kept, and the next run/);
  }
  const whole = await night(store, both, null);
  expect([whole.stopped, whole.failed, whole.repositories.length]).toEqual([[], [], 2]);
});

test('who was not reached goes first the next time', async () => {
  const store = await openTestStore();
  const [one, other] = [repository(), repository()];
  const order = async () =>
    inTurn([one, other].map(asked), await store.lastBegun()).map((source) => nameOf(source));
  const names = [one, other].map((clone) => nameOf(asked(clone)));
  expect(await order()).toEqual(names);
  await night(store, [one], null);
  expect(await order()).toEqual(names.toReversed());
  await night(store, [other], null, NOW + 1000);
  expect(await order()).toEqual(names);
});
