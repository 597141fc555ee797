import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { directPushFact, pullRequestFact, type UnlinkedFact } from '../../server/facts/pull-request-fact.ts';
import { ConfigError } from '../../server/model/errors.ts';
import { organisationOf } from '../../server/organisation/desk.ts';
import { openLive } from '../../server/report/live.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MONDAY } from '../support/facts.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { commit, pullRequest, repository, walkEnd } from '../support/rows.ts';

function measured(rows: MeasuredRows): UnlinkedFact {
  const unmarked = { aiLevel: null, aiTools: [], aiTrace: null, linesByAi: null, linesNoted: null };
  const placed = { person: null, teams: [], teamBasis: null, ...unmarked };
  if (rows.kind === 'landing') return { ...directPushFact({ ...rows, author: null }), ...placed };
  const judged = {
    automation: false,
    longLived: false,
    backPort: false,
    agent: false,
    reviewers: [],
    commenters: [],
    author: null,
  };
  return { ...pullRequestFact({ ...rows, ...judged }), ...placed };
}

async function importPullRequests(store: Store, numbers: readonly number[]): Promise<void> {
  await store.writeRows(HOLDER, repository, {
    commits: numbers.flatMap((number) => [commit(`c${number}`), commit(`m${number}`)]),
    pullRequests: numbers.map((number) => pullRequest(number)),
  });
  await store.endWalk(HOLDER, repository, walkEnd({ coveredUntil: MONDAY + 36e5 * Math.max(...numbers) }));
  await store.derive(HOLDER, 100, measured);
}

/** A store that another process writes to, and what is read of it here. */
async function twoProcesses(): Promise<{ writer: Store; reader: Store }> {
  const writer = await openTestStore();
  const reader = openStore({ file: writer.file, migrations: MIGRATIONS });
  onTestFinished(() => reader.close());
  return { writer, reader };
}

/** The names of teams, which the hall puts together. */
function named(store: Store, names: () => [string, string][] = () => []) {
  return { ...store, teamNames: async () => new Map(names()), roster: async () => [] };
}

it('an empty store is answered from, too', async () => {
  const { reader } = await twoProcesses();
  const live = await openLive(named(reader), 'UTC');
  expect(live.held.snapshot.chunks).toEqual([]);
  expect(seriesAnswer(live.held, 'cycle-time', {}).dataUntil).toBeNull();
});

it('holds what another process has committed after a refresh, and not before', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1, 2, 3]);
  const live = await openLive(named(reader), 'UTC');
  const before = live.held;
  expect(before.snapshot.chunks.map(({ size }) => size)).toEqual([3]);
  await importPullRequests(writer, [3, 4, 200]);
  expect(live.held).toBe(before);

  expect(await live.refresh()).toBe(true);
  expect(await live.refresh()).toBe(false);
  expect(live.held.snapshot.chunks.map(({ size }) => size)).toEqual([4, 1]);
  expect(live.held.snapshot.generation).toBeGreaterThan(before.snapshot.generation);
  expect(live.held.freshness[0]?.coveredUntil).toBe(MONDAY + 36e5 * 200);
  // Whoever began with the old state keeps it.
  expect(before.snapshot.chunks.map(({ size }) => size)).toEqual([3]);
});

it('holds the very same state when nobody has written', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  const live = await openLive(named(reader), 'UTC');
  const before = live.held;
  expect(await live.refresh()).toBe(false);
  expect(live.held).toBe(before);
});

it('shows a later data end although no fact changed', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  const live = await openLive(named(reader), 'UTC');
  const { snapshot } = live.held;
  await writer.endWalk(HOLDER, repository, walkEnd({ coveredUntil: MONDAY + 9e8 }));
  expect(await live.refresh()).toBe(true);
  expect(live.held.snapshot).toBe(snapshot);
  expect(live.held.freshness[0]?.coveredUntil).toBe(MONDAY + 9e8);
});

it('shows the new name of a team although no fact changed', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  let name = 'Payments';
  const live = await openLive(
    named(reader, () => [['a', name]]),
    'UTC',
  );
  expect([...live.held.teamNames]).toEqual([['a', 'Payments']]);
  name = 'Money';
  await writer.endWalk(HOLDER, repository, walkEnd({ coveredUntil: MONDAY + 9e8 }));
  expect(await live.refresh()).toBe(true);
  expect([...live.held.teamNames]).toEqual([['a', 'Money']]);
});

it('holds what this very process has written when it is told so', async () => {
  const store = await openTestStore();
  const live = await openLive(named(store), 'UTC');
  const desk = organisationOf(store, { now: () => MONDAY, zone: 'UTC' });
  await desk.addRollout({ name: 'Agents', tool: null, kind: 'agent', starts: [] });
  expect([await live.refresh(), live.held.rollouts]).toEqual([false, []]);
  expect(await live.refresh(true)).toBe(true);
  expect(live.held.rollouts.map(({ name }) => name)).toEqual(['Agents']);
});

it('refreshes once for many who ask at the same time', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  let asked = 0;
  const counting = {
    ...named(reader),
    freshness() {
      asked += 1;
      return reader.freshness();
    },
  };
  const live = await openLive(counting, 'UTC');
  await importPullRequests(writer, [2]);
  expect(await Promise.all([live.refresh(), live.refresh(), live.refresh()])).toEqual([true, true, true]);
  expect(asked).toBe(2);
});

it('keeps its state when a refresh fails, and catches up the next time', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  let broken = true;
  const shaky = {
    ...named(reader),
    async freshness() {
      if (broken) throw new Error('disk full');
      return reader.freshness();
    },
  };
  broken = false;
  const live = await openLive(shaky, 'UTC');
  await importPullRequests(writer, [2]);
  broken = true;
  await expect(live.refresh()).rejects.toThrow('disk full');
  expect(live.held.snapshot.chunks[0]?.size).toBe(1);
  broken = false;
  expect(await live.refresh()).toBe(true);
  expect(live.held.snapshot.chunks[0]?.size).toBe(2);
});

it('lets others be served while it takes over many weeks, from what was held before', async () => {
  const { writer, reader } = await twoProcesses();
  await importPullRequests(writer, [1]);
  const live = await openLive(named(reader), 'UTC', () => nextTurn());
  const before = live.held;
  await importPullRequests(
    writer,
    Array.from({ length: 30 }, (_, week) => 168 * week),
  );
  let turns = 0;
  let over = false;
  const others = (): void => {
    expect(over || live.held === before).toBe(true);
    turns += 1;
    if (!over) setImmediate(others);
  };
  others();
  await live.refresh();
  over = true;
  expect(live.held.snapshot.chunks).toHaveLength(30);
  expect(turns).toBeGreaterThan(30);
});

it('cannot be opened in a zone that nobody knows', async () => {
  const { reader } = await twoProcesses();
  await expect(openLive(named(reader), 'Europe/Atlantis')).rejects.toThrow(ConfigError);
});
