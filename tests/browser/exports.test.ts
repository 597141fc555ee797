import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { figure, figuresOf } from '../support/seen-figure.ts';
import { drawn, phone, type Visit, visit } from '../support/visit.ts';
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

async function openMenu(page: Page, name: string): Promise<Locator> {
  const shown = figure(page, name);
  await shown.getByRole('button', { name: /^Export/ }).click();
  return shown;
}

async function saved(page: Page, press: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What the page's own decoder finds in a picture: its size, its corner, and how many pixels differ from the corner. */
async function look(page: Page, png: Buffer) {
  return page.evaluate<{
    width: number;
    height: number;
    corner: number[];
    inked: number;
    blue: number;
  }>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const paper = canvas.getContext('2d');
    paper.drawImage(image, 0, 0);
    const { data } = paper.getImageData(0, 0, image.width, image.height);
    let inked = 0, blue = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (Math.abs(data[at] - data[0]) > 24) inked += 1;
      if (data[at] === 0 && data[at + 1] === 0x63 && data[at + 2] === 0xb1) blue += 1;
    }
    return { width: image.width, height: image.height, corner: [...data.slice(0, 4)], inked, blue };
  })()`);
}

async function clipboard({ page, context }: Visit): Promise<string> {
  await context.grantPermissions(['clipboard-read'], { origin: program.address });
  return page.evaluate<string>('navigator.clipboard.readText()');
}

describe.each(['cycle-time', 'pickup-time', 'merged-pull-requests', 'batch-size'])(
  'The figure %s leaves the page',
  (name) => {
    test('as a file of the numbers that are drawn', async () => {
      const { page, faults, close } = await visit(browser, `${program.address}/flow?window=12w`);
      await drawn(page);
      const shown = await openMenu(page, name);
      const { name: file, bytes } = await saved(page, shown.getByRole('link', { name: 'Numbers as CSV' }));
      const [header, ...lines] = bytes.toString('utf8').trimEnd().split('\r\n');
      const response = await page.request.get(`${program.address}/api/series/${name}?window=12w`);
      const { data } = await response.json();
      const weeks: string[] = data.points.map(({ week }: { week: string }) => week);
      expect(file).toMatch(new RegExp(`${name}.*\\.csv$`));
      expect(header).toMatch(/^week,/);
      expect(lines.map((line) => line.slice(0, 10))).toEqual(weeks);
      expect(faults).toEqual([]);
      await close();
    });

    test.each([
      { colorScheme: 'light' as const, options: {} },
      { colorScheme: 'dark' as const, options: { viewport: phone, deviceScaleFactor: 2 } },
    ])('as a picture on white, seen in $colorScheme', async ({ colorScheme, options }) => {
      const { page, faults, close } = await visit(browser, `${program.address}/flow`, {
        colorScheme,
        ...options,
      });
      await drawn(page);
      const shown = await openMenu(page, name);
      const box = await shown.locator('[data-part="drawing"]').boundingBox();
      const { name: file, bytes } = await saved(page, shown.getByRole('button', { name: 'Picture as PNG' }));
      await shown.getByText('Picture saved.').waitFor();
      expect(file).toBe(`${name}.png`);
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
      const seen = await look(page, bytes);
      expect(seen.width).toBe(Math.round(((box?.width ?? 0) + 48) * 2));
      expect(seen.height).toBeGreaterThan((box?.height ?? 0) * 2 + 100);
      expect(seen.corner).toEqual([255, 255, 255, 255]);
      expect(seen.inked).toBeGreaterThan(3_000);
      expect(seen.blue).toBeGreaterThan(300);
      expect(faults).toEqual([]);
      await close();
    });

    test('as Markdown on the clipboard', async () => {
      const seen = await visit(browser, `${program.address}/flow?window=12w`);
      await drawn(seen.page);
      const shown = await openMenu(seen.page, name);
      await shown.getByRole('button', { name: 'Copy as Markdown' }).click();
      await shown.getByText('Copied as Markdown.').waitFor();
      const lines = (await clipboard(seen)).split('\n');
      const [owed] = (await figuresOf(seen.page)).filter((each) => each.name === name);
      const table = lines.filter((line) => line.startsWith('|'));
      expect(lines[0]).toBe(`### ${owed?.finding}`);
      expect(table).toHaveLength(2 + (owed?.rows.length ?? 0));
      expect(table[2]).toBe(`| ${owed?.rows[0]?.join(' | ')} |`);
      expect(lines.join('\n')).toContain(owed?.coverage);
      expect(lines.join('\n')).toContain(seen.page.url());
      await seen.close();
    });
  },
);

describe('Without the browser’s clipboard, as over plain http', () => {
  test('the link and the Markdown are copied all the same', async () => {
    const seen = await visit(browser, `${program.address}/flow?window=26w`);
    await seen.page.evaluate(
      `Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('refused')) })`,
    );
    await drawn(seen.page);
    await seen.page.getByRole('button', { name: 'Copy link' }).click();
    await seen.page.getByText('Copied', { exact: true }).waitFor();
    expect(await clipboard(seen)).toBe(`${program.address}/flow?window=26w`);
    const shown = await openMenu(seen.page, 'cycle-time');
    await shown.getByRole('button', { name: 'Copy as Markdown' }).click();
    await shown.getByText('Copied as Markdown.').waitFor();
    expect(await clipboard(seen)).toContain('| Week of | Median |');
    expect(await seen.page.evaluate<boolean>(`document.querySelector(':popover-open') !== null`)).toBe(true);
    await seen.close();
  });
});
