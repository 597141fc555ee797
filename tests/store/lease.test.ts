import { expect, test } from 'vitest';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { repository } from '../support/rows.ts';

const me = { holder: 'me', host: 'here', pid: 2 };
const minute = 60_000;
const living = () => true;

test('a second process is told who is at work', async () => {
  const store = await openTestStore();
  const answer = await store.takeLease(me, 1000, minute, living);
  expect(answer).toMatchObject({ taken: false, by: { holder: HOLDER, host: 'here', pid: 1 }, since: 0 });
});

test('the lease of a process that was killed on this host is free at once', async () => {
  const store = await openTestStore();
  expect(await store.takeLease(me, 1000, minute, () => false)).toEqual({ taken: true });
});

test('the lease of a process on another host is free when it has expired, not before', async () => {
  const store = await openTestStore();
  const elsewhere = { ...me, host: 'elsewhere' };
  expect(await store.takeLease(elsewhere, minute - 1, minute, () => false)).toMatchObject({ taken: false });
  expect(await store.takeLease(elsewhere, minute, minute, () => false)).toEqual({ taken: true });
});

test('a lease renewed stays taken; one lost cannot be renewed', async () => {
  const store = await openTestStore();
  expect(await store.renewLease({ holder: HOLDER, host: 'here', pid: 1 }, minute - 1, minute)).toBe(true);
  expect(await store.takeLease(me, minute + 1, minute, living)).toMatchObject({ taken: false });
  expect(await store.takeLease(me, 3 * minute, minute, living)).toEqual({ taken: true });
  expect(await store.renewLease({ holder: HOLDER, host: 'here', pid: 1 }, 3 * minute, minute)).toBe(false);
});

test('a clock that was set back does not keep the lease for years', async () => {
  const store = await openTestStore();
  await store.renewLease({ holder: HOLDER, host: 'here', pid: 1 }, 1e12, minute);
  expect(await store.takeLease(me, 1000, minute, living)).toEqual({ taken: true });
});

test('a process that lost its lease cannot write any more', async () => {
  const store = await openTestStore();
  await store.takeLease(me, 2 * minute, minute, living);
  await expect(store.writeRows(HOLDER, repository, {})).rejects.toThrow(/Another ingest has taken over/);
  await expect(store.writeRows('me', repository, {})).resolves.toBeDefined();
});
