import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Item } from '../../server/facts/columns/item.ts';
import { idOf } from '../../server/facts/columns/rows-holding.ts';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import { snapshotBuilder } from '../../server/facts/columns/snapshot-builder.ts';
import { issueFact } from '../../server/facts/issue-fact.ts';
import { DAY } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { openLive } from '../../server/report/live.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { FIRST_DAY, issue, project, TRACKER, vocabulary } from '../support/issues.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';

const UTC = weekTable('UTC');
const nobody = { author: null, person: null, teams: [], teamBasis: null };

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
});

async function measure(): Promise<void> {
  const measured = async () =>
    store.deriveIssues(HOLDER, 50, (rows) => {
      const { account: _, placedAt: __, ...fact } = issueFact(rows);
      return { ...fact, ...nobody };
    });
  while ((await measured()).taken > 0);
}

async function write(numbers: readonly number[], over: Parameters<typeof issue>[1] = {}): Promise<void> {
  const issues = numbers.map((number) => issue(number, { createdAt: FIRST_DAY - number * DAY, ...over }));
  await store.writeIssues(HOLDER, project, { issues });
  await measure();
}

/** Every row of a snapshot by its id: columns that say something of it. */
function rowsOf(snapshot: Snapshot) {
  const rows = snapshot.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.size }, (_, row) => [
      idOf(snapshot, chunk, row),
      ...[chunk.openedAt, chunk.readyAt, chunk.mergedAt, chunk.closedAt].map((column) => column[row]),
      ...[chunk.activeTime, chunk.waitingTime, chunk.pullRequests, chunk.leftOut].map(
        (column) => column[row],
      ),
    ]),
  );
  return rows.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
}

const numbers = (many: number) => Array.from({ length: many }, (_, number) => number + 1);

describe('issues in columns', () => {
  it('are all that there are, with their ids, none of which has to be kept', async () => {
    await write(numbers(40));
    const snapshot = await store.issueSnapshot(UTC);
    expect(rowsOf(snapshot).map(([id]) => id)).toEqual(
      numbers(40)
        .map((number) => `${TRACKER}:${10_000 + number}`)
        .sort(),
    );
    expect(snapshot.chunks.every(({ ids }) => ids.size === 0)).toBe(true);
    expect(snapshot.chunks.length).toBeGreaterThan(3);
    expect((await store.snapshot(UTC)).chunks).toEqual([]);
  });

  it('come back from what was kept, and from what has changed since', async () => {
    await write(numbers(30));
    expect(await store.keepSnapshot(HOLDER, UTC, 1)).toBe(true);
    expect(await store.keepSnapshot(HOLDER, UTC, 1)).toBe(false);
    await write([2, 31], {
      resolutionId: '9',
      resolutionChanges: [{ at: FIRST_DAY + 4 * DAY, from: null, to: '9' }],
    });
    const kept = await store.issueSnapshot(UTC);
    const facts: Item[] = [];
    for await (const batch of store.allIssues()) facts.push(...batch);
    const builder = snapshotBuilder(UTC, 'issue');
    builder.add(facts);
    expect(rowsOf(kept)).toEqual(rowsOf(builder.build(1)));
    expect(rowsOf(kept)).toHaveLength(31);
  });

  it('are taken over by a server that runs, also when one moves to another project', async () => {
    await write(numbers(10));
    const reader = openStore({ file: store.file, migrations: MIGRATIONS });
    onTestFinished(() => reader.close());
    const named = { ...reader, teamNames: async () => new Map(), roster: async () => [] };
    const live = await openLive(named, 'UTC');
    const elsewhere = { ...project, id: `${TRACKER}/10001`, key: 'TILL', name: 'The till' };
    await store.writeIssues(HOLDER, elsewhere, {
      issues: [issue(3, { projectId: elsewhere.id, key: 'TILL-1', formerKeys: ['SHOP-3'] })],
    });
    await measure();
    expect(await live.refresh()).toBe(true);
    const { snapshot } = live.held.issues;
    expect(rowsOf(snapshot)).toHaveLength(10);
    const projects = snapshot.chunks.flatMap(({ repository }) => [...repository]);
    expect(projects.filter((one) => snapshot.repositories.values[one] === elsewhere.id)).toHaveLength(1);
  });

  it('end where the walk of their project ended, with what it could not see', async () => {
    await store.endProjectWalk(HOLDER, project, {
      cursor: 'c',
      coveredUntil: FIRST_DAY,
      limits: ['A part of it is hidden.'],
      present: null,
    });
    await store.loseProject(HOLDER, project.id, 'It is archived.');
    expect(await store.projectFreshness()).toEqual([
      {
        repositoryId: project.id,
        name: 'The shop',
        source: 'jira',
        coveredUntil: FIRST_DAY,
        limits: ['It is archived.', 'A part of it is hidden.'],
        deployedBy: null,
      },
    ]);
  });
});
