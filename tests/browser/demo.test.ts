import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesAnswer, statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
});

const demo: Partial<Scene> = {
  status: () => ({ ...statusAnswer(), demo: true }),
  series: (measure, asked) => ({ ...seriesAnswer(measure, asked), demo: true }),
};

async function open(path = '/flow', options = {}, scene = demo) {
  const server = await serveScene(scene);
  const seen = await visit(browser, server.address + path, options);
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, close };
}

describe('Demo data', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
    { colorScheme: 'light' as const, viewport: { width: 320, height: 640 } },
  ])('are called so on every page, also one that is none: %o', async (options) => {
    for (const path of ['/flow', '/nowhere']) {
      const { page, faults, close } = await open(path, options);
      const bar = page.getByRole('banner');
      const badge = bar.getByRole('button', { name: 'Demo data Connect your own' });
      await badge.waitFor();
      expect((await badge.boundingBox())?.height).toBeLessThan(32);
      expect((await bar.boundingBox())?.height).toBeLessThan(options.viewport.width < 390 ? 120 : 90);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(faults).toEqual([]);
      await close();
    }
  });

  test('come with the way to real ones, by keyboard too, and Esc keeps the filters', async () => {
    const { page, close } = await open('/flow?window=12w');
    await drawn(page);
    const opener = page.getByRole('button', { name: 'Demo data Connect your own' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const words = page.getByRole('region', { name: 'Connect your own data' });
    expect(await words.getByText('This organisation does not exist.').isVisible()).toBe(true);
    expect(await words.locator('code').allTextContents()).toEqual([
      'npm run uptake -- ingest github OWNER',
      'npm run uptake -- ingest git PATH',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await words.isVisible()).toBe(false);
    expect(new URL(page.url()).search).toBe('?window=12w');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(
      'Demo data Connect your own',
    );
    await close();
  });

  test('are called so by a picture, which is otherwise the same', async () => {
    const sizes: number[] = [];
    for (const scene of [demo, {}]) {
      const { page, close } = await open('/flow?window=12w', {}, scene);
      await drawn(page);
      const shown = figure(page, 'cycle-time');
      await shown.getByRole('button', { name: /^Export/ }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        shown.getByRole('button', { name: 'Picture as PNG' }).click(),
      ]);
      const stream = await download.createReadStream();
      const head = (await stream.take(1).toArray()).map((part: Buffer) => part.readUInt32BE(20));
      sizes.push(...head);
      await close();
    }
    // A line of 22 pixels, at twice its size.
    expect((sizes[0] ?? 0) - (sizes[1] ?? 0)).toBe(44);
  });

  test('of real repositories there are none', async () => {
    const { page, close } = await open('/flow', {}, {});
    await drawn(page);
    expect(await page.getByText('Demo data').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Connect your own/ }).count()).toBe(0);
    await close();
  });
});
