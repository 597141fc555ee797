import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { fillStore, onForge } from '../support/filled-store.ts';
import { type Started, spawnUptake, uptake } from '../support/program.ts';
import { figure } from '../support/seen-figure.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';

let browser: Browser;
let folder: { folder: string; remove: () => void };
let server: Started;
let address = '';

/** Serves the folder as it is now, in a process of its own. */
async function serve(): Promise<void> {
  server = spawnUptake(['serve', '--port', '0', '--data', folder.folder]);
  [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
}

async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  server.child.kill(signal);
  await server.ended;
}

beforeAll(async () => {
  folder = lentFolder();
  await fillStore(folder.folder, [onForge('shop', 'releases')], 40);
  [browser] = await Promise.all([startChromium(), serve()]);
});

afterAll(async () => {
  await browser.close();
  await stop();
  folder.remove();
});

/** All that the figures of a page say: their words, what they rest on, and their tables. */
async function numbersOf(page: Page): Promise<string[][]> {
  return page.evaluate<string[][]>(`[...document.querySelectorAll('[data-figure]')].map((figure) =>
    [...figure.querySelectorAll('h2, [data-part="n"], [data-part="coverage"], td, th')].map((part) => part.textContent).sort())`);
}

async function wordsOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ').trim();
}

/** Shares the page in view; returns the path and query of the link. */
async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('dialog', { name: 'Share' }).getByLabel('Link to these numbers');
  await link.waitFor();
  return (await link.inputValue()).slice(address.length);
}

/** Opens a path on the server of now, noting which calls of the API it makes. */
async function open(path: string, options = {}) {
  const asked: string[] = [];
  const seen = await visit(browser, 'about:blank', options);
  await seen.context.grantPermissions(['clipboard-read'], { origin: address });
  seen.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname + search);
  });
  const faults: string[] = [];
  seen.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  seen.page.on('pageerror', (error) => faults.push(error.message));
  await seen.page.goto(address + path);
  return { ...seen, asked, faults };
}

describe('A page that somebody shares', () => {
  let link = '';
  let before: string[][] = [];

  test('gets a link that says what it holds, and the same one when it is shared again', async () => {
    const { page, faults, close } = await open('/flow?window=26w');
    await drawn(page);
    before = await numbersOf(page);
    expect(before.length).toBeGreaterThan(10);
    link = await share(page);
    expect(link).toMatch(/^\/flow\?window=26w&asof=[\w-]{24}$/);
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByText('It holds this page as of Wed 4 Jun 2025, 00:00').waitFor();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address + link);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await share(page)).toBe(link);
    expect(faults).toEqual([]);
    await close();
  });

  test('shows the same numbers after an import, a rebuild, a kill and a restart, and asks for none anew', async () => {
    await fillStore(folder.folder, [onForge('till', null)], 44);
    expect((await uptake(['rebuild', '--data', folder.folder])).code).toBe(0);
    await stop('SIGKILL');
    await serve();
    const today = await open('/flow?window=26w');
    await drawn(today.page);
    expect(await numbersOf(today.page)).not.toEqual(before);
    await today.close();

    const { page, asked, faults, close } = await open(link);
    await drawn(page);
    await page.getByText('As of Wed 4 Jun 2025, 00:00: the numbers of that day,').waitFor();
    expect(await numbersOf(page)).toEqual(before);
    expect(asked).toEqual([expect.stringMatching(/^\/api\/shares\/[\w-]{24}$/)]);
    expect(await page.getByRole('button', { name: 'Share' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Add a note' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('leaves as Markdown, CSV and picture that say the moment', async () => {
    const { page, asked, close } = await open(link);
    await drawn(page);
    const shown = figure(page, 'cycle-time');
    await shown.getByRole('button', { name: /^Export/ }).click();
    await shown.getByRole('button', { name: 'Copy as Markdown' }).click();
    await shown.getByText('Copied as Markdown.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('As of Wed 4 Jun 2025, 00:00, shared on');
    expect(copied).toContain(`[Open in Uptake](${address}${link})`);
    const save = async (part: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), shown.locator(part).click()]);
      return readFileSync(await download.path());
    };
    const lines = (await save('[data-part="csv"]')).toString().trimEnd().split('\r\n');
    const id = new URL(address + link).searchParams.get('asof');
    expect(lines[0]).toMatch(/^week,.*,asof$/);
    expect(lines.slice(1).every((line) => line.endsWith(`,${id}`))).toBe(true);
    expect(lines.at(-1)).toMatch(/^2025-06-02,/);
    const picture = await save('button:has-text("Picture as PNG")');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(asked.every((call) => call.startsWith('/api/shares/'))).toBe(true);
    await close();
  });

  test('is shown as tables too, leads to today’s numbers with any other filter, and Back undoes that', async () => {
    const { page, close } = await open(link);
    await drawn(page);
    await page.getByRole('radio', { name: 'Table' }).check({ force: true });
    await page.waitForURL(/show=table/);
    expect(new URL(page.url()).searchParams.has('asof')).toBe(true);
    await expect.poll(() => numbersOf(page)).toEqual(before);
    const line = page.locator('[data-part="as-of"]');
    await page.getByLabel('Window').first().selectOption('52w');
    await line.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?show=table');
    await page.goBack();
    await line.waitFor();
    await expect.poll(() => numbersOf(page)).toEqual(before);
    await line.getByRole('link', { name: 'Show today’s' }).click();
    await line.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?window=26w&show=table');
    await drawn(page);
    expect(await numbersOf(page)).not.toEqual(before);
    await close();
  });

  test('shows its own question, whatever has become of the link', async () => {
    const id = new URL(address + link).searchParams.get('asof');
    for (const path of [`/?asof=${id}`, `/flow?window=all&team=x&asof=${id}`, `/data?asof=${id}`]) {
      const { page, close } = await open(path);
      await drawn(page);
      expect(new URL(page.url()).pathname + new URL(page.url()).search, path).toBe(link);
      expect(await numbersOf(page), path).toEqual(before);
      await close();
    }
  });

  test.each([
    { viewport: desktop, colorScheme: 'light' as const },
    { viewport: phone, colorScheme: 'dark' as const },
  ])('is fit for everybody in $colorScheme', async (options) => {
    const { page, close } = await open(link, options);
    await drawn(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await close();
  });

  test('is gone once it is deleted, and says so', async () => {
    const id = new URL(address + link).searchParams.get('asof');
    await fetch(`${address}/api/shares/${id}`, { method: 'DELETE' });
    const { page, close } = await open(link);
    await page.getByRole('heading', { name: 'There is nothing under this link.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show today’s numbers for the same question' }).click();
    await drawn(page);
    expect(new URL(page.url()).search).toBe('?window=26w');
    await close();
  });
});

test('What has been shared is listed under Data health, and can be taken back there', async () => {
  const sharing = await open('/flow?window=104w');
  await drawn(sharing.page);
  const link = await share(sharing.page);
  await sharing.close();
  const { page, faults, close } = await open('/data');
  const entry = page.locator('[data-entry="shared"]', { has: page.locator(`a[href="${link}"]`) });
  await entry.waitFor();
  expect((await entry.innerText()).replace(/\s+/g, ' ')).toMatch(/ · Flow Last 104 weeks As of .* Take back/);
  await entry.getByRole('button', { name: 'Take back' }).click();
  await entry.getByRole('button', { name: 'Keep it' }).click();
  await entry.getByRole('button', { name: 'Take back' }).click();
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await entry.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Its link opens nothing now.').waitFor();
  await entry.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await page.goto(address + link);
  await page.getByRole('heading', { name: 'There is nothing under this link.' }).waitFor();
  await close();
});

describe.each(['/items', '/data', '/measures'])('The page %s', (path) => {
  test('opens from what was kept of it', async () => {
    const live = await open(path);
    await live.page.locator('h1').waitFor();
    for (const still of ['[data-skeleton]', '[aria-busy="true"]']) {
      await live.page.locator(still).first().waitFor({ state: 'detached' });
    }
    const text = await wordsOf(live.page);
    const link = await share(live.page);
    await live.close();
    const { page, asked, faults, close } = await open(link);
    await page.locator('[data-part="as-of"]').waitFor();
    // It was shared already, so that this is not offered; and what else was shared is no part of it.
    const kept = text.replace('Copy link Share ', 'Copy link ').replace(/ What has been shared .*$/, '');
    await expect.poll(() => wordsOf(page), { timeout: 30_000 }).toBe(kept);
    expect(asked).toEqual([expect.stringMatching(/^\/api\/shares\//)]);
    expect(faults).toEqual([]);
    await close();
  });
});
