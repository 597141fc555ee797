import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HealthAnswer, IssuesAnswer, SeriesAnswer } from '../../server/contract/index.ts';
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
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function open(path: string, options = {}) {
  const seen = await visit(browser, program.address + path, options);
  await listed(seen.page);
  const query = () => Object.fromEntries(new URL(seen.page.url()).searchParams);
  const finding = () => seen.page.locator('main h2').first().textContent();
  return { ...seen, query, finding };
}

describe('The issues in Items', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
    { colorScheme: 'light' as const, viewport: { width: 320, height: 640 } },
  ])('are sound in every look, also with a row open: %o', async (look) => {
    const { page, faults, close } = await open('/items?measure=issue-cycle-time&linked=yes', look);
    await page.locator('[data-item] button[aria-expanded]').first().click();
    await page.getByText(/^Counts in issue cycle time, week of/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    expect(await page.locator('main').textContent()).not.toMatch(/assignee|@/i);
    await close();
  });

  test('are behind a point as many as its figure says', async () => {
    const { data } = await asked<SeriesAnswer>('/api/series/issue-cycle-time');
    const point = data.points.findLast(({ running, n }) => !running && n > 0);
    const { finding, close } = await open(`/items?measure=issue-cycle-time&week=${point?.week}`);
    expect(await finding()).toMatch(
      new RegExp(`^${point?.n} issues? counts? in issue cycle time in the week of`),
    );
    await close();
  });

  test('are reached by the switch, sorted, searched and turned; Back undoes each', async () => {
    const { page, query, finding, faults, close } = await open('/items');
    await page
      .getByRole('navigation', { name: 'What is listed' })
      .getByRole('link', { name: 'Issues' })
      .click();
    await listed(page);
    await expect.poll(finding).toMatch(/^[\d,]+ issues created since/);
    await page.getByRole('button', { name: 'Cycle time' }).click();
    await expect.poll(query).toMatchObject({ of: 'issues', sort: 'issue-cycle-time', order: 'desc' });
    await page.getByRole('link', { name: 'Next' }).click();
    await listed(page);
    expect(await page.locator('[data-part="shown"]').textContent()).toMatch(/^41 to 80 of/);
    await page.getByRole('searchbox', { name: 'Key or title contains' }).fill('retry');
    await page.keyboard.press('Enter');
    await expect.poll(finding).toMatch(/ issues with “retry” in the key or title created since/);
    await page.goBack();
    await expect.poll(query).not.toHaveProperty('q');
    expect(faults).toEqual([]);
    await close();
  });

  test('lead to their pull requests', async () => {
    const { page, finding, close } = await open('/items?of=issues&linked=yes&state=finished');
    await page.locator('[data-item] button[aria-expanded]').first().click();
    await page.locator('[data-item] + tr a[href*="id="]').first().click();
    await expect.poll(finding).toBe('One pull request');
    await close();
  });

  test('are not told apart by repository, which is said with a way on', async () => {
    const { data } = await asked<IssuesAnswer>('/api/issues?limit=1');
    expect(data.count).toBeGreaterThan(0);
    const status = await asked<{ data: { repositories: { id: string }[] } }>('/api/status');
    const refusals = await Promise.all(
      status.data.repositories.map(async ({ id }) => {
        const path = `/api/issues?repo=${encodeURIComponent(id)}`;
        return { id, code: (await asked<{ error: { code: string } }>(path)).error.code };
      }),
    );
    // Of those that are too small to be asked for at all, the page says so instead.
    const large = refusals.find(({ code }) => code === 'not-by-repository');
    const repo = encodeURIComponent(large?.id ?? '');
    const seen = await visit(browser, `${program.address}/items?of=issues&repo=${repo}`);
    await seen.page.getByText('Issues are not told apart by repository.', { exact: true }).waitFor();
    await seen.page.locator('main').getByRole('button', { name: 'Clear the filters' }).last().click();
    await listed(seen.page);
    await seen.close();
  });
});

test('Data health tells of the tracker beside the repositories, and what was left out leads to its issues', async () => {
  const { data } = await asked<HealthAnswer>('/api/health');
  const epics = data.leftOut.find(({ reason }) => reason === 'epic');
  const { page, faults, close } = await visit(browser, `${program.address}/data`);
  await page.getByRole('heading', { name: 'How much of the issues the measures can see' }).waitFor();
  const source = page.getByRole('region', { name: 'The demo organisation: issues' });
  expect(await source.textContent()).toMatch(
    /projects, data to .*[\d,]+ issues\. [\d,]+ take part in measures/,
  );
  await source.getByText('The projects one by one').click();
  expect(await source.getByRole('row').count()).toBe(
    (data.sources.find(({ of }) => of === 'projects')?.size ?? 0) + 1,
  );
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: epics?.sentence ?? '?', exact: true }).click();
  await listed(page);
  const said = await page.locator('main h2').first().textContent();
  const [, all = '', , running = '0'] =
    /^([\d,]+) epics? finished since .*?(, (\d+) of them)?/.exec(said ?? '') ?? [];
  expect(Number(all) - Number(running)).toBe(epics?.count);
  expect(faults).toEqual([]);
  await close();
});
