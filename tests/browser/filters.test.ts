import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
import { drawn, visit } from '../support/visit.ts';
import { type Served, served } from './served.ts';

let browser: Browser;
let program: Served;

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), served()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

async function open(path: string) {
  const seen = await visit(browser, program.address + path);
  await drawn(seen.page);
  const query = () => new URL(seen.page.url()).search;
  const weeks = () => figure(seen.page, 'cycle-time').locator('tbody tr').count();
  return { ...seen, query, weeks };
}

describe('The filters', () => {
  test('write the question into the address, and Back undoes each step', async () => {
    const { page, query, weeks, close } = await open('/flow');
    expect(await weeks()).toBe(53);
    await page.getByLabel('Window').selectOption('12 weeks');
    await drawn(page);
    await expect.poll(weeks).toBe(13);
    expect(query()).toBe('?window=12w');
    await page.getByLabel('Statistic').selectOption('75th percentile');
    await drawn(page);
    expect(query()).toBe('?window=12w&stat=p75');
    await page.getByRole('radio', { name: 'Table' }).check();
    expect(query()).toBe('?window=12w&stat=p75&show=table');
    await page.goBack();
    await page.goBack();
    await drawn(page);
    await expect.poll(weeks).toBe(13);
    expect(query()).toBe('?window=12w');
    await page.goBack();
    await drawn(page);
    await expect.poll(weeks).toBe(53);
    expect(query()).toBe('');
    expect(await page.getByLabel('Window').inputValue()).toBe('52w');
    await page.goForward();
    await drawn(page);
    await expect.poll(weeks).toBe(13);
    expect(query()).toBe('?window=12w');
    await close();
  });

  test('leave a default out of the address', async () => {
    const { page, query, close } = await open('/flow?window=12w');
    await page.getByLabel('Window').selectOption('52 weeks');
    expect(query()).toBe('');
    await close();
  });

  test('show what is on as chips, each of which takes its filter off', async () => {
    const { page, query, close } = await open('/flow?window=26w&stat=p85&by=merge');
    const chips = page.getByRole('list', { name: 'Filters that are on' }).getByRole('button');
    const words = [
      'Remove filter: Last 26 weeks',
      'Remove filter: 85th percentile',
      'Remove filter: By week of merge',
    ];
    expect((await chips.allTextContents()).slice(0, 3)).toEqual(words);
    await page.getByRole('button', { name: 'Remove filter: 85th percentile' }).click();
    expect(query()).toBe('?window=26w&by=merge');
    await page.getByRole('button', { name: /^Clear all/ }).click();
    expect(query()).toBe('');
    expect(await chips.count()).toBe(0);
    await close();
  });

  test('are all cleared by Esc, and the figures stay tables', async () => {
    const { page, query, close } = await open('/flow?window=26w&show=table');
    await page.keyboard.press('Escape');
    expect(query()).toBe('?show=table');
    await close();
  });

  test('leave Esc to an open menu first', async () => {
    const { page, query, close } = await open('/flow?window=26w');
    await page
      .getByRole('button', { name: /^Export/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    expect(await page.getByText('Numbers as CSV').first().isVisible()).toBe(false);
    expect(query()).toBe('?window=26w');
    await page.keyboard.press('Escape');
    expect(query()).toBe('');
    await close();
  });

  test('narrow the figures to one repository', async () => {
    const { page, query, close } = await open('/flow');
    const [, name = ''] = await page
      .getByRole('combobox', { name: 'Repository' })
      .locator('option')
      .allTextContents();
    await page.getByRole('combobox', { name: 'Repository' }).selectOption({ index: 1 });
    await drawn(page);
    expect(query()).toMatch(/^\?repo=./);
    expect(await page.getByRole('button', { name: `Remove filter: ${name}` }).isVisible()).toBe(true);
    await page.reload();
    await drawn(page);
    expect(
      await page.getByRole('combobox', { name: 'Repository' }).locator('option:checked').textContent(),
    ).toBe(name);
    await close();
  });

  test('put the whole address on the clipboard', async () => {
    const { page, context, close } = await open('/flow?window=12w&show=table');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await context.grantPermissions(['clipboard-read'], { origin: program.address });
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(page.url());
    await close();
  });
});

describe('A link with a filter that is not known', () => {
  test.each([
    ['?window=9w', 'This link has a filter we do not know: window=9w.', ''],
    ['?stat=p85&team=payments', 'This link has a filter we do not know: team=payments.', '?stat=p85'],
    ['?repo=git:/nowhere', 'This link has a filter we do not know: repo=git:/nowhere.', ''],
    ['?window=9w&show=cake', 'This link has filters we do not know: window=9w and show=cake.', ''],
  ])('%s is said so, and the figures are shown without', async (link, words, kept) => {
    const { page, query, faults, close } = await open(`/flow${link}`);
    const banner = page.getByRole('status').filter({ hasText: 'This link has' });
    expect(await banner.textContent()).toContain(words);
    expect(await page.locator('[data-figure]').count()).toBeGreaterThanOrEqual(10);
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    expect(await banner.count()).toBe(0);
    expect(query()).toBe(kept);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('A page', () => {
  const asked = '?window=26w&stat=p85&hours=working';

  test.each(['/', '/impact'])('offers and names no filter that it does not answer: %s', async (path) => {
    const { page, faults, close } = await visit(browser, program.address + path + asked);
    await page.locator('main h1').waitFor();
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    const bar = page.getByRole('search');
    for (const name of ['Window', 'Statistic', 'Hours', 'Repository']) {
      expect(await bar.getByRole('combobox', { name }).count(), name).toBe(0);
    }
    expect(await bar.getByRole('button', { name: /^Remove filter/ }).count()).toBe(0);
    expect(new URL(page.url()).search).toBe(asked);
    expect(faults).toEqual([]);
    await close();
  });

  test.each(['/adoption', '/guardrails'])('about marks does not narrow by them: %s', async (path) => {
    const { page, faults, close } = await visit(browser, `${program.address}${path}${asked}&ai=marked`);
    await drawn(page);
    const bar = page.getByRole('search');
    expect(await bar.getByRole('combobox', { name: 'Window' }).inputValue()).toBe('26w');
    expect(await bar.getByRole('combobox', { name: 'AI' }).count()).toBe(0);
    expect(await bar.getByRole('button', { name: /^Remove filter/ }).allTextContents()).toEqual([
      'Remove filter: Last 26 weeks',
    ]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('An address', () => {
  test('without a page opens the verdict and keeps its question on the way to Flow', async () => {
    const { page, faults, close } = await visit(browser, `${program.address}/?window=12w`);
    await page.getByRole('heading', { name: /^Verdict/ }).waitFor();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Flow' }).click();
    await drawn(page);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe('/flow?window=12w');
    expect(faults).toEqual([]);
    await close();
  });

  test('of no page is said to be none, with the way to those that exist', async () => {
    const { page, faults, close } = await visit(browser, `${program.address}/nowhere`);
    await page.getByRole('heading', { name: 'There is no page at this address.' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Flow' }).click();
    await drawn(page);
    expect(new URL(page.url()).pathname).toBe('/flow');
    expect(faults).toEqual([]);
    await close();
  });
});
