import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AdoptionFigureAnswer,
  AdoptionSummaryAnswer,
  ChoicesAnswer,
} from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { type Served, servedDemo } from './served.ts';

const FIGURES = ['share', 'funnel', 'use', 'depth', 'retention', 'busy', 'fate', 'production', 'spread'];

let browser: Browser;
let program: Served;

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), servedDemo()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

async function answer<Told>(path: string): Promise<Told> {
  return JSON.parse(await (await fetch(`${program.address}/api${path}`)).text());
}

const toldOf = (name: string, query = '') => answer<AdoptionFigureAnswer>(`/adoption/${name}${query}`);

async function open(search = '', options = {}, prepare?: (page: Page) => Promise<void>) {
  const seen = await visit(browser, `${program.address}/adoption${search}`, options, prepare);
  await figure(seen.page, 'adoption-share').waitFor();
  return seen;
}

describe('Adoption, on the demo', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
  ])('answers in words, and each figure bears the finding of its answer: %o', async (look) => {
    const { page, faults, close } = await open('', look);
    await drawn(page);
    const { data } = await answer<AdoptionSummaryAnswer>('/adoption');
    // Spaces that hold a number and its unit together are spaces.
    const text = ((await page.locator('main').textContent()) ?? '').replace(/\s/g, ' ');
    for (const sentence of data.sentences) expect(text).toContain(sentence);
    for (const name of FIGURES) {
      const told = await toldOf(name);
      expect(text, name).toContain(told.data.finding);
      const isShown = told.data.bars.length + told.data.lines.length > 0;
      expect(await figure(page, `adoption-${name}`).count(), name).toBe(isShown ? 1 : 0);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('gives the numbers that are drawn as a file, and all of it as tables', async () => {
    const { page, faults, close } = await open('?show=table');
    const { data } = await toldOf('share');
    const shown = figure(page, 'adoption-share');
    await shown.locator('table').waitFor();
    expect(await shown.locator('tbody tr').count()).toBe(data.weeks.length);
    expect(await shown.locator('thead th').allInnerTexts()).toEqual([
      'Weeks from',
      ...data.lines.map(({ name }) => name),
    ]);
    await shown.getByRole('button', { name: /^Export/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      shown.getByRole('button', { name: 'Numbers as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/adoption-share.*\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines.length).toBe(data.weeks.length + 1);
    expect(faults).toEqual([]);
    await close();
  });

  test('shows one team where it is asked about', async () => {
    const { data } = await answer<ChoicesAnswer>('/teams');
    const team = data.teams.find(({ folded }) => folded === null);
    if (team === undefined) throw new Error('there are teams that may be told apart');
    const { page, faults, close } = await open(`?team=${team.id}`);
    await drawn(page);
    const told = await toldOf('share', `?team=${team.id}`);
    expect(told.data.lines.map(({ name }) => name)).toEqual([team.name]);
    await figure(page, 'adoption-share').getByRole('heading', { name: told.data.finding }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('Adoption', () => {
  /** The page of the real program, with figures of which nothing can be told. */
  const without = (finding: string, todo: string) => async (page: Page) => {
    const told = await toldOf('share');
    const nothing = { ...told.data, finding, howToRead: todo, bars: [], lines: [], weeks: [], n: 0 };
    await page.route('**/api/adoption/*', (route) => route.fulfill({ json: { ...told, data: nothing } }));
    await page.route(/\/api\/adoption(\?|$)/, (route) =>
      route.fulfill({ json: { ...told, data: { sentences: [`${finding}.`] } } }),
    );
  };

  test.each([
    ['Nothing carries a mark of an AI tool yet', 'Marks come with commits and pull requests.'],
    ['Too few people to tell', 'It takes five people with marked work.'],
  ])('says once why nothing is shown: %s', async (finding, todo) => {
    const { page, faults, close } = await visit(
      browser,
      `${program.address}/adoption`,
      {},
      without(finding, todo),
    );
    await page.getByText(finding).first().waitFor();
    await page.getByText(todo).first().waitFor({ state: 'attached' });
    expect(await page.locator('[data-part="drawing"] svg').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
