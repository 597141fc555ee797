import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
import { settled } from '../support/walk/settled.ts';
import { serveScene, type WebServer } from '../support/web-server.ts';

let browser: Browser;
let server: WebServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    startChromium(),
    serveScene({ status: () => ({ ...statusAnswer(), demo: true }) }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path = '/flow', options = {}) {
  const seen = await visit(browser, server.address + path, options);
  await settled(seen.page);
  return seen;
}

/** The pages that are still to come, put beside those that there are. */
const later = `(() => {
  const links = document.querySelector('nav a').parentElement;
  const names = ['Stall check', 'Champions'];
  for (const name of names) {
    const link = links.lastElementChild.cloneNode();
    link.removeAttribute('aria-current');
    link.textContent = name;
    links.prepend(link);
  }
})()`;

const rows = (page: Page) =>
  page.evaluate<number>(
    `new Set([...document.querySelectorAll('header nav :is(a, button)')].filter((part) => part.checkVisibility()).map((part) => Math.round(part.getBoundingClientRect().bottom))).size`,
  );

describe('The bar', () => {
  test.each(['/flow', '/guardrails', '/data'])('shows on a phone that %s is open', async (path) => {
    const { page, close } = await open(path, { viewport: phone });
    const row = await page.locator('nav a').first().locator('..').boundingBox();
    const current = await page.locator('nav a[aria-current]').boundingBox();
    const [from, to] = [row?.x ?? 0, (row?.x ?? 0) + (row?.width ?? 0)];
    expect(current?.x).toBeGreaterThanOrEqual(from - 1);
    expect((current?.x ?? 0) + (current?.width ?? 0)).toBeLessThanOrEqual(to);
    await close();
  });

  test.each([
    { viewport: { width: 1280, height: 900 }, high: 100 },
    { viewport: { width: 1024, height: 768 }, high: 100 },
    { viewport: phone, high: 90 },
    { viewport: { width: 320, height: 640 }, high: 120 },
  ])('has room for the pages still to come: $viewport.width pixels', async ({ viewport, high }) => {
    const { page, close } = await open('/flow', { viewport });
    await page.evaluate(later);
    expect(await rows(page)).toBe(1);
    expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(high);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('navigation').getByRole('link').last().focus();
    expect(await overflow(page)).toBe(0);
    await close();
  });

  test('says which page is open, and leads to the others', async () => {
    const { page, close } = await open('/flow?window=12w');
    const bar = page.getByRole('navigation', { name: 'Pages' });
    expect(await bar.locator('[aria-current="page"]').textContent()).toBe('Flow');
    await bar.getByRole('link', { name: 'Data health' }).click();
    await settled(page);
    expect(page.url()).toBe(`${server.address}/data?window=12w`);
    expect(await bar.locator('[aria-current="page"]').textContent()).toBe('Data health');
    await bar.getByRole('button', { name: 'More' }).click();
    await bar.getByRole('link', { name: 'How we measure' }).click();
    await settled(page);
    expect(await page.locator(':popover-open').count()).toBe(0);
    expect(page.url()).toBe(`${server.address}/measures?window=12w`);
    await close();
  });
});

describe('The theme', () => {
  const ground = (page: Page) =>
    page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
  const light = 'rgb(255, 255, 255)';
  const dark = 'rgb(15, 20, 25)';

  test('is the system’s until another is chosen, and then is kept', async () => {
    const { page, faults, close } = await open('/flow', { colorScheme: 'dark' });
    expect(await ground(page)).toBe(dark);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await ground(page)).toBe(light);
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await settled(page);
    expect(await ground(page)).toBe(light);
    await page.getByRole('button', { name: 'More' }).click();
    expect(await page.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'As the system' }).check();
    expect(await ground(page)).toBe(dark);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('The keys', () => {
  const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

  test('lead to every page, turn charts into tables, and find the first filter', async () => {
    const { page, close } = await open('/flow');
    await page.keyboard.press('t');
    await page.waitForURL('**/flow?show=table');
    await page.keyboard.press('t');
    await page.waitForURL('**/flow');
    await page.keyboard.press('/');
    expect(await page.evaluate<boolean>(`document.activeElement.closest('search') !== null`)).toBe(true);
    await page.keyboard.press('Tab');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL('**/data');
    await close();
  });

  test('are listed on a sheet of their own, which closes and gives the focus back', async () => {
    const { page, close } = await open('/flow?window=12w');
    const copy = page.getByRole('button', { name: 'Copy link' });
    await copy.focus();
    await page.keyboard.press('?');
    await sheet(page).waitFor();
    expect(await sheet(page).getByText('Go to Data health').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/flow?window=12w');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Copy link');
    await close();
  });

  test('are letters where something is typed, and nothing at all once they are switched off', async () => {
    const { page, close } = await open('/flow?from=2026-03-02');
    await page.getByLabel('From', { exact: true }).focus();
    await page.keyboard.press('t');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).search).toBe('?from=2026-03-02');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: /^Keyboard shortcuts/ }).click();
    await sheet(page).getByRole('checkbox', { name: 'Use these keys in this browser' }).uncheck();
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await settled(page);
    for (const key of ['t', '?', 'g', 'd']) await page.keyboard.press(key);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/flow?from=2026-03-02');
    expect(await sheet(page).isVisible()).toBe(false);
    await close();
  });
});

test('On paper there is no bar and no filter, whole figures, and where they come from', async () => {
  const { page, faults, close } = await open('/flow?window=12w', { colorScheme: 'dark', viewport: desktop });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  const foot = page.locator('[data-part="print-foot"]');
  expect(await foot.textContent()).toMatch(
    /^Uptake, http:\/\/127\.0\.0\.1:\d+\/flow\?window=12w\. Data to Sat 21 Nov 2026, 03:12\. Printed \d+ \w{3} 20\d\d\.$/,
  );
  expect(await foot.isVisible()).toBe(true);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('search').isVisible()).toBe(false);
  expect(
    await page
      .getByRole('button', { name: /^Export/ })
      .first()
      .isVisible(),
  ).toBe(false);
  const look = `[getComputedStyle(document.documentElement).backgroundColor,
    ...new Set([...document.querySelectorAll('[data-figure]')].map((one) => getComputedStyle(one).breakInside))]`;
  expect(await page.evaluate<string[]>(look)).toEqual(['rgb(255, 255, 255)', 'avoid']);
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  expect(faults).toEqual([]);
  await close();
});
