import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest, rebuild } from '../../server/ingest/ingest.ts';
import type { World } from '../../server/ingest/sources.ts';
import type { Summary } from '../../server/ingest/summary.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { GitRepository } from '../support/git-repository.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { randomHistory } from '../support/random-history.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOW, startWalk } from '../support/walked.ts';
import { testWorld } from '../support/world.ts';

const silent = () => {};

function world(repository: GitRepository): World {
  return testWorld({ now: () => NOW, env: repository.env });
}

async function ingested(repository: GitRepository, store: Store): Promise<Summary> {
  await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
  const asked = [{ source: 'git', config: { path: repository.path } }] as const;
  const summary = await ingest(asked, store, world(repository), silent, new AbortController().signal);
  expect(summary.failed).toEqual([]);
  return summary;
}

/** The digest of a database that saw only the present state of the clone. */
async function freshDigest(repository: GitRepository): Promise<string> {
  const store = await openTestStore();
  await ingested(repository, store);
  return store.digest();
}

async function leftOut(store: Store): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {};
  for await (const facts of store.allFacts()) {
    for (const fact of facts) if (fact.number !== null) found[`#${fact.number}`] = fact.leftOut;
  }
  return found;
}

test('night after night gives the same database as one import of the end', async () => {
  const { repository, tips } = randomHistory(23, 60);
  const store = await openTestStore();
  for (let night = 5; night < tips.length; night += 9) {
    await ingested(repository.point('main', tips[night]), store);
  }
  await ingested(repository.point('main', tips.at(-1)), store);
  expect(await store.digest()).toBe(await freshDigest(repository));
});

test('a night without news changes nothing, not even the generation', async () => {
  const { repository, tips } = randomHistory(24, 30);
  const store = await openTestStore();
  await ingested(repository.point('main', tips.at(-1)), store);
  const before = [await store.digest(), await store.generation()];
  const { read, written } = await ingested(repository, store);
  expect({ read, written }).toEqual({
    read: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0 },
    written: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0, removed: 0, facts: 0 },
  });
  expect([await store.digest(), await store.generation()]).toEqual(before);
});

test('after a forced push the database holds what the branch holds now, and nothing else', async () => {
  const repository = new GitRepository()
    .commit('start')
    .commit('one', { message: 'One (#1)' })
    .commit('two', { message: 'Two (#2)' })
    .point('main');
  const store = await openTestStore();
  await ingested(repository, store);
  repository.commit('other', { parents: ['start'], message: 'Other (#3)' }).point('main');
  expect((await ingested(repository, store)).written.removed).toBeGreaterThan(0);
  expect(await store.digest()).toBe(await freshDigest(repository));
  expect(Object.keys(await leftOut(store))).toEqual(['#3']);
});

test('what a killed walk wrote goes when history went elsewhere before the next run', async () => {
  const repository = new GitRepository().commit('start').commit('one', { message: 'One (#1)' }).point('main');
  const store = await openTestStore();
  await ingested(repository, store);
  repository.commit('lost', { message: 'Lost (#2)' }).point('main');
  await store.takeLease({ holder: HOLDER, host: 'here', pid: 1 }, NOW, 60_000, () => true);
  const walk = await startWalk(repository, { stored: store.stored });
  for await (const step of walk.steps)
    if ('rows' in step) await store.writeRows(HOLDER, walk.repository, step.rows);
  repository.commit('kept', { parents: ['one'], message: 'Kept (#3)' }).point('main');
  await ingested(repository, store);
  expect(await store.digest()).toBe(await freshDigest(repository));
  expect(Object.keys(await leftOut(store))).toEqual(['#1', '#3']);
});

/** Each pull request comes from a branch of this name, as GitHub's merge message says it. */
function merged(...heads: string[]): GitRepository {
  const repository = new GitRepository().commit('m0');
  heads.forEach((head, at) => {
    const work = `w${at + 1}`;
    const message = `Merge pull request #${at + 1} from ${head}\n\nWork`;
    repository.commit(work, { parents: [`m${at}`] });
    repository.commit(`m${at + 1}`, { parents: [`m${at}`, work], message });
  });
  return repository.point('main');
}

test("a fork's branch called main is one piece of work; the repository's own stable branch is not", async () => {
  const repository = merged('ada/main', 'ada/4-2-stable', 'acme/4-2-stable', 'acme/till');
  repository.git('remote', 'add', 'origin', 'https://example.com/acme/shop.git');
  const store = await openTestStore();
  await ingested(repository, store);
  expect(await leftOut(store)).toEqual({ '#1': null, '#2': null, '#3': 'long-lived-branch', '#4': null });
});

test('without a remote a branch named like the default one still must have stood in a fork', async () => {
  const store = await openTestStore();
  await ingested(merged('ada/main', 'ada/master', 'ada/4-2-stable'), store);
  expect(await leftOut(store)).toEqual({ '#1': null, '#2': null, '#3': 'long-lived-branch' });
});

test('facts that were lost are measured again by a rebuild, to the same digest', async () => {
  const { repository, tips } = randomHistory(25, 40);
  const file = join(temporaryFolder(), 'uptake.db');
  const store = await openTestStore(file);
  await ingested(repository.point('main', tips.at(-1)), store);
  const before = await store.digest();
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(file);
  db.exec(
    "DELETE FROM pull_request_fact; INSERT INTO pull_request_fact (id, repository_id, number) VALUES ('ghost#1', 'ghost', 1)",
  );
  db.close();
  expect(await store.digest()).not.toBe(before);
  await rebuild(store, world(repository), silent);
  expect(await store.digest()).toBe(before);
});

test('two processes opening a new database at once both find it whole', async () => {
  const file = join(temporaryFolder(), 'uptake.db');
  const both = [openStore({ file, migrations: MIGRATIONS }), openStore({ file, migrations: MIGRATIONS })];
  for (const store of both) {
    expect(await store.counts()).toMatchObject({ repositories: 0, commits: 0, pullRequests: 0 });
    store.close();
  }
});
