import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Impact, ImpactAnswer } from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
import { madeUpImpact } from '../support/impact-answers.ts';
import { figure } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { cutWords, lostDrawings } from '../support/walk/page-faults.ts';
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

const nothing = { trend: null, effects: null, eventStudy: null, teams: null, distribution: null };

/** The page of the real program with an answer in place of its own. */
async function shown(answer: ImpactAnswer, options = {}) {
  return visit(browser, `${program.address}/impact`, options, async (page: Page) => {
    await page.route('**/api/impact*', (route) => route.fulfill({ json: answer }));
  });
}

describe('Impact, on the demo', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
  ])('says what the API says, with every figure that it has: %o', async (options) => {
    const { page, faults, close } = await visit(browser, `${program.address}/impact`, options);
    await page.locator('[data-row]').waitFor();
    const { data }: ImpactAnswer = JSON.parse(await (await fetch(`${program.address}/api/impact`)).text());
    expect(await page.locator('[data-row]').innerText()).toContain(data.said.sentence);
    await drawn(page);
    const figures = {
      ...{ 'impact-trend': data.trend, effects: data.effects, 'event-study': data.eventStudy },
      ...{ 'impact-teams': data.teams, distribution: data.distribution },
    };
    for (const [name, told] of Object.entries(figures)) {
      expect(await figure(page, name).count(), name).toBe(told === null ? 0 : 1);
      if (told !== null) expect(await figure(page, name).locator('h2').innerText()).toBe(told.finding);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('The trend', () => {
  test('says what the four weeks under the pointer are, and goes through them by arrow keys until Esc', async () => {
    const { page, faults, close } = await shown(madeUpImpact());
    const trend = figure(page, 'impact-trend');
    const ground = trend.getByRole('slider');
    await ground.scrollIntoViewIfNeeded();
    await ground.hover({ position: { x: 5, y: 40 } });
    const reading = trend.getByRole('status');
    await expect.poll(() => reading.innerText()).toContain('4 weeks from');
    const first = await reading.innerText();
    await page.mouse.move(0, 0);
    await expect.poll(() => reading.count()).toBe(0);
    await ground.focus();
    await page.keyboard.press('End');
    const last = await reading.innerText();
    expect(last).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await reading.innerText()).not.toBe(last);
    await page.keyboard.press('Home');
    expect(await reading.innerText()).toBe(first);
    expect(await ground.getAttribute('aria-valuetext')).toContain(first.split('\n')[0] ?? '?');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => reading.count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('Impact', () => {
  test.each([desktop, phone, { width: 320, height: 700 }])(
    'ends each effect with its word, and lets no label lie outside: %o',
    async (viewport) => {
      const answer = madeUpImpact();
      const { page, faults, close } = await shown(answer, { viewport });
      await drawn(page);
      const words = await figure(page, 'effects')
        .locator('[data-effect] > :last-child > p:first-child')
        .allTextContents();
      expect(words).toEqual(['better', 'no clear change', 'cannot be told']);
      expect(await figure(page, 'impact-trend').locator('[data-part="notes"] li').allTextContents()).toEqual([
        '11 team starts week of 13 Oct 2025',
        '23 teams start week of 27 Oct 2025',
      ]);
      expect(await figure(page, 'event-study').locator('[data-side="lead"]').count()).toBe(3);
      expect(await figure(page, 'impact-teams').locator('[data-team]').count()).toBe(2);
      expect(await cutWords(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
  );

  const states: [Impact['said']['row'], string | null][] = [
    ['no-start', '/settings'],
    ['not-started', '/settings'],
    ['no-before', '/data'],
    ['too-early', null],
    ['too-few', null],
    ['paths-differed', null],
  ];
  test.each(states)('in the state %s says so, and what to do where there is something', async (row, step) => {
    const { said } = madeUpImpact().data;
    const answer = madeUpImpact({
      ...nothing,
      said: { ...said, row, tone: null, cost: null, sentence: `We are in ${row}.`, under: 'This is why.' },
    });
    const { page, faults, close } = await shown(answer, { viewport: phone });
    const part = page.locator(`[data-row="${row}"]`);
    await part.waitFor();
    expect(await part.innerText()).toContain(`We are in ${row}.`);
    expect(await part.getByRole('link').count()).toBe(step === null ? 0 : 1);
    if (step !== null) expect(await part.getByRole('link').getAttribute('href')).toBe(step);
    expect(await page.locator('[data-figure]').count()).toBe(0);
    await page.waitForFunction(`document.title.startsWith('We are in ${row}')`);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('keeps its drawings where the system draws all colours', async () => {
    const { page, close } = await shown(madeUpImpact(), { forcedColors: 'active' });
    await drawn(page);
    expect(await lostDrawings(page)).toEqual([]);
    await close();
  });

  test('that could not be had says so, and is asked for again', async () => {
    let failing = true;
    const { page, close } = await visit(browser, `${program.address}/impact`, {}, async (opened) => {
      await opened.route('**/api/impact*', (route) =>
        failing
          ? route.fulfill({ status: 500, json: { error: { code: 'bug', message: 'It went wrong.' } } })
          : route.fulfill({ json: madeUpImpact() }),
      );
    });
    await page.getByText('The impact could not be loaded.').waitFor();
    failing = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await figure(page, 'effects').waitFor();
    expect(await page.getByText('The impact could not be loaded.').count()).toBe(0);
    await close();
  });
});
