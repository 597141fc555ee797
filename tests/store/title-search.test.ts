import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Store } from '../../server/store/open.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { seededRandom } from '../support/random-history.ts';
import { pullRequest, repository } from '../support/rows.ts';

async function found(store: Store, words: string): Promise<{ titles: Set<string>; batches: number }> {
  const titles = new Set<string>();
  let batches = 0;
  for await (const batch of store.titlesLike(words)) {
    batches += 1;
    for (const { repositoryId, number, title } of batch) titles.add(`${repositoryId}#${number} ${title}`);
  }
  return { titles, batches };
}

const LETTERS = [
  ...'abcABC "\'*^:()-@.',
  ...'äÄßẞéÉοΟσΣςжЖ',
  'İ',
  'i',
  'I',
  'ı',
  'K',
  'Ა',
  'ა',
  '語',
  '👩‍💻',
  '𐐀',
  '𐐨',
];

it('whatever the words are, every title that has them is among those found', async () => {
  const store = await openTestStore();
  const random = seededRandom(7);
  const some = (longest: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * longest) },
      () => LETTERS[Math.floor(random() * LETTERS.length)],
    ).join('');
  const pullRequests = Array.from({ length: 800 }, (_, number) =>
    pullRequest(number + 1, { title: some(24) }),
  );
  await store.writeRows(HOLDER, repository, { pullRequests });
  let having = 0;
  for (let round = 0; round < 400; round += 1) {
    const title = pullRequests[Math.floor(random() * 800)]?.title ?? '';
    const from = Math.floor(random() * title.length);
    const words = (
      round % 2 === 0 ? title.slice(from, from + 2 + Math.floor(random() * 5)) : some(4)
    ).toLowerCase();
    const { titles } = await found(store, words);
    for (const { number, title: one } of pullRequests) {
      if (!one.toLowerCase().includes(words)) continue;
      having += 1;
      expect(titles, words).toContain(`${repository.id}#${number} ${one}`);
    }
  }
  expect(having).toBeGreaterThan(1000);
});

it('few others are read with it, and of short words all', async () => {
  const store = await openTestStore();
  const pullRequests = Array.from({ length: 7000 }, (_, number) =>
    pullRequest(number + 1, { title: `Change ${number}${number % 1000 === 0 ? ' of the till' : ''}` }),
  );
  await store.writeRows(HOLDER, repository, { pullRequests });
  let served = 0;
  const others = setInterval(() => {
    served += 1;
  }, 0);
  expect((await found(store, 'the till')).titles.size).toBe(7);
  const short = await found(store, 'ti');
  clearInterval(others);
  expect([short.titles.size, short.batches]).toEqual([7000, 3]);
  expect(served).toBeGreaterThan(0);
});

it('a title that is changed or gone is found no longer, and what it has become is', async () => {
  const store = await openTestStore();
  const write = (title: string) =>
    store.writeRows(HOLDER, repository, { pullRequests: [pullRequest(1, { title })] });
  await write('Fix the till');
  await write('Fix the gate');
  await write('Fix the gate');
  expect((await found(store, 'till')).titles.size).toBe(0);
  expect((await found(store, 'gate')).titles.size).toBe(1);
  const db = new Database(store.file);
  db.exec('DELETE FROM pull_request');
  db.exec("INSERT INTO title_search (title_search) VALUES ('integrity-check')");
  db.close();
  expect((await found(store, 'gate')).titles.size).toBe(0);
});
