import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { commit, repository } from '../support/rows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a backup taken while rows are being written opens as a whole database', async () => {
  const store = await openTestStore();
  const many = (from: number) => Array.from({ length: 2000 }, (_, index) => commit(`c${from + index}`));
  await store.writeRows(HOLDER, repository, { commits: many(0) });
  const file = join(temporaryFolder(), 'copy.db');
  const seen: number[] = [];
  const copying = store.backup(file, (done) => seen.push(done));
  await store.writeRows(HOLDER, repository, { commits: many(2000) });
  await copying;
  const copy = openStore({ file, migrations: MIGRATIONS });
  const { commits } = await copy.counts();
  copy.close();
  expect([2000, 4000]).toContain(commits);
  expect(seen.length).toBeGreaterThan(0);
});

test('a backup never replaces a file, and leaves nothing behind when it fails', async () => {
  const store = await openTestStore();
  const folder = temporaryFolder();
  const file = join(folder, 'copy.db');
  writeFileSync(file, 'precious');
  await expect(store.backup(file, () => {})).rejects.toThrow(/exists already/);
  await expect(store.backup(join(folder, 'missing/copy.db'), () => {})).rejects.toThrow(/failed/);
  expect(readdirSync(folder)).toEqual(['copy.db']);
});
