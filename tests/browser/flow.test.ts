import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeliveryDefinition } from '../../server/contract/delivery.ts';
import { forgeRepositories, statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { refusal, type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
});

const forge = () => statusAnswer({ repositories: forgeRepositories });

async function open(scene: Partial<Scene> = {}, search = '', options = {}) {
  const server = await serveScene({ status: forge, ...scene });
  const seen = await visit(browser, `${server.address}/flow${search}`, options);
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, close };
}

const own = ['lanes', 'scatter', 'ageing', 'teams'] as const;
const delivery = DeliveryDefinition.properties.id.enum;

describe('The flow page', () => {
  test('begins with where a change waits, then shows it week by week, what is open, one by one, and the teams', async () => {
    const { page, faults, close } = await open();
    await drawn(page);
    const names = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-figure]')].map((figure) => figure.dataset.figure)`,
    );
    expect(names[0]).toBe('lanes');
    expect(names.slice(1, 6)).toEqual([
      'coding-time',
      'pickup-time',
      'review-time',
      'merge-time',
      'deploy-time',
    ]);
    expect(names.slice(-7)).toEqual(['ageing', 'scatter', ...delivery, 'teams']);
    expect(await page.title()).toBe(
      'Deploy takes longest: half within 30 hours; next is review, 9 hours · Flow · Uptake',
    );
    expect(faults).toEqual([]);
    await close();
  });

  test('has a way to each of its parts, which a link may name as well', async () => {
    const { page, server, faults, close } = await open();
    await drawn(page);
    const wanted = await page.evaluate<string[]>(
      `[...document.querySelectorAll('nav[aria-label="On this page"] a')].map((link) => link.getAttribute('href'))`,
    );
    expect(wanted).toContain('#teams');
    for (const way of wanted) expect(await page.locator(way).count(), way).toBe(1);
    await page.getByRole('link', { name: 'Teams', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#teams$/);
    await page.goto(`${server.address}/flow#teams`);
    const shown = page.locator('#teams');
    await shown.waitFor();
    await page.waitForFunction(`document.querySelector('#teams').getBoundingClientRect().top < innerHeight`);
    expect(faults).toEqual([]);
    await close();
  });

  test.each([
    { viewport: desktop, colorScheme: 'light' },
    { viewport: desktop, colorScheme: 'dark' },
    { viewport: phone, colorScheme: 'light' },
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  ] as const)('is sound before and after a day: %o', async (options) => {
    const { page, faults, close } = await open({}, '?since=2026-05-04', options);
    await drawn(page);
    for (const name of own) expect(await figure(page, name).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('with every table open is clean for axe, and shows the same as tables', async () => {
    const { page, close } = await open({}, '?since=2026-05-04');
    await drawn(page);
    for (const name of own) await figure(page, name).locator('summary').first().click();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(page.url().replace('?', '?show=table&'));
    await drawn(page);
    for (const name of own) expect(await figure(page, name).getByRole('table').isVisible()).toBe(true);
    await close();
  });
});

describe('A day that parts before from after', () => {
  test('is chosen in the figure, stands in the address, is said with better and worse, and Back undoes it', async () => {
    const { page, server, close } = await open();
    await drawn(page);
    const lanes = figure(page, 'lanes');
    await lanes.getByLabel('Before and after').fill('2026-05-06');
    expect(server.asked.filter((path) => path.includes('since'))).toEqual([]);
    await lanes.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL('**/flow?since=2026-05-06');
    await lanes.getByText('2.1 hours less: better').first().waitFor();
    expect(server.asked).toContain('/api/flow/lanes?since=2026-05-06');
    const changes = await lanes.locator('[data-lane] [data-verdict]').allInnerTexts();
    expect(changes.map((words) => words.replace(/\s*\n\s*/, ' | '))).toEqual([
      'no clear difference | likely 12 % less to 9.5 % more',
      '↓ 2.1 hours less: better | likely 18 % to 41 % less',
      'no clear difference | likely 12 % less to 9.5 % more',
      'no clear difference | likely 12 % less to 9.5 % more',
      '↑ 9 hours more: worse | likely 12 % to 44 % more',
    ]);
    await page.goBack();
    await lanes.getByText('2.1 hours less').first().waitFor({ state: 'detached' });
    await page.goForward();
    await lanes.getByRole('button', { name: 'Whole window' }).click();
    await page.waitForURL((url) => url.search === '');
    await close();
  });
});

describe('Every mark leads to what is behind it', () => {
  const hrefs = async (page: Page, name: string) => {
    const links = await figure(page, name).locator('[data-part="drawing"] svg a').all();
    return Promise.all(links.map((link) => link.getAttribute('href')));
  };

  test('of a lane, to its weeks', async () => {
    const { page, close } = await open({}, '?since=2026-05-04');
    await drawn(page);
    const links = await hrefs(page, 'lanes');
    expect(links.slice(2, 4)).toEqual([
      '/items?from=2025-11-24&to=2026-05-03&measure=pickup-time',
      '/items?from=2026-05-04&to=2026-11-15&measure=pickup-time',
    ]);
    expect(links).toHaveLength(10);
    await close();
  });

  test('of the scatter, by arrow keys as by the pointer', async () => {
    const { page, close } = await open();
    await drawn(page);
    const dot = figure(page, 'scatter').locator('svg a');
    await dot.focus();
    await page.keyboard.press('Home');
    const first = await dot.getAttribute('href');
    await page.keyboard.press('ArrowRight');
    expect([first, await dot.getAttribute('href')]).toEqual([
      `/items?id=${encodeURIComponent('git:/srv/clones/uptake#1')}`,
      `/items?id=${encodeURIComponent('git:/srv/clones/report-archive#2')}`,
    ]);
    expect(await figure(page, 'scatter').getByRole('status').innerText()).toContain('report-archive#2');
    await page.keyboard.press('Escape');
    expect(await figure(page, 'scatter').getByRole('status').count()).toBe(0);
    const circle = figure(page, 'scatter').locator('circle').nth(40);
    await circle.hover({ force: true });
    expect(await figure(page, 'scatter').getByRole('status').isVisible()).toBe(true);
    await close();
  });

  test('of open work, of a team’s fortnight, and of a week of a line', async () => {
    const { page, close } = await open();
    await drawn(page);
    const ageing = await hrefs(page, 'ageing');
    expect(new Set(ageing).size).toBe(14);
    for (const href of ageing) expect(href).toMatch(/^\/items\?waiting=[a-z-]+&age=[0-9a-z-]+$/);
    const team = figure(page, 'teams').getByRole('region', { name: 'Payments' }).locator('svg a');
    await team.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await team.getAttribute('href')).toBe(
      '/items?team=payments&from=2026-10-19&to=2026-11-01&measure=time-to-merge',
    );
    const week = figure(page, 'pickup-time').locator('tbody th a').first();
    expect(await week.getAttribute('href')).toBe('/items?measure=pickup-time&week=2026-11-16');
    await close();
  });

  test('by Enter where the arrow keys have gone to in a line', async () => {
    const { page, close } = await open();
    await drawn(page);
    const chart = figure(page, 'cycle-time').locator('svg.recharts-surface').first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await figure(page, 'cycle-time').getByRole('status').filter({ visible: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/items?*');
    expect(new URL(page.url()).search).toMatch(/^\?measure=cycle-time&week=\d{4}-\d\d-\d\d$/);
    await close();
  });
});

describe('The team figure', () => {
  test('shows the measure that was chosen, which stands in the address beside the question', async () => {
    const { page, server, faults, close } = await open({}, '?window=26w');
    await drawn(page);
    await figure(page, 'teams').getByLabel('Measure').selectOption('Review time');
    await page.waitForURL('**/flow?window=26w&panels=review-time');
    await drawn(page);
    expect(server.asked).toContain('/api/flow/teams/review-time?window=26w');
    expect(await page.getByText('do not know').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('has teams by name, and others without a way to them', async () => {
    const { page, close } = await open();
    await drawn(page);
    const panels = figure(page, 'teams')
      .getByRole('region')
      .filter({ has: page.locator('svg') });
    const labels = await Promise.all((await panels.all()).map((panel) => panel.getAttribute('aria-label')));
    expect(labels).toEqual(['Payments', 'Search', 'Others']);
    expect(await panels.last().locator('a').count()).toBe(0);
    await close();
  });
});

describe('States of the flow page’s own figures', () => {
  test('of nothing are said, each in words', async () => {
    const nothing = { from: '', to: '', p50: null, p85: null, repositories: [], n: 0 };
    const marks = { repository: [], number: [], day: [], hours: [] };
    const { scene } = await serveScene();
    const { page, faults, close } = await open({
      lanes: (asked) => {
        const answer = scene.lanes(asked);
        if (!('data' in answer)) return answer;
        const none = { state: 'too-few', value: null, low: null, high: null, n: 3 } as const;
        const lanes = answer.data.lanes.map((lane) => ({
          ...lane,
          parts: lane.parts.map((part) => ({ ...part, ...none })),
        }));
        return { ...answer, data: { ...answer.data, lanes } };
      },
      scatter: (measure, asked) => {
        const answer = scene.scatter(measure, asked);
        return 'data' in answer ? { ...answer, data: { ...answer.data, ...nothing, marks } } : answer;
      },
      ageing: (asked) => {
        const answer = scene.ageing(asked);
        return 'data' in answer ? { ...answer, data: { ...answer.data, n: 0, oldest: [] } } : answer;
      },
      teamMultiples: (measure, asked) => {
        const answer = scene.teamMultiples(measure, asked);
        return 'data' in answer ? { ...answer, data: { ...answer.data, panels: [], periods: [] } } : answer;
      },
    });
    await drawn(page);
    const said = {
      lanes: 'Too few to show.',
      scatter: 'No data.',
      ageing: 'Nothing is open.',
      teams: 'No teams yet.',
    };
    for (const name of own) expect(await figure(page, name).getByText(said[name]).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('that failed leave the others standing, and can be asked for again', async () => {
    let failing = true;
    const { page, close } = await open({
      ageing: (asked) =>
        failing ? refusal(500, 'internal', 'Something went wrong here.') : usual.ageing(asked),
    });
    const { scene: usual } = await serveScene();
    const lost = page.getByText('Open work now could not be loaded.');
    await lost.waitFor();
    expect(await figure(page, 'lanes').isVisible()).toBe(true);
    failing = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await figure(page, 'ageing').getByText('Open for longest').waitFor();
    expect(await lost.count()).toBe(0);
    await close();
  });

  test('of a clone are those that a clone can tell: cycle time one by one, and the teams', async () => {
    const { page, server, faults, close } = await open({ status: () => statusAnswer() });
    await drawn(page);
    const names = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-figure]')].map((figure) => figure.dataset.figure)`,
    );
    expect(names).toEqual(['cycle-time', 'merged-pull-requests', 'batch-size', 'scatter', 'teams']);
    expect(server.asked).toContain('/api/flow/scatter/cycle-time');
    expect(server.asked.some((path) => /lanes|ageing/.test(path))).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});
