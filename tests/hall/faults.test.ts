import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { digestIn } from '../support/hurried.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { spawnUptake, startUptake, uptake } from '../support/program.ts';
import { seededRandom } from '../support/random-history.ts';
import { onSmallDisk } from '../support/small-disk.ts';
import { lentFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { yearOfWork } from '../support/year-of-work.ts';

const SENTENCE = /^[^\n]+\.\n$/;
const STACK = /\n\s+at /;

let clear: () => void;
let clone: string;
let ingested: string;
let wanted: string;

beforeAll(async () => {
  const { folder, remove } = lentFolder();
  clear = remove;
  clone = yearOfWork(folder, 'archive', 3, 62).path;
  ingested = join(folder, 'data');
  await spawnUptake(['ingest', 'git', clone, '--data', ingested]).ended;
  wanted = await digestIn(ingested);
});

afterAll(() => clear());

/** A copy of what an undisturbed ingest has left. */
function copied(): string {
  const data = temporaryFolder();
  cpSync(ingested, data, { recursive: true });
  return data;
}

test('a full disk is said in a sentence, and the next run carries on from what was written', () => {
  const data = join(temporaryFolder(), 'small');
  const [full, roomy] = onSmallDisk(data, 2, ['ingest', 'git', clone, '--data', data]);
  expect(full?.output).toMatch(/The disk of .* is full|cannot be (read or )?written/);
  expect(full?.output).not.toMatch(STACK);
  expect(full?.code).toBe(2);
  expect(roomy).toMatchObject({ code: 0 });
});

test('a database that another process holds is said so; when it is let go, the next run goes through', async () => {
  const data = copied();
  const other = new Database(join(data, 'uptake.db'));
  other.exec('BEGIN IMMEDIATE');
  const { code, stderr } = await uptake(['ingest', 'git', clone, '--data', data]);
  other.exec('ROLLBACK');
  other.close();
  expect([code, stderr]).toEqual([2, expect.stringMatching(/is locked by another process\. Try again/)]);
  expect(stderr).toMatch(SENTENCE);
  expect(await uptake(['ingest', 'git', clone, '--data', data])).toMatchObject({ code: 0, stderr: '' });
  expect(await digestIn(data)).toBe(wanted);
});

test('a clock that is set back by a month loses and repeats nothing', async () => {
  const data = temporaryFolder();
  const ahead = 'const { now } = Date; Date.now = () => now() + 30 * 24 * 3600 * 1000;';

  const later = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}` };
  expect(await uptake(['ingest', 'git', clone, '--data', data], later)).toMatchObject({ code: 0 });
  expect(await uptake(['ingest', 'git', clone, '--data', data])).toMatchObject({ code: 0, stderr: '' });
  expect(await digestIn(data)).toBe(wanted);
});

describe('A kill at any moment', () => {
  /** Kills the program at seeded moments, until it has hit so often. */
  async function shot(args: readonly string[], seed: number, prepare: () => string[]): Promise<number> {
    const random = seededRandom(seed);
    let [hits, within] = [0, (await uptake([...args, ...prepare()])).took];
    for (let tries = 0; tries < 12 && hits < 5; tries += 1) {
      const program = startUptake([...args, ...prepare()]);
      const timer = setTimeout(() => program.child.kill('SIGKILL'), (0.4 + 0.6 * random()) * within);
      const ended = await program.ended;
      clearTimeout(timer);
      if (ended.signal === 'SIGKILL') hits += 1;
      else within = Math.min(within, ended.took);
    }
    return hits;
  }

  test('of a migration leaves a database of before or after, which the next run opens', async () => {
    const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'));
    const older = join(temporaryFolder(), 'migrations');
    cpSync(MIGRATIONS, older, { recursive: true });
    const entries = journal.entries.slice(0, 4);
    writeFileSync(join(older, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    const folders: string[] = [];
    const hits = await shot(['status'], 3, () => {
      const data = temporaryFolder();
      const db = new Database(join(data, 'uptake.db'));
      migrate(db, older, 'uptake.db');
      db.close();
      folders.push(data);
      return ['--data', data];
    });
    expect(hits).toBeGreaterThan(0);
    for (const data of folders)
      expect(await uptake(['status', '--data', data])).toMatchObject({ code: 0, stderr: '' });
  });

  test('of a backup leaves the database whole and no half copy under the name that was asked for', async () => {
    const data = copied();
    const files: string[] = [];
    const hits = await shot(['backup', '--data', data], 5, () => {
      files.push(join(temporaryFolder(), 'copy.db'));
      return files.slice(-1);
    });
    expect(hits).toBeGreaterThan(0);
    for (const file of files) {
      if (!existsSync(file))
        expect(await uptake(['backup', file, '--data', data])).toMatchObject({ code: 0 });
      const copy = new Database(file, { readonly: true });
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      copy.close();
    }
    expect(await digestIn(data)).toBe(wanted);
  });
});
