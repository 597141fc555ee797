import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Definition } from '../../server/contract/definition.ts';
import { startChromium } from '../support/chromium.ts';
import { definitionsAnswer } from '../support/health-answers.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
import { refusal, type Scene, serveScene } from '../support/web-server.ts';
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

describe('How we measure', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: desktop },
    { colorScheme: 'light' as const, viewport: phone },
    { colorScheme: 'dark' as const, viewport: { width: 320, height: 640 } },
  ])('has an entry for every measure, and is sound with some of them open: %o', async (look) => {
    const { page, faults, close } = await visit(browser, `${program.address}/measures#pickup-time`, look);
    await page.locator('[data-entry="cycle-time"]').waitFor();
    for (const id of ['cycle-time', 'issue-lead-time', 'change-fail-rate', 'left-out']) {
      await page.locator(`button[id="${id}"]`).click();
    }
    for (const id of Definition.properties.id.enum) {
      const entry = page.locator(`[data-entry="${id}"]`);
      expect(await entry.locator(`button[id="${id}"]`).count()).toBe(1);
      expect(await entry.textContent()).toMatch(/Unit.*Shown from.*A gap means.*Known limits/);
      expect(await entry.locator('[data-part="example"]').count()).toBe(1);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('begins with an index, and its entries rest until one is asked for', async () => {
    const { page, close } = await visit(browser, `${program.address}/measures`);
    const index = page.getByRole('navigation', { name: 'On this page' });
    await index.waitFor();
    expect(await page.locator('[data-entry][data-open="true"]').count()).toBe(0);
    const entries = await page.locator('[data-entry]').count();
    expect(await index.getByRole('link').count()).toBe(entries);
    await index.getByRole('link', { name: 'Pickup time' }).click();
    const entry = page.locator('[data-entry="pickup-time"]');
    await entry.getByText('Known limits').waitFor();
    expect(await page.locator('[data-entry][data-open="true"]').count()).toBe(1);
    await entry.getByRole('button', { name: 'Pickup time' }).click();
    await entry.getByText('Known limits').waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'print' });
    for (const id of ['cycle-time', 'pickup-time', 'left-out']) {
      const { height = 0 } = (await page.locator(`[data-entry="${id}"]`).boundingBox()) ?? {};
      expect(height, id).toBeGreaterThan(150);
    }
    await close();
  });

  test('works a measure out on a pull request of this database, which it leads to', async () => {
    const { page, close } = await visit(browser, `${program.address}/measures#pickup-time`);
    const example = page.locator('[data-entry="pickup-time"] [data-part="example"]');
    await example.waitFor();
    expect(await example.textContent()).toMatch(
      /nearest to their median.*In hours: [\d,]+ \/ 60 = \d+\.\d\d/,
    );
    const href = await example.getByRole('link', { name: /^acme\/\w+ #\d+$/ }).getAttribute('href');
    expect(href).toMatch(/^\/items\?measure=pickup-time&id=github/);
    await close();
  });

  test('shows the entry that a figure’s definition names', async () => {
    const { page, close } = await visit(browser, `${program.address}/flow`);
    const note = page.locator('[data-figure="time-to-merge"] [data-part="definition"]');
    await note.locator('summary').click();
    await note.getByRole('link', { name: /^How we measure it/ }).click();
    const entry = page.locator('[data-entry="time-to-merge"]');
    await entry.waitFor();
    expect(new URL(page.url()).hash).toBe('#time-to-merge');
    const top = async () => (await entry.boundingBox())?.y ?? -1;
    // Below the bar, and above all other entries.
    await expect.poll(top).toBeGreaterThan(20);
    await expect.poll(top).toBeLessThan(200);
    await close();
  });
});

describe('When the definitions are not to be had', () => {
  test('the page says so, and trying again mends it', async () => {
    const words = 'Something went wrong here. The log of the server says what.';
    const scene: Partial<Scene> = { definitions: () => refusal(500, 'internal', words) };
    const server = await serveScene(scene);
    const { page, close } = await visit(browser, `${server.address}/measures`);
    await page.getByText(words).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    server.scene.definitions = definitionsAnswer;
    await page.getByRole('button', { name: 'Try again now' }).click();
    await page.locator('[data-entry="cycle-time"]').waitFor();
    await close();
    await server.close();
  });
});
