import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageList } from '../../web/page-list.ts';
import { startChromium } from '../support/chromium.ts';
import { axeFindings, desktop, phone, visit } from '../support/visit.ts';
import { cutWords, pageFaults } from '../support/walk/page-faults.ts';
import { databaseAway, emptyDatabase, failedImport, type WalkServer } from '../support/walk/servers.ts';
import { settled } from '../support/walk/settled.ts';

let browser: Browser;
let empty: WalkServer;
let failed: WalkServer;
let broken: WalkServer;

beforeAll(async () => {
  browser = await startChromium();
  [empty, failed, broken] = await Promise.all([emptyDatabase(), failedImport(), databaseAway()]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([empty, failed, broken].map((server) => server.close()));
});

const looks = [
  { viewport: desktop, colorScheme: 'light' },
  { viewport: phone, colorScheme: 'dark' },
] as const;

/** What the browser itself says of an answer that is an error. */
const refused = /Failed to load resource/;

/** What leads to data on the pages that want something else than an import: definitions, and teams. */
const comesBy: Partial<Record<string, string>> = {
  '/measures': 'What does each number count, and how?',
  '/settings': 'npm run uptake -- teams import',
};

const words = (page: Page) => page.getByRole('main').innerText();

describe.each(pageList)('The page $path', (entry) => {
  const sound = async (page: Page) => {
    expect(await pageFaults(page, entry)).toEqual([]);
    expect(await cutWords(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  };

  test.each(looks)('on an empty database says how data come here, in $colorScheme', async (look) => {
    const { page, faults, close } = await visit(browser, empty.address + entry.path, look);
    await settled(page);
    await sound(page);
    expect(await words(page)).toContain(comesBy[entry.path] ?? 'npm run uptake -- ingest');
    expect(faults).toEqual([]);
    await close();
  });

  test.each(looks)(
    'says that the last import failed, and keeps what there is, in $colorScheme',
    async (look) => {
      const { page, faults, close } = await visit(browser, failed.address + entry.path, look);
      await settled(page);
      await sound(page);
      expect(await words(page)).toMatch(/There is no folder/);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test.each(looks)('says in words that every answer is an error, in $colorScheme', async (look) => {
    const json = { error: { code: 'internal', message: 'Something went wrong here.' } };
    const { page, faults, close } = await visit(browser, failed.address + entry.path, look, async (page) => {
      await page.route('**/api/**', (route) => route.fulfill({ status: 500, json }));
    });
    await page.getByRole('main').getByRole('button', { name: /again/i }).first().waitFor();
    await sound(page);
    expect(faults.filter((fault) => !refused.test(fault))).toEqual([]);
    await close();
  });

  test('says so when its script cannot be had any more, and is there when it can', async () => {
    const { page, close } = await visit(browser, `${failed.address}/nowhere`);
    await page.locator('main h1').waitFor();
    await page.route('**/assets/**', (route) => route.abort());
    await page.keyboard.press('g');
    await page.keyboard.press(entry.key);
    const heading = page.getByRole('main').getByRole('heading', { level: 1 });
    const lost = heading.filter({ hasText: 'This page could not be loaded.' });
    await lost.or(heading.filter({ hasText: entry.name })).waitFor();
    await page.locator('[data-coming]').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/assets/**');
    if ((await lost.count()) > 0) await page.getByRole('button', { name: 'Load again' }).click();
    await heading.filter({ hasText: entry.name }).waitFor();
    await settled(page);
    await close();
  });

  test('on a database whose file is gone shows what it holds, or says that it cannot', async () => {
    const { page, faults, close } = await visit(browser, broken.address + entry.path);
    await page.locator('main h1').waitFor();
    await sound(page);
    expect(faults.filter((fault) => !refused.test(fault))).toEqual([]);
    await close();
  });

  test.each(looks)('while its answers are on their way says so, in $colorScheme', async (look) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, faults, close } = await visit(browser, failed.address + entry.path, look, async (page) => {
      await page.route('**/api/**', async (route) => {
        await held;
        await route.continue();
      });
    });
    await page.locator('main [aria-busy="true"]').first().waitFor();
    await sound(page);
    release();
    await settled(page);
    await sound(page);
    expect(faults).toEqual([]);
    await close();
  });
});
