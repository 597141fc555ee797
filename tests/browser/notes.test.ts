import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotesAnswer, NumberedNote } from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
import { fillStore, onForge } from '../support/filled-store.ts';
import { notesAnswer } from '../support/note-answers.ts';
import { spawnUptake } from '../support/program.ts';
import { figure } from '../support/seen-figure.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, drawn, overflow, phone, type Visit, visit } from '../support/visit.ts';
import { serveScene } from '../support/web-server.ts';
import type { Served } from './served.ts';

let browser: Browser;
let program: Served;

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), servedYear()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

/** The real program on forty weeks of a forge, the last of them that of 2 June 2025. */
async function servedYear(): Promise<Served> {
  const { folder, remove } = lentFolder();
  await fillStore(folder, [onForge('shop', 'releases')], 40);
  const server = spawnUptake(['serve', '--port', '0', '--data', folder]);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  return {
    address,
    async close() {
      server.child.kill('SIGTERM');
      await server.ended;
      remove();
    },
  };
}

const several = [
  { kind: 'freeze', day: '2025-03-03', until: '2025-03-16', text: 'Nothing is released during the audit' },
  { kind: 'rollout', day: '2025-03-10', text: 'The assistant is there for everybody from now on' },
  { kind: 'detector', day: '2025-03-17', text: 'Its commits are recognised' },
  { kind: 'holiday', day: '2025-05-12', until: '2025-05-18', text: 'Hardly anybody was here' },
] as const;

const api = (path = '') => `${program.address}/api/notes${path}`;
const stored = async (): Promise<NotesAnswer['data']> => JSON.parse(await (await fetch(api())).text()).data;

async function write(notes: readonly object[]): Promise<void> {
  for (const note of notes) {
    const body = JSON.stringify(note);
    await fetch(api(), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
}

beforeEach(async () => {
  const { notes, ahead } = await stored();
  for (const { id } of [...notes, ...ahead]) await fetch(api(`/${id}`), { method: 'DELETE' });
});

const board = (page: Page) => page.locator('[data-part="note-board"]');

async function open(options = {}, query = ''): Promise<Visit> {
  const seen = await visit(browser, `${program.address}/flow${query}`, options);
  await drawn(seen.page);
  await board(seen.page).waitFor();
  return seen;
}

/** The numbers that a figure draws, and where each lies. */
async function marksOf(page: Page, name: string): Promise<{ text: string; left: number; right: number }[]> {
  await figure(page, name).locator('[data-note]').first().waitFor();
  return page.evaluate(`[...document.querySelectorAll('[data-figure="${name}"] [data-note]')].map((mark) => {
    const { left, right } = mark.getBoundingClientRect();
    return { text: mark.dataset.note, left, right };
  })`);
}

describe('Somebody who may edit', () => {
  test('writes a note in a dialog, by keyboard alone, and sees it on every chart at once', async () => {
    const { page, faults, close } = await open();
    const add = board(page).getByRole('button', { name: 'Add a note' });
    await add.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a note' });
    await dialog.getByLabel('What it is about').selectOption('Holiday');
    await dialog.getByLabel('Day, or first day').fill('2025-05-12');
    await dialog.getByLabel('Last day, if it is several').fill('2025-05-18');
    await dialog.getByLabel('What happened').fill('Hardly anybody\nwas here');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await board(page).getByText('Added.').waitFor();
    await board(page).getByText('Holiday: Hardly anybody was here 12 May 2025 to 18 May 2025').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Add a note');
    for (const name of ['cycle-time', 'pickup-time', 'merged-pull-requests', 'scatter']) {
      expect(
        (await marksOf(page, name)).map(({ text }) => text),
        name,
      ).toEqual(['1']);
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('is told what is wrong with it, beside the field, and loses nothing of it', async () => {
    const { page, close } = await open();
    await board(page).getByRole('button', { name: 'Add a note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a note' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').getByText('Choose the day').waitFor();
    const day = dialog.getByLabel('Day, or first day');
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement.id')).toBe(await day.getAttribute('id'));
    await day.fill('2025-05-12');
    await dialog.getByLabel('Last day, if it is several').fill('2025-05-01');
    await dialog.getByLabel('What happened').fill('Hardly anybody was here');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').getByText('The last day, 2025-05-01, lies before the first').waitFor();
    expect(await dialog.getByLabel('What happened').inputValue()).toBe('Hardly anybody was here');
    // Esc closes the dialog, and clears no filter.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await stored()).notes).toEqual([]);
    await close();
  });

  test('puts other words in a note, removes it, and undoes that', async () => {
    await write(several);
    const { page, faults, close } = await open();
    const entry = board(page).getByRole('listitem').filter({ hasText: 'Its commits' });
    await entry.getByRole('button', { name: /^Edit/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit the note' });
    expect(await dialog.getByLabel('Day, or first day').inputValue()).toBe('2025-03-17');
    await dialog.getByLabel('What happened').fill('Its commits are recognised by their trailer');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const changed = board(page).getByRole('listitem').filter({ hasText: 'by their trailer' });
    await changed.getByRole('button', { name: /^Remove/ }).click();
    await changed.waitFor({ state: 'detached' });
    expect((await stored()).notes).toHaveLength(3);
    await board(page).getByRole('button', { name: 'Undo' }).click();
    await changed.waitFor();
    expect((await stored()).notes[2]?.text).toBe('Its commits are recognised by their trailer');
    expect(faults).toEqual([]);
    await close();
  });

  test('reads what lies ahead and elsewhere in words', async () => {
    const [before, after] = [
      { day: '2024-10-07', text: 'Moved' },
      { day: '2025-12-24', text: 'Nobody is here' },
    ];
    await write([...several, { kind: 'other', ...before }, { kind: 'other', ...after }]);
    const { page, close } = await open({}, '?window=12w');
    await board(page).getByText('Ahead, not on the charts yet').waitFor();
    await board(page).getByText('1 more lies outside of these weeks').waitFor();
    expect((await marksOf(page, 'cycle-time')).at(-1)?.text).toMatch(/4$/);
    await close();
  });
});

describe.each([
  { size: 'desktop', viewport: desktop, colorScheme: 'light' },
  { size: 'desktop', viewport: desktop, colorScheme: 'dark' },
  { size: 'phone', viewport: phone, colorScheme: 'light' },
  { size: 'phone', viewport: phone, colorScheme: 'dark' },
] as const)('On a $size in $colorScheme', ({ viewport, colorScheme }) => {
  test('notes near each other keep their numbers apart, and all is readable', async () => {
    await write(several);
    const { page, faults, close } = await open({ viewport, colorScheme });
    for (const name of ['cycle-time', 'review-time', 'merged-pull-requests']) {
      const marks = await marksOf(page, name);
      expect(marks.at(-1)?.text, name).toMatch(/4$/);
      for (const [index, mark] of marks.entries()) {
        expect(mark.right, name).toBeLessThanOrEqual(marks[index + 1]?.left ?? viewport.width);
      }
    }
    const listed = await figure(page, 'cycle-time').locator('[data-part="notes"] li').allTextContents();
    expect(listed).toHaveLength(4);
    expect(listed[0]).toContain('Freeze: Nothing is released during the audit');
    await board(page).getByRole('button', { name: 'Add a note' }).click();
    await page.getByRole('dialog', { name: 'Add a note' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('Notes leave the page', () => {
  test('with the numbers as CSV and as Markdown', async () => {
    await write(several);
    const { page, context, close } = await open();
    await context.grantPermissions(['clipboard-read'], { origin: program.address });
    const shown = figure(page, 'cycle-time');
    await shown.getByRole('button', { name: /^Export/ }).click();
    const href = await shown.locator('[data-part="csv"]').getAttribute('href');
    const lines = (await (await page.request.get(program.address + href)).text()).split('\r\n');
    expect(lines.find((line) => line.startsWith('2025-03-10'))).toContain(
      'Freeze: Nothing is released during the audit (3 Mar 2025 to 16 Mar 2025); Rollout changed: The assistant',
    );
    await shown.getByRole('button', { name: 'Copy as Markdown' }).click();
    await shown.getByText('Copied as Markdown.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      '4 Holiday: Hardly anybody was here (12 May 2025 to 18 May 2025)',
    );
    await close();
  });
});

describe('Somebody who may only read', () => {
  const note: NumberedNote = {
    ...{ id: 1, kind: 'freeze', day: '2026-10-05', until: null, team: null, text: 'No releases' },
    ...{ by: 'person', number: 1, firstWeek: '2026-10-05', lastWeek: '2026-10-05' },
  };

  test('sees the notes and no way to write them', async () => {
    const server = await serveScene({ notes: () => notesAnswer({ notes: [note] }) });
    const { page, close } = await visit(browser, `${server.address}/flow`);
    await board(page).getByText('Freeze: No releases').waitFor();
    expect(await board(page).getByRole('button').count()).toBe(0);
    await close();
    await server.close();
  });

  test('is not told that there are none', async () => {
    const server = await serveScene();
    const { page, close } = await visit(browser, `${server.address}/flow`);
    await drawn(page);
    expect(await board(page).count()).toBe(0);
    await close();
    await server.close();
  });
});
