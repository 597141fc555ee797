import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERDICT_ROWS } from '../../server/words/verdict.ts';
import { statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { verdictAnswerAt } from '../support/verdict-answers.ts';
import { rows } from '../support/verdict-facts.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
import { serveScene, type WebServer } from '../support/web-server.ts';

let browser: Browser;
let server: WebServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startChromium(), serveScene()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(row: (typeof VERDICT_ROWS)[number], options = {}) {
  server.scene.verdict = () => verdictAnswerAt(row);
  const seen = await visit(browser, `${server.address}/`, options);
  await seen.page.locator(`[data-row="${row}"]`).waitFor();
  return seen;
}

describe('The verdict', () => {
  test.each(VERDICT_ROWS)('says the sentence of the row %s', async (row) => {
    const { page, faults, close } = await open(row);
    const [, sentence] = rows[row];
    expect(await page.locator('h2').first().textContent()).toBe(sentence);
    expect(await page.title()).toBe(`${sentence.replace(/\.$/, '')} · Verdict · Uptake`);
    expect(faults).toEqual([]);
    await close();
  });

  test('opens the product, and brings no chart library', async () => {
    const asked: string[] = [];
    const { page, close } = await visit(browser, `${server.address}/`, {}, async (opened) => {
      opened.on('request', (request) => asked.push(request.url()));
    });
    await page.locator('[data-row]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(asked.filter((url) => url.includes('chart'))).toEqual([]);
    await close();
  });

  test('tells its cost, and a gap in a line is none of its values', async () => {
    const { page, close } = await open('faster-compared');
    expect(await page.locator('[data-part="cost"]').textContent()).toBe(
      'Watch: pull requests are 31\u00a0% larger.',
    );
    const drawn = await page.locator('[data-number="speed"] svg path').last().getAttribute('d');
    expect(drawn?.match(/M/g)).toHaveLength(2);
    expect(await page.locator('[data-number="quality"] svg').count()).toBe(0);
    await close();
  });

  test.each([
    { name: 'wide', viewport: desktop, colorScheme: 'light' as const },
    { name: 'wide and dark', viewport: desktop, colorScheme: 'dark' as const },
    { name: 'narrow', viewport: phone, colorScheme: 'light' as const },
    { name: 'narrow and dark', viewport: phone, colorScheme: 'dark' as const },
  ])('can be read by everybody, $name', async ({ viewport, colorScheme }) => {
    for (const row of ['faster-compared', 'slower', 'not-started'] as const) {
      const { page, close } = await open(row, { viewport, colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await close();
    }
  });

  test('without data shows how far the first import is, and the way to the demo', async () => {
    const running = {
      source: 'github acme',
      startedAt: '2026-11-16T03:00:00Z',
      what: 'repositories',
      done: 38,
      total: 120,
    };
    const usual = statusAnswer();
    server.scene.status = () => ({
      ...usual,
      data: { ...usual.data, repositories: [], projects: [], running },
    });
    const { page, close } = await visit(browser, `${server.address}/`);
    await page.locator('main').getByText('repositories, 38 of 120').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('You can look at the demo in the meantime');
    server.scene.status = () => usual;
    await close();
  });
});
