import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageList } from '../../web/page-list.ts';
import { startChromium } from '../support/chromium.ts';
import { figure, figuresOf } from '../support/seen-figure.ts';
import { drawn, phone, visit } from '../support/visit.ts';
import { pagesWithFigures, type Served, served } from './served.ts';

let browser: Browser;
let program: Served;

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), served()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

type Stop = { name: string; x: number; y: number; marked: boolean; covered: boolean };

/** Where the focus is, what it is called, whether that shows, and whether something lies over it. */
const stop = `(() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  // A date is filled in part by part: the field stays the same.
  if (at === window.before) return 'same';
  window.before = at;
  const seen = [at, at.nextElementSibling, at.parentElement, at.closest('.recharts-wrapper')];
  const box = at.getBoundingClientRect();
  const over = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 12));
  return {
    name: at.closest('svg')?.querySelector('title')?.textContent ?? at.labels?.[0]?.querySelector('span')?.textContent ?? at.getAttribute('aria-label') ?? at.textContent,
    x: Math.round(box.x + scrollX),
    y: Math.round(box.y + scrollY),
    marked: seen.some((part) => part && getComputedStyle(part).outlineStyle === 'solid'),
    covered: over !== null && !at.contains(over) && !over.contains(at) && !at.closest('label, .recharts-wrapper')?.contains(over),
  };
})()`;

async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Stop | 'same' | null>(stop);
    if (at === null) break;
    if (at !== 'same') stops.push(at);
  }
  return stops;
}

describe.each(pagesWithFigures)('With the keyboard alone, the page %s', (path) => {
  test('is walked through in the order in which it is read', async () => {
    const { page, close } = await visit(browser, `${program.address}${path}?window=12w`);
    await drawn(page);
    const names = (await tabThrough(page)).map(({ name }) => name);
    const findings = await page.locator('[data-figure] h2').allTextContents();
    const owed = findings.map((finding) => `Export: ${finding}`);
    const pages = pageList.filter(({ place }) => place === 'bar').map(({ name }) => name);
    const bar = ['Skip to the page', 'Uptake', ...pages, 'More'];
    expect(names.slice(0, bar.length)).toEqual(bar);
    const filters = [
      'Repository',
      'Window',
      'AI',
      'Statistic',
      'By week of',
      'Hours',
      'Remove filter: Last 12 weeks',
      'Clear all Esc',
      'Chart',
      'Copy link',
    ];
    const first = names.indexOf('Repository');
    expect(names.slice(first, first + filters.length)).toEqual(filters);
    expect(names.filter((name) => name.startsWith('Export: '))).toEqual(owed);
    await close();
  });

  test.each([{}, { viewport: phone }])(
    'shows where the focus is, and nothing hides it (%o)',
    async (options) => {
      const { page, close } = await visit(browser, `${program.address}${path}?window=12w`, options);
      await drawn(page);
      await page.evaluate(`for (const note of document.querySelectorAll('details')) note.open = true`);
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(20);
      expect(stops.filter(({ marked }) => !marked)).toEqual([]);
      expect(stops.filter(({ covered }) => covered)).toEqual([]);
      await close();
    },
  );

  test('reads its charts week by week, and Esc puts the reading away before it clears a filter', async () => {
    const { page, close } = await visit(browser, `${program.address}${path}?window=12w`);
    await drawn(page);
    const [seen] = await figuresOf(page);
    if (seen === undefined) throw new Error('no figure');
    const weeks = seen.rows.map(([week = '']) => week.replace(' (running)', '')).toReversed();
    const chart = figure(page, seen.name).locator('[data-part="drawing"]');
    await chart.locator('svg').first().focus();
    const said = chart.getByRole('status');
    await page.keyboard.press('ArrowRight');
    for (const week of weeks.slice(1)) {
      await said.getByText(`Week of ${week}`).waitFor();
      await page.keyboard.press('ArrowRight');
    }
    expect(await said.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('?window=12w');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).search).toBe('');
    await close();
  });

  test('saves and copies from the menu of a figure', async () => {
    const { page, close } = await visit(browser, program.address + path);
    await drawn(page);
    const shown = page.locator('[data-figure]').first();
    await shown.getByRole('button', { name: /^Export/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toMatch(/^Export/);
    await close();
  });

  test('skips to its content', async () => {
    const { page, close } = await visit(browser, program.address + path);
    await drawn(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
    await close();
  });
});
