import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardrails, metrics } from '../../server/metrics/register.ts';
import { statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { answersFor, contractFaults } from '../support/figure-contract.ts';
import { figuresOf } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { serveScene } from '../support/web-server.ts';
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

/** Of issues and of git-ai's notes there are none in what is served, and what a gain may cost has a page of its own. */
const elsewhere: ReadonlySet<string> = new Set([
  'ai-line-share',
  ...guardrails.map(({ definition }) => definition.id),
]);
const shown = metrics
  .flatMap(({ definition: { id, items } }) => (items === 'issues' || elsewhere.has(id) ? [] : [id]))
  .toSorted();

const views = [
  { size: 'desktop', viewport: desktop, colorScheme: 'light' },
  { size: 'desktop', viewport: desktop, colorScheme: 'dark' },
  { size: 'phone', viewport: phone, colorScheme: 'light' },
  { size: 'phone', viewport: phone, colorScheme: 'dark' },
] as const;

const questions = ['', '?window=12w', '?stat=p85', '?window=all'];

describe.each(pagesWithFigures)('The page %s', (path) => {
  test.each(views)(
    'keeps the figure contract on a $size in $colorScheme',
    async ({ viewport, colorScheme }) => {
      const { page, faults, close } = await visit(browser, program.address + path, { viewport, colorScheme });
      await drawn(page);
      const figures = await figuresOf(page);
      expect(figures.map(({ name }) => name).toSorted()).toEqual(shown);
      expect(
        contractFaults(
          figures,
          await answersFor(
            page,
            figures.map(({ name }) => name),
          ),
        ),
      ).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test.each(questions)('draws what the API answers to "%s"', async (question) => {
    const { page, faults, close } = await visit(browser, program.address + path + question);
    await drawn(page);
    const figures = await figuresOf(page);
    expect(
      contractFaults(
        figures,
        await answersFor(
          page,
          figures.map(({ name }) => name),
        ),
      ),
    ).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('is clean for axe with every note open, and as tables', async () => {
    const { page, close } = await visit(browser, program.address + path);
    await drawn(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page
      .getByRole('button', { name: /^Export/ })
      .first()
      .click();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${program.address}${path}?show=table&window=12w`);
    await drawn(page);
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});

describe('The figure contract', () => {
  test('is broken by a page without figures', async () => {
    const empty = await serveScene({ status: () => statusAnswer({ repositories: [] }) });
    const { page, close } = await visit(browser, `${empty.address}/flow`);
    await page.getByText('Nothing to show yet.').waitFor();
    expect(contractFaults(await figuresOf(page), new Map())).toEqual(['There is no figure on this page.']);
    await close();
    await empty.close();
  });

  test('is broken by a mark, a cell or a word that differs from the answer', async () => {
    const { page, close } = await visit(browser, `${program.address}/flow`);
    await drawn(page);
    const [seen] = await figuresOf(page);
    if (seen?.drawn == null) throw new Error('no figure is drawn');
    const answers = await answersFor(page, [seen.name]);
    expect(contractFaults([seen], answers)).toEqual([]);
    const [first = 0, ...others] = seen.drawn.heights;
    const moved = { ...seen, drawn: { ...seen.drawn, heights: [first + 2, ...others] } };
    const zero = {
      ...seen,
      rows: seen.rows.map(([week = '', cell = '', ...rest]) => [
        week,
        cell.replace(/^too few.*/, '0'),
        ...rest,
      ]),
    };
    expect(contractFaults([moved], answers)).toHaveLength(1);
    expect(contractFaults([{ ...seen, n: '' }], answers)).toHaveLength(1);
    expect(contractFaults([{ ...seen, definition: '' }], answers)).toHaveLength(2);
    if (seen.rows.some(([, cell]) => cell?.startsWith('too few'))) {
      expect(contractFaults([zero], answers)).toHaveLength(1);
    }
    await close();
  });
});
