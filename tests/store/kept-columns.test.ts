import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { idOf } from '../../server/facts/columns/rows-holding.ts';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { factTables } from '../../server/store/facts.ts';
import { issueItemTables } from '../../server/store/issue-items.ts';
import { columnTables } from '../../server/store/kept-columns.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import type { Store } from '../../server/store/open.ts';
import { fact, MONDAY, push } from '../support/facts.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { commit, pullRequest, repository, walkEnd } from '../support/rows.ts';

const UTC = weekTable('UTC');

/** Each in a week of its own, and a push in the first. */
function measured(lines: number) {
  return (rows: MeasuredRows): PullRequestFact => {
    if (rows.kind === 'landing') return push(rows.mainline.sha, { lines });
    const { number } = rows.pullRequest;
    return fact(number, { mergedAt: MONDAY + number * 7 * DAY, lines });
  };
}

async function write(store: Store, numbers: readonly number[], title: string, lines: number): Promise<void> {
  await store.writeRows(HOLDER, repository, {
    pullRequests: numbers.map((one) => pullRequest(one, { title })),
  });
  await store.derive(HOLDER, 100, measured(lines));
}

async function threeWeeks(): Promise<Store> {
  const store = await openTestStore();
  const landed = { position: 0, sha: 'abc', landedBy: 'direct-push', pullRequestId: null } as const;
  await store.writeRows(HOLDER, repository, {
    commits: [commit('abc')],
    mainline: [{ repositoryId: repository.id, ...landed }],
  });
  await write(store, [1, 2, 3], 'first', 40);
  return store;
}

/** Lines by id, as a snapshot has them. */
function linesOf(snapshot: Snapshot): Record<string, number | undefined> {
  const rows = snapshot.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.size }, (_, row) => [idOf(snapshot, chunk, row), chunk.lines[row]] as const),
  );
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
  return Object.fromEntries(rows.map(([id, lines]) => [id.slice(repository.id.length), lines]));
}

function readOnly(store: Store): Database.Database {
  const db = new Database(store.file, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  return db;
}

describe('a snapshot of the store', () => {
  test('out of what was kept is that of all facts, also of those that came, changed and went since', async () => {
    const store = await threeWeeks();
    const before = linesOf(await store.snapshot(UTC));
    expect(before).toEqual({ '#1': 40, '#2': 40, '#3': 40, '@abc': 40 });
    expect(await store.keepSnapshot(HOLDER, UTC, 1)).toBe(true);
    expect(linesOf(await store.snapshot(UTC))).toEqual(before);

    await write(store, [2, 4], 'second', 7);
    const replaces = {
      commits: new Set<string>(),
      pullRequests: new Set(['#2', '#3', '#4'].map((id) => repository.id + id)),
      mainlineLength: 0,
    };
    await store.endWalk(HOLDER, repository, walkEnd({ replaces }));
    await store.derive(HOLDER, 100, measured(7));
    const snapshot = await store.snapshot(UTC);
    expect(linesOf(snapshot)).toEqual({ '#2': 7, '#3': 40, '#4': 7 });
    expect(snapshot.generation).toBe(await store.generation());
  });

  test('in another zone is made of the facts themselves', async () => {
    const store = await threeWeeks();
    await store.keepSnapshot(HOLDER, UTC, 1);
    const tokyo = await store.snapshot(weekTable('Asia/Tokyo'));
    expect(tokyo.weeks.zone).toBe('Asia/Tokyo');
    expect(linesOf(tokyo)).toEqual(linesOf(await store.snapshot(UTC)));
  });

  test('holds a fact once that another process took away and put back while it was read', async () => {
    const store = await threeWeeks();
    const db = readOnly(store);
    const facts = factTables(db);
    const tables = columnTables(db, {
      ...facts,
      ...issueItemTables(db),
      async *allFacts() {
        yield* facts.allFacts();
        await store.endWalk(
          HOLDER,
          repository,
          walkEnd({ replaces: { commits: new Set(), pullRequests: new Set(), mainlineLength: 0 } }),
        );
        await store.derive(HOLDER, 100, measured(8));
        await write(store, [1, 2, 3], 'again', 9);
        yield* facts.allFacts();
      },
    });
    expect(linesOf(await tables.snapshot(UTC))).toEqual({ '#1': 9, '#2': 9, '#3': 9 });
  });
});

describe('keeping a snapshot', () => {
  test('writes only the weeks that something happened in', async () => {
    const store = await threeWeeks();
    await store.keepSnapshot(HOLDER, UTC, 1);
    const db = readOnly(store);
    const places = () =>
      db.prepare<[], [number, number]>('SELECT week, max(rowid) FROM kept_column GROUP BY week').raw().all();
    const before = places();
    await write(store, [2], 'second', 7);
    expect(await store.keepSnapshot(HOLDER, UTC, 1)).toBe(true);
    const after = places();
    expect(after.map(([week]) => week)).toEqual(before.map(([week]) => week));
    expect(after.map(([, place], week) => place === before[week]?.[1])).toEqual([true, true, false, true]);
    expect(linesOf(await store.snapshot(UTC))['#2']).toBe(7);
  });

  test('is left until enough has changed', async () => {
    const store = await threeWeeks();
    expect(await store.keepSnapshot(HOLDER, UTC)).toBe(false);
    expect(await store.keepSnapshot(HOLDER, UTC, 5)).toBe(false);
    expect(await store.keepSnapshot(HOLDER, UTC, 4)).toBe(true);
    expect(await store.keepSnapshot(HOLDER, UTC, 1)).toBe(false);
  });

  test('is refused to whoever lost the right to write', async () => {
    const store = await threeWeeks();
    await expect(store.keepSnapshot('somebody else', UTC, 1)).rejects.toThrow('taken over');
    expect(readOnly(store).prepare('SELECT count(*) FROM kept_column').pluck().get()).toBe(0);
  });

  test('does not change the digest of what is known', async () => {
    const store = await threeWeeks();
    const digest = await store.digest();
    await store.keepSnapshot(HOLDER, UTC, 1);
    expect(await store.digest()).toBe(digest);
  });
});

test('changes are told in parts of some thousands, and all of them in the end', async () => {
  const store = await openTestStore();
  const numbers = Array.from({ length: 9000 }, (_, number) => number + 1);
  await store.writeRows(HOLDER, repository, { pullRequests: numbers.map((one) => pullRequest(one)) });
  while ((await store.derive(HOLDER, 1500, measured(1))).taken > 0);
  const seen = new Set<string>();
  let [since, parts] = [0, 0];
  for (;;) {
    const { generation, facts } = await store.factsChangedSince(since);
    if (generation === since) break;
    expect(facts.length).toBeLessThan(6000);
    for (const { id } of facts) seen.add(id);
    since = generation;
    parts += 1;
  }
  expect([seen.size, since, parts > 1]).toEqual([9000, await store.generation(), true]);
});
