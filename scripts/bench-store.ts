import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../server/store/open.ts';
import { MIGRATIONS } from '../server/world.ts';
import { withFolder } from './bench-folder.ts';
import { described, type Figure } from './figure.ts';
import { repository, someCommits } from './some-commits.ts';

const commits = someCommits(100_000);
const BATCH = 1000;

/** Commits a second through the store, beside bare better-sqlite3 on the same rows in the same run. */
export function storeFigures(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const store = openStore({ file: join(folder, 'store.db'), migrations: MIGRATIONS });
    await store.takeLease({ holder: 'bench', host: '', pid: process.pid }, 0, 60_000, () => true);
    const ours = await rate((batch) => store.writeRows('bench', repository, { commits: batch }));
    store.close();
    const bare = new Database(join(folder, 'bare.db'));
    bare.exec('PRAGMA journal_mode = WAL; CREATE TABLE c (r, s, n, e, at, m, PRIMARY KEY (r, s))');
    const insert = bare.prepare('INSERT INTO c VALUES (?, ?, ?, ?, ?, ?)');
    const put = bare.transaction((batch: typeof commits) => {
      for (const { repositoryId, sha, author, authoredAt, message } of batch)
        insert.run(repositoryId, sha, author.name, author.email, authoredAt, message);
    });
    const baseline = await rate(async (batch) => put(batch));
    bare.close();
    return [
      described('commits written', ours, '/s'),
      described('of bare better-sqlite3', ours / baseline, 'x'),
    ];
  });
}

async function rate(write: (batch: typeof commits) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < commits.length; at += BATCH) await write(commits.slice(at, at + BATCH));
  return (commits.length * 1000) / (performance.now() - began);
}
