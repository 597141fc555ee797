import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import { generated } from './generated.ts';

/** A Wednesday noon, in the middle of everybody's work. */
const WEDNESDAY = Date.UTC(2026, 10, 11, 12);

test('nothing happens after the end of the data', async () => {
  const { all } = await generated({ scenario: 'real-gain', size: 0.3 }, WEDNESDAY);
  for (const { pullRequests, commits, deployments } of all) {
    for (const one of pullRequests) {
      expect(Math.max(...instantsOf(one))).toBeLessThanOrEqual(WEDNESDAY);
    }
    for (const { committedAt, authoredAt } of commits) {
      expect(Math.max(committedAt, authoredAt)).toBeLessThanOrEqual(WEDNESDAY);
    }
    for (const { succeededAt } of deployments) expect(succeededAt ?? 0).toBeLessThanOrEqual(WEDNESDAY);
  }
});

test('what would be merged later is still open, and not absent', async () => {
  const { all } = await generated({ scenario: 'no-change' }, WEDNESDAY);
  const people = all
    .flatMap(({ pullRequests }) => pullRequests)
    .filter(({ forge }) => forge?.account?.kind === 'user');
  const opened = (from: number, to: number) =>
    people.filter(({ openedAt }) => (openedAt ?? 0) >= WEDNESDAY - from && (openedAt ?? 0) < WEDNESDAY - to);
  const open = (some: readonly PullRequest[]) =>
    some.filter(({ state }) => state === 'open').length / some.length;
  expect(open(opened(DAY, 0))).toBeGreaterThan(0.5);
  expect(open(opened(8 * DAY, 6 * DAY))).toBeLessThan(0.3);
  expect(open(opened(60 * DAY, 20 * DAY))).toBeLessThan(0.03);
  expect(open(opened(60 * DAY, 20 * DAY))).toBeGreaterThan(0.001);
  // As many are opened in the last two days of work as two weeks before.
  expect(opened(2 * DAY, 0).length).toBeGreaterThan(opened(16 * DAY, 14 * DAY).length * 0.6);
});

test('what is abandoned is closed after some weeks, though it was approved', async () => {
  const { all } = await generated({ scenario: 'no-change', size: 0.5 }, WEDNESDAY);
  const old = all
    .flatMap(({ pullRequests }) => pullRequests)
    .filter(
      ({ openedAt, forge }) => forge?.account?.kind === 'user' && (openedAt ?? 0) < WEDNESDAY - 100 * DAY,
    );
  expect(old.filter(({ state }) => state === 'open')).toEqual([]);
  const approved = old.filter(
    ({ state, forge }) => state === 'closed' && forge?.reviews.some((review) => review.state === 'approved'),
  );
  expect(approved.length).toBeGreaterThan(10);
});

function instantsOf({ openedAt, mergedAt, closedAt, forge }: PullRequest): number[] {
  return [
    ...[openedAt ?? 0, mergedAt ?? 0, closedAt ?? 0, forge?.updatedAt ?? 0],
    ...(forge?.reviews ?? []).map(({ submittedAt }) => submittedAt),
    ...[...(forge?.comments ?? []), ...(forge?.events ?? [])].map(({ at }) => at),
  ];
}
