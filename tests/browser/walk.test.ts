import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageList } from '../../web/page-list.ts';
import { startChromium } from '../support/chromium.ts';
import { axeFindings, desktop, phone, type Visit, visit } from '../support/visit.ts';
import { figureFaults } from '../support/walk/figure-faults.ts';
import { keyboardFaults } from '../support/walk/keyboard-faults.ts';
import { markFaults } from '../support/walk/mark-faults.ts';
import {
  cutWords,
  emptyRoute,
  lostDrawings,
  movingParts,
  pageFaults,
  titleFault,
} from '../support/walk/page-faults.ts';
import { fullDemo, type WalkServer } from '../support/walk/servers.ts';
import { settled } from '../support/walk/settled.ts';
import { kilobytes, noteTransfers, type Transferred } from '../support/walk/transferred.ts';

let browser: Browser;
let demo: WalkServer;

beforeAll(async () => {
  [browser, demo] = await Promise.all([startChromium(), fullDemo()]);
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

type Look = { readonly viewport: { width: number; height: number }; readonly colorScheme: 'light' | 'dark' };

const looks: readonly Look[] = [
  { viewport: desktop, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'dark' },
  { viewport: phone, colorScheme: 'light' },
  { viewport: phone, colorScheme: 'dark' },
];

/** The page is there by its name, and its name has the focus. */
async function headed(page: Page, { name }: { name: string }): Promise<void> {
  await page.locator('main h1:focus').filter({ hasText: name }).waitFor();
}

describe.each(pageList)('On the full demo, the page $path', (entry) => {
  const open = async (options = {}, search = '') => {
    const seen = await visit(browser, demo.address + entry.path + search, options);
    await settled(seen.page);
    return seen;
  };

  // A look stays open for the tests after it that look at the same, in this order: the last of them leaves it changed.
  const opened = new Map<string, Promise<Visit>>();
  const look = (viewport: Look['viewport'], colorScheme: Look['colorScheme'] = 'light') => {
    const name = `${viewport.width} ${colorScheme}`;
    const seen = opened.get(name) ?? open({ viewport, colorScheme });
    opened.set(name, seen);
    return seen;
  };
  afterAll(async () => {
    for (const seen of opened.values()) await (await seen).close();
  });

  test.each(looks)(
    'holds what it is for and is sound in $colorScheme, $viewport.width pixels wide',
    async ({ viewport, colorScheme }) => {
      const { page, faults } = await look(viewport, colorScheme);
      expect(await emptyRoute(page, entry)).toEqual([]);
      expect(await pageFaults(page, entry)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test('gives with each figure all that it owes, and is titled by its finding', async () => {
    const { page } = await look(desktop);
    expect(await titleFault(page, entry)).toEqual([]);
    expect(await figureFaults(page)).toEqual([]);
    expect(await markFaults(page)).toEqual([]);
  });

  test('shows the same as tables', async () => {
    const { page, faults, close } = await open({}, '?show=table');
    expect(await emptyRoute(page, entry)).toEqual([]);
    expect(await pageFaults(page, entry)).toEqual([]);
    expect(await page.locator('[data-part="drawing"] svg').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test.each([desktop, phone])('is walked through by keyboard, $width pixels wide', async (viewport) => {
    const { page, faults } = await look(viewport);
    expect(await keyboardFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([desktop, { width: 320, height: 640 }])(
    'loses nothing with text of twice the size, $width pixels wide',
    async (viewport) => {
      const { page, faults } = await look(viewport);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      await settled(page);
      expect(await pageFaults(page, entry)).toEqual([]);
      expect(await cutWords(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test('moves nothing for those who asked for that', async () => {
    const { page, close } = await open({ reducedMotion: 'reduce' });
    expect(await movingParts(page)).toEqual([]);
    await close();
  });

  test('keeps its drawings and words in forced colours', async () => {
    const { page, faults, close } = await open({ forcedColors: 'active', colorScheme: 'dark' });
    expect(await lostDrawings(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('keeps the question on the way to every other page, and Back returns to it', async () => {
    const { page, faults, close } = await open({}, '?window=26w&hours=working');
    // The next page is drawn whole; the others are left as soon as they can be read.
    const at = pageList.findIndex(({ path }) => path === entry.path);
    const [next, ...others] = [...pageList.slice(at + 1), ...pageList.slice(0, at)];
    for (const other of [next, ...others].filter((one) => one !== undefined)) {
      await page.keyboard.press('g');
      await page.keyboard.press(other.key);
      await page.waitForURL((url) => url.pathname === other.path);
      await headed(page, other);
      if (other === next) await settled(page);
      expect(new URL(page.url()).search).toBe('?window=26w&hours=working');
      expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
      await page.goBack();
      await page.waitForURL((url) => url.pathname === entry.path);
      await headed(page, entry);
    }
    await settled(page);
    expect(new URL(page.url()).search).toBe('?window=26w&hours=working');
    expect(faults).toEqual([]);
    await close();
  });
});

/** Opens a page and notes all that it takes until it is settled. */
async function takes(path: string): Promise<Transferred[]> {
  let soFar = async (): Promise<Transferred[]> => [];
  const { page, close } = await visit(browser, demo.address + path, {}, async (page) => {
    soFar = noteTransfers(page);
  });
  await settled(page);
  const all = await soFar();
  await close();
  return all;
}

/**
 * Opens a page without some of its scripts and tells which others it asks for before a number can be seen in it. What it asks for
 * after that may have come as soon, and is told apart by the page's own clock.
 */
async function neededFor(
  selector: string,
  path: string,
  withheld: readonly string[],
): Promise<Transferred[]> {
  let soFar = async (): Promise<Transferred[]> => [];
  const { page, close } = await visit(browser, demo.address + path, {}, async (page) => {
    soFar = noteTransfers(page);
    await page.addInitScript({ content: markFirst(selector) });
    await page.route(
      ({ pathname }) => withheld.includes(pathname),
      () => undefined,
    );
  });
  await page.locator(selector).first().waitFor();
  const asked = await page.evaluate<string[]>(ASKED_BEFORE);
  const all = await soFar();
  await close();
  return all.filter((one) => asked.includes(one.path));
}

/** Runs in the page: notes when there is first something that the selector names. */
const markFirst = (selector: string) => `new MutationObserver((_, observer) => {
  if (document.querySelector(${JSON.stringify(selector)}) === null) return;
  performance.mark('first');
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** Runs in the page: the paths of all that it had asked for by then. */
const ASKED_BEFORE = `performance.getEntriesByType('resource')
  .filter(({ startTime }) => startTime <= performance.getEntriesByName('first')[0].startTime)
  .map(({ name }) => new URL(name).pathname)`;

/** What is asked for once, and kept for whoever asks again. */
function kept<Found>(ask: () => Promise<Found>): () => Promise<Found> {
  let found: Promise<Found> | undefined;
  return () => {
    found ??= ask();
    return found;
  };
}

const scripts = (all: readonly Transferred[]) => all.filter(({ kind }) => kind === 'script');
const charts = (all: readonly Transferred[]) => all.filter(({ draws }) => draws);
const firstNumber = {
  figures: '[data-part="n"]',
  rows: 'main [data-rows] :is(li, tbody tr)',
  entries: 'main :is(section, article) h2',
};

describe.each(pageList)('The budget of the page $path', ({ path, holds }) => {
  const usual = kept(() => takes(path));

  test('is 110 KB of script until the first number, without the charts; those are 125 KB at most', async () => {
    const whole = await usual();
    const drawing = charts(whole);
    const withheld = drawing.map((one) => one.path);
    const needed = await neededFor(firstNumber[holds], path, withheld);
    expect(scripts(needed)).not.toEqual([]);
    expect(charts(needed)).toEqual([]);
    expect(kilobytes(scripts(needed), 'sent')).toBeLessThan(110);
    expect(kilobytes(scripts(needed), 'gzip')).toBeLessThan(110);
    expect(kilobytes(drawing, 'gzip')).toBeLessThan(125);
    expect(drawing.length > 0).toBe(holds === 'figures');
  });

  test.each(['', '?window=all', '?window=all&stat=p85&hours=working'])(
    'is 50 KB an answer, under the question "%s"',
    async (question) => {
      const taken = question === '' ? await usual() : await takes(path + question);
      const answers = taken.filter(({ kind }) => kind === 'answer');
      expect(answers.length).toBeGreaterThan(0);
      expect(answers.filter(({ sent }) => sent > 50 * 1024)).toEqual([]);
    },
  );
});
