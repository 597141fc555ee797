import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SharedPage } from '../../server/model/shared-page.ts';
import { openStore } from '../../server/store/open.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { measure, organised } from '../support/organised-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page: SharedPage = {
  id: 'first',
  state: 'of that day',
  title: null,
  page: '/flow',
  question: 'window=12w',
  generation: 7,
  dataUntil: 1000,
  version: '0.1.0',
  sharedAt: 2000,
  answers: Buffer.from([1, 2, 3]),
};
const note = { key: 'k', kind: 'other', day: '2026-05-10', text: 'Said by the program' } as const;
const work = [[1, 'ada', '2026-05-10T12:00:00Z']] as const;

test('the same state is stored once, under the id that it got first', async () => {
  const store = await openTestStore();
  expect(await store.sharePage(page)).toEqual(page);
  expect((await store.sharePage({ ...page, id: 'second' })).id).toBe('first');
  expect((await store.sharePage({ ...page, id: 'third', state: 'of the next day' })).id).toBe('third');
  expect(await store.sharedPage('second')).toBeNull();
});

test('pages are listed without their answers, the newest first', async () => {
  const store = await openTestStore();
  const { state: _state, answers: _answers, ...listed } = page;
  for (const [at, id] of ['first', 'second', 'third'].entries())
    await store.sharePage({ ...page, id, state: id, title: `Finding ${id}`, sharedAt: 1000 * at });
  expect(await store.sharedPages(2)).toEqual({
    pages: [
      { ...listed, id: 'third', title: 'Finding third', sharedAt: 2000 },
      { ...listed, id: 'second', title: 'Finding second', sharedAt: 1000 },
    ],
    all: 3,
  });
});

test('a page that was deleted is gone, and can be shared again', async () => {
  const store = await openTestStore();
  await store.sharePage(page);
  expect([await store.deleteSharedPage('first'), await store.deleteSharedPage('first')]).toEqual([
    true,
    false,
  ]);
  expect(await store.sharedPage('first')).toBeNull();
  expect((await store.sharePage({ ...page, id: 'second' })).id).toBe('second');
});

test('notes and shared pages come through a rebuild, a backup and a restart, and are none of the facts’ digest', async () => {
  const { store } = await organised(work);
  const before = await store.digest();
  await store.sharePage(page);
  await store.programNote(note);
  expect(await store.digest()).toBe(before);
  await store.markEverything(HOLDER);
  await measure(store);
  const copy = join(temporaryFolder(), 'copy.db');
  await store.backup(copy, () => undefined);
  for (const file of [store.file, copy]) {
    const again = openStore({ file, migrations: MIGRATIONS });
    expect(await again.sharedPage('first')).toEqual(page);
    expect(await again.notes()).toMatchObject([{ text: 'Said by the program' }]);
    again.close();
  }
});

test('notes say nothing that would have to be measured again', async () => {
  const { store, marked } = await organised(work);
  await store.editNotes(0, () => ({
    ...{ kind: 'note-added', summary: 'A note.', before: null, id: null, removed: false },
    note: { kind: 'other', day: '2026-05-10', until: null, teamId: null, text: 'A note' },
  }));
  expect(await marked()).toEqual([]);
});
