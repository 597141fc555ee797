import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AiWorkAnswer, ItemsAnswer } from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
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

async function listed(page: Page): Promise<void> {
  await page.locator('[data-rows="items"]').first().waitFor();
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

describe('AI in the work', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
  ])('stands on the Flow page with its levels, tools and the warning: %o', async (options) => {
    const { page, faults, close } = await visit(browser, `${program.address}/flow#ai`, options);
    const work = figure(page, 'ai-work');
    await work.locator('svg').first().waitFor();
    const { data } = await asked<AiWorkAnswer>('/api/flow/ai-work');
    for (const { name } of [...data.levels, ...data.tools]) {
      expect(await work.locator('svg').getByText(name, { exact: true }).count(), name).toBe(1);
    }
    expect(await work.textContent()).toContain(data.beside?.warning);
    expect(await figure(page, 'ai-marked-share').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('is a filter: chosen in the bar, shown as a chip, and off with Esc', async () => {
    const { page, faults, close } = await visit(browser, `${program.address}/items?window=26w`);
    await listed(page);
    await page.getByRole('combobox', { name: 'AI' }).selectOption('AI-marked');
    await page.waitForURL(/ai=marked/);
    const marked = await asked<ItemsAnswer>('/api/items?window=26w&ai=marked');
    await page.getByRole('heading', { name: `${marked.data.count} pull requests opened` }).waitFor();
    await page.getByRole('button', { name: 'Remove filter: AI-marked' }).waitFor();
    await page.getByRole('combobox', { name: 'AI' }).selectOption('Claude Code');
    await page.waitForURL(/tool=claude-code/);
    expect(page.url()).not.toContain('ai=');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.search === '');
    expect(faults).toEqual([]);
    await close();
  });

  test('is told of each item with every mark as it was found, and nobody’s address', async () => {
    const { page, close } = await visit(
      browser,
      `${program.address}/items?ai=assisted&tool=claude-code&by=merge`,
    );
    await listed(page);
    await page.locator('[data-rows="items"] [aria-expanded="false"]').first().click();
    const panel = page.getByRole('region', { name: 'Why it is counted or left out' });
    await panel.getByText('How AI took part').waitFor();
    const text = (await panel.textContent()) ?? '';
    expect(text).toContain('A person did it with AI (Claude Code)');
    expect(text).toContain('Co-Authored-By: Claude <…@anthropic.com>');
    expect(text).toContain('Claude Code helped, certain');
    expect(text).not.toContain('@example.com');
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});
