import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { visit } from '../support/visit.ts';
import { type Served, servedDemo } from './served.ts';

let browser: Browser;
let program: Served;

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), servedDemo()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

const parts = ['One by one', 'Delivery', 'Teams', 'Issues', 'AI in the work'];

/** Runs in the page: whether anything of a part is seen. */
const seen = `(id) => document.querySelector('section:has(#' + id + ') figure').checkVisibility({ visibilityProperty: true })`;

test('The lower parts of Flow rest under what they find, until a reader opens them', async () => {
  const { page, faults, close } = await visit(browser, `${program.address}/flow`);
  const openers = page.locator('[data-rests="true"] h2 button');
  await openers.nth(4).waitFor();
  expect(await openers.allTextContents()).toEqual(parts);
  expect(await page.locator('[data-rests="true"] h2 button[aria-expanded="false"]').count()).toBe(
    parts.length,
  );
  const delivery = page.getByRole('region', { name: 'Delivery', exact: true });
  await delivery
    .getByText(/^A repository deployed [\d.]+ times a week/)
    .first()
    .waitFor();
  await delivery.locator('figure').first().waitFor({ state: 'attached' });
  expect(await page.evaluate<boolean>(`(${seen})('delivery')`)).toBe(false);
  await page.getByRole('button', { name: 'Delivery', exact: true }).press('Enter');
  await delivery.locator('figure svg').first().waitFor();
  expect(await page.evaluate<boolean>(`(${seen})('delivery')`)).toBe(true);
  await page.getByRole('button', { name: 'Delivery', exact: true }).click();
  expect(await page.evaluate<boolean>(`(${seen})('delivery')`)).toBe(false);
  expect(faults).toEqual([]);
  await close();
});

test('A part is opened by its address, also by that of the index while the page is open', async () => {
  const { page, faults, close } = await visit(browser, `${program.address}/flow#teams`);
  const [teams, issues] = ['Teams', 'Issues'].map((name) => page.getByRole('button', { name, exact: true }));
  await page.locator('#teams[aria-expanded="true"]').waitFor();
  expect(await issues?.getAttribute('aria-expanded')).toBe('false');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Issues' }).click();
  await page.locator('#issues[aria-expanded="true"]').waitFor();
  expect(await teams?.getAttribute('aria-expanded')).toBe('true');
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('issues');
  expect(faults).toEqual([]);
  await close();
});

test('On paper every part is there with its drawings', async () => {
  const { page, close } = await visit(browser, `${program.address}/flow`);
  await page.locator('[data-figure="issue-way"] [data-lane] a').first().waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  for (const id of ['one-by-one', 'delivery', 'teams', 'issues', 'ai']) {
    await page.locator(`section:has(#${id}) figure svg`).first().waitFor();
    expect(await page.evaluate<boolean>(`(${seen})('${id}')`)).toBe(true);
  }
  await close();
});
