import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
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

/** Texts under 12 pixels, as "size: text". */
const smallTexts = `[...document.querySelectorAll('body *')].flatMap((part) => {
  const own = [...part.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('');
  const size = Number.parseFloat(getComputedStyle(part).fontSize);
  return own !== '' && size < 12 && part.getBoundingClientRect().width > 1 ? [size + ': ' + own] : [];
})`;

/** Things to press under 24 by 24 pixels, but for links within a text. */
const smallTargets = `[...document.querySelectorAll('a, button, select, summary, input')].flatMap((part) => {
  const words = part.parentElement.textContent.trim() !== part.textContent.trim();
  if (!part.checkVisibility() || part.closest('p') || (words && getComputedStyle(part).display === 'inline')) return [];
  const { width, height } = (part.labels?.[0] ?? part).getBoundingClientRect();
  return width < 24 || height < 24 ? [(part.textContent || part.value) + ': ' + width + ' x ' + height] : [];
})`;

/** Pairs of texts in one drawing that lie over each other. */
const collisions = `[...document.querySelectorAll('[data-part="drawing"] svg')].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  return boxes.flatMap((one, index) => boxes.slice(index + 1).flatMap((other) => {
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    return across > 1 && down > 2 ? [one.text + ' / ' + other.text] : [];
  }));
})`;

/** Texts of drawings that are cut off by the drawing's edge. */
const cutTexts = `[...document.querySelectorAll('[data-part="drawing"] svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1 ? [text.textContent] : [];
  });
})`;

const list = (page: Page, script: string) => page.evaluate<string[]>(script);

describe.each(pagesWithFigures)('The page %s', (path) => {
  test.each([
    { viewport: desktop, question: '' },
    { viewport: phone, question: '' },
    { viewport: phone, question: '?window=12w' },
    { viewport: phone, question: '?window=all&stat=p75' },
    { viewport: { width: 320, height: 640 }, question: '' },
  ])(
    'has no text too small, no target too small, no label over another: %o',
    async ({ viewport, question }) => {
      const { page, close } = await visit(browser, program.address + path + question, { viewport });
      await drawn(page);
      for (const summary of await page.locator('[data-figure] summary').all()) await summary.click();
      expect(await list(page, smallTexts)).toEqual([]);
      expect(await list(page, smallTargets)).toEqual([]);
      expect(await list(page, collisions)).toEqual([]);
      expect(await list(page, cutTexts)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await close();
    },
  );

  test.each([desktop, { width: 640, height: 900 }, { width: 320, height: 640 }])(
    'can be read with text of twice the size, $width pixels wide',
    async (viewport) => {
      const { page, faults, close } = await visit(browser, program.address + path, { viewport });
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      await drawn(page);
      const size = await page.evaluate<string>(
        `getComputedStyle(document.querySelector('.recharts-wrapper text')).fontSize`,
      );
      expect(size).toBe('24px');
      expect(await overflow(page)).toBe(0);
      expect(await list(page, collisions)).toEqual([]);
      expect(await list(page, cutTexts)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('moves nothing for those who asked for that', async () => {
    const { page, close } = await visit(browser, program.address + path, { reducedMotion: 'reduce' });
    const moving = `document.getAnimations().length + [...document.querySelectorAll('*')].filter((part) => {
      const { transitionDuration, animationName } = getComputedStyle(part);
      return animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
    }).length`;
    await page.locator('main').waitFor();
    expect(await page.evaluate<number>(moving)).toBe(0);
    await drawn(page);
    await page.getByLabel('Window').selectOption('12 weeks');
    await drawn(page);
    expect(await page.evaluate<number>(moving)).toBe(0);
    await close();
  });

  test('keeps its marks and words in forced colours', async () => {
    const { page, faults, close } = await visit(browser, program.address + path, {
      forcedColors: 'active',
      colorScheme: 'dark',
    });
    await drawn(page);
    const marks = await page.evaluate<{ ground: string; line: string; bar: string; words: string }>(`(() => {
      const color = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
      return {
        ground: getComputedStyle(document.documentElement).backgroundColor,
        line: color('[data-figure="cycle-time"] .recharts-line:last-of-type path', 'stroke'),
        bar: color('[data-figure="merged-pull-requests"] .recharts-bar path', 'fill'),
        words: color('.recharts-wrapper text', 'fill'),
      };
    })()`);
    expect(marks).toEqual({
      ground: 'rgb(0, 0, 0)',
      line: 'rgb(255, 255, 255)',
      bar: 'rgb(255, 255, 255)',
      words: 'rgb(255, 255, 255)',
    });
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('follows the system from light to dark while it is open', async () => {
    const { page, close } = await visit(browser, program.address + path, { colorScheme: 'light' });
    await drawn(page);
    const colours = () =>
      page.evaluate<string[]>(`[getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.querySelector('[data-figure="cycle-time"] .recharts-line:last-of-type path')).stroke]`);
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 99, 177)']);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(15, 20, 25)', 'rgb(90, 176, 255)']);
    await close();
  });
});
