import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemsAnswer, SeriesAnswer } from '../../server/contract/index.ts';
import { itemsHref } from '../../web/filters/items-address.ts';
import { startChromium } from '../support/chromium.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
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

async function asked<Answer>(path: string): Promise<Answer> {
  return JSON.parse(await (await fetch(program.address + path)).text());
}

/** The list is answered, and is that of the address. */
async function listed(page: Page): Promise<void> {
  await page.locator('[data-rows="items"], h2:has-text("Nothing in this list.")').first().waitFor();
  await page.locator('[data-skeleton]').first().waitFor({ state: 'detached' });
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function open(path: string, options = {}) {
  const seen = await visit(browser, program.address + path, options);
  await listed(seen.page);
  const query = () => Object.fromEntries(new URL(seen.page.url()).searchParams);
  const finding = () => seen.page.locator('h2').first().textContent();
  const titles = () =>
    seen.page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-item]')].map((row) => row.dataset.item)`,
    );
  return { ...seen, query, finding, titles };
}

describe('The list of items', () => {
  test('is turned page by page; each page has an address, and Back turns it back', async () => {
    const { page, query, titles, faults, close } = await open('/items?window=26w');
    const first = await titles();
    const shown = page.locator('[data-part="shown"]');
    expect(await shown.textContent()).toMatch(/^1 to 40 of [\d,]+$/);
    await page.getByRole('link', { name: 'Next' }).click();
    await expect.poll(() => shown.textContent()).toMatch(/^41 to 80 of/);
    const second = await titles();
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    expect(query()).toMatchObject({ window: '26w', cursor: expect.any(String) });
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H2');
    await page.getByRole('link', { name: 'Previous' }).click();
    await expect.poll(() => shown.textContent()).toMatch(/^1 to 40 of/);
    expect(await titles()).toEqual(first);
    await page.goBack();
    await expect.poll(() => shown.textContent()).toMatch(/^41 to 80 of/);
    await page.reload();
    await listed(page);
    expect(await titles()).toEqual(second);
    expect(faults).toEqual([]);
    await close();
  });

  test('is sorted by the heads of its columns, which say so', async () => {
    const { page, query, titles, close } = await open('/items');
    const head = page.getByRole('columnheader', { name: 'Lines' });
    expect(await head.getAttribute('aria-sort')).toBe('none');
    expect(await page.getByRole('columnheader', { name: 'Opened' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(query).toEqual({ sort: 'lines', order: 'desc' });
    await listed(page);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const largest = await titles();
    await head.getByRole('button').click();
    await expect.poll(query).toEqual({ sort: 'lines', order: 'asc' });
    await listed(page);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await titles()).not.toEqual(largest);
    await page.goBack();
    await listed(page);
    await expect.poll(titles).toEqual(largest);
    await close();
  });

  test('behind a point has as many as its n, and the measure it is of in bold', async () => {
    const series = await asked<SeriesAnswer>('/api/series/pickup-time?window=26w');
    const point = series.data.points.findLast(({ n, running }) => n > 5 && !running);
    const href = itemsHref({ window: '26w' }, { measure: 'pickup-time', week: point?.week ?? '' });
    const { page, finding, faults, close } = await open(href);
    expect(await finding()).toContain(`${point?.n} pull requests count in pickup time in the week of`);
    expect(await page.title()).toContain('count in pickup time');
    expect(await page.getByRole('columnheader', { name: 'Pickup' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.getByRole('button', { name: 'Remove filter: Week of' }).click();
    await expect.poll(finding).toContain('count in pickup time since');
    expect(faults).toEqual([]);
    await close();
  });

  test('says of each why it counts; by keyboard too, and Esc closes it before it clears a filter', async () => {
    const { page, query, faults, close } = await open('/items?measure=cycle-time&window=12w');
    const row = page.locator('[data-item]').first();
    const opener = row.getByRole('button', { name: /^Why is this counted or left out/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Why it is counted or left out' });
    await panel.getByText('Counts in cycle time, week of').waitFor();
    const measures = panel.getByRole('listitem').filter({ hasText: /Counts in|Does not count|Left out/ });
    expect(await measures.first().textContent()).toContain('Counts in cycle time');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(
      await opener.textContent(),
    );
    expect(query()).toEqual({ measure: 'cycle-time', window: '12w' });
    await page.keyboard.press('Escape');
    await expect.poll(query).toEqual({});
    expect(faults).toEqual([]);
    await close();
  });

  test('is searched by words of the title, and narrowed to a state', async () => {
    const { page, query, finding, titles, close } = await open('/items?window=26w');
    const field = page.getByRole('searchbox', { name: 'Title contains' });
    await field.fill('revert');
    await field.press('Enter');
    await expect.poll(query).toEqual({ window: '26w', q: 'revert' });
    await expect.poll(finding).toContain('with “revert” in the title');
    await page.getByLabel('State').selectOption('Merged');
    await expect.poll(finding).toContain('merged since');
    const { data } = await asked<ItemsAnswer>('/api/items?window=26w&q=revert&state=merged');
    await expect.poll(titles).toEqual(data.items.map(({ id }) => id));
    await field.focus();
    await page.keyboard.press('Escape');
    expect(query()).toMatchObject({ window: '26w', state: 'merged' });
    await field.fill('no title has this');
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Nothing in this list.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Search no more' }).click();
    await expect.poll(query).toEqual({ window: '26w', state: 'merged' });
    await close();
  });

  test('leaves as a file with all that is selected', async () => {
    const { page, close } = await open('/items?measure=batch-size&window=12w&sort=lines');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'All as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('uptake-items-batch-size.csv');
    const stream = await download.createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    const { data } = await asked<ItemsAnswer>('/api/items?measure=batch-size&window=12w');
    expect(text.trimEnd().split('\r\n')).toHaveLength(data.count + 1);
    await close();
  });

  test.each([
    { viewport: desktop, colorScheme: 'light' as const },
    { viewport: desktop, colorScheme: 'dark' as const },
    { viewport: { width: 1160, height: 900 }, colorScheme: 'light' as const },
    { viewport: { width: 800, height: 900 }, colorScheme: 'light' as const },
    { viewport: phone, colorScheme: 'light' as const },
    { viewport: phone, colorScheme: 'dark' as const },
    { viewport: { width: 320, height: 640 }, colorScheme: 'light' as const },
    { viewport: { width: 640, height: 450 }, colorScheme: 'light' as const, forcedColors: 'active' as const },
  ])('fits and is clean for axe, whatever its columns: %o', async (options) => {
    const { page, faults, close } = await open('/items?measure=review-time', options);
    for (const columns of ['Overview', 'Phases', 'Dates']) {
      await page.getByLabel('Columns').selectOption(columns);
      await listed(page);
      expect(await overflow(page), columns).toBe(0);
    }
    await page.locator('[data-item] button').first().click();
    await page.getByText('Counts in review time').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('A list that cannot be shown', () => {
  /** The page with what the server answers to lists put in its place. */
  async function answering(path: string, status: number, body: string) {
    const seen = await visit(browser, `${program.address}/nowhere`);
    await seen.page.route(/\/api\/items(\?|$)/, (route) =>
      route.fulfill({ status, body, contentType: 'application/json' }),
    );
    await seen.page.goto(program.address + path);
    return seen;
  }

  test('for a week outside of the window offers all weeks', async () => {
    const { page, close } = await visit(
      browser,
      `${program.address}/items?week=2020-01-06&measure=cycle-time`,
    );
    await page.getByRole('heading', { name: 'That week is not in the window.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look at all weeks' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('window')).toBe('all');
    await close();
  });

  test('for a page that is no more leads to the first one', async () => {
    const { page, close } = await visit(browser, `${program.address}/items?cursor=forged&sort=lines`);
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await listed(page);
    expect(new URL(page.url()).search).toBe('?sort=lines');
    expect(await page.locator('[data-part="shown"]').textContent()).toMatch(/^1 to 40/);
    await close();
  });

  test('for too few people says so, and clears the filters', async () => {
    const body = JSON.stringify({
      error: { code: 'group-too-small', message: 'Lab. Fewer than five people.', field: 'team' },
    });
    const { page, close } = await answering('/items?q=x', 400, body);
    await page.getByRole('heading', { name: 'This list would tell of too few people.' }).waitFor();
    expect(await page.getByText('Lab. Fewer than five people.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await close();
  });

  test('for a fault of the server can be asked for again', async () => {
    const body = JSON.stringify({ error: { code: 'internal', message: 'Something went wrong here.' } });
    const { page, close } = await answering('/items', 500, body);
    await page.getByRole('heading', { name: 'The list could not be shown.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await listed(page);
    await close();
  });

  test('in part says which filters it does not know', async () => {
    const { page, close } = await open('/items?week=9w&team=nobody&sort=lines');
    const banner = page.getByRole('status').filter({ hasText: 'we do not know' });
    expect(await banner.textContent()).toContain('team=nobody and week=9w');
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?sort=lines');
    await close();
  });

  test('from where it was, since the data changed, begins again and says so', async () => {
    const answer = await asked<ItemsAnswer>('/api/items');
    const message = 'The data have changed since that page was shown, so the list begins again.';
    const changed = { ...answer, warnings: [{ code: 'cursor-outdated', message }] };
    const { page, close } = await answering('/items?cursor=abc', 200, JSON.stringify(changed));
    const banner = page.getByRole('status').filter({ hasText: message });
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await close();
  });
});
