import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesAnswer, statusAnswer, tooFew } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { figure, figuresOf } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { refusal, type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
});

const running = {
  source: 'git /srv/clones/uptake',
  startedAt: '2026-11-21T03:10:00Z',
  what: 'reading commits',
  done: 12_400,
  total: 35_000,
};
const internal = refusal(500, 'internal', 'Something went wrong here. The log of the server says what.');

/** Something to wait for until the test lets it go. */
function held(): { until: Promise<void>; release: () => void } {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

async function open(scene: Partial<Scene>, path = '/flow', viewport = desktop) {
  const server = await serveScene(scene);
  const seen = await visit(browser, server.address + path, { viewport });
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, close };
}

describe('An empty database', () => {
  test('says what to type, for GitHub and for a clone, and copies it', async () => {
    const { page, faults, close } = await open({ status: () => statusAnswer({ repositories: [] }) });
    await page.getByRole('heading', { name: 'Nothing to show yet.' }).waitFor();
    expect(await page.locator('code').allTextContents()).toEqual([
      'npm run uptake -- ingest github OWNER',
      'npm run uptake -- ingest git PATH',
    ]);
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('tells how far the first import is, and shows the figures when it is done', async () => {
    const { page, server, faults, close } = await open({
      status: () => statusAnswer({ repositories: [], running, dataLine: 'No data yet.' }, 0),
    });
    const main = page.getByRole('main');
    await main.getByText('Importing git /srv/clones/uptake: reading commits, 12,400 of 35,000').waitFor();
    expect(await main.getByRole('progressbar').getAttribute('value')).toBe('12400');
    expect(await axeFindings(page)).toEqual([]);
    server.scene.status = () => statusAnswer({}, 1);
    await drawn(page);
    await expect.poll(() => page.locator('[data-figure]').count()).toBe(5);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('While an import runs', () => {
  test('its progress is in the bar on every page, and new data replace the old', async () => {
    const { page, server, faults, close } = await open({ status: () => statusAnswer({ running }) });
    await drawn(page);
    const bar = page.getByRole('banner');
    expect(await bar.textContent()).toContain('Data to Sat 21 Nov 2026, 03:12.');
    expect(await bar.textContent()).toContain('reading commits, 12,400 of 35,000');
    server.scene.status = () => statusAnswer({ running: { ...running, done: 20_000 } });
    await bar.getByText('20,000 of 35,000').waitFor();
    const before = server.asked.filter((path) => path.startsWith('/api/series')).length;
    server.scene.series = (measure, asked) =>
      seriesAnswer(measure, asked, { finding: `Newer: ${measure}` }, 5);
    server.scene.status = () => statusAnswer({}, 5);
    await page.getByRole('heading', { name: 'Newer: cycle-time' }).waitFor();
    await page.getByRole('heading', { name: 'Newer: batch-size' }).waitFor();
    expect(before).toBe(3);
    await expect.poll(() => server.asked.filter((path) => path.startsWith('/api/series')).length).toBe(6);
    await expect.poll(() => bar.getByRole('progressbar').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('an import of unknown length has a bar that says so', async () => {
    const { page, close } = await open({
      status: () => statusAnswer({ running: { ...running, total: null } }),
    });
    const progress = page.getByRole('banner').getByRole('progressbar');
    await progress.waitFor();
    expect(await progress.getAttribute('value')).toBe(null);
    await close();
  });

  test('a failed import is told above the figures, which stay', async () => {
    const failed = 'git /srv/clones/uptake: this path is no Git repository any more.';
    const { page, close } = await open({ status: () => statusAnswer({ failed }) });
    await drawn(page);
    await page.getByRole('status').filter({ hasText: failed }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});

describe('While answers are on their way', () => {
  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('the first drawing’s place is kept on a %s', async (_, viewport) => {
    const status = held();
    const series = held();
    const scene = { statusAfter: status.until, seriesAfter: series.until };
    const { page, faults, close } = await open(scene, '/flow', viewport);
    const place = page.locator('[data-part="place"], [data-part="drawing"]').first();
    await page.locator('[inert]').waitFor();
    await place.waitFor();
    const first = await place.boundingBox();
    expect(await axeFindings(page)).toEqual([]);
    status.release();
    await page.locator('[inert]').waitFor({ state: 'detached' });
    await place.waitFor();
    expect(await place.boundingBox()).toEqual(first);
    expect(await axeFindings(page)).toEqual([]);
    series.release();
    await drawn(page);
    expect(await place.boundingBox()).toEqual(first);
    expect(faults).toEqual([]);
    await close();
  });

  test('the old answer stays, marked as busy', async () => {
    const series = held();
    const { page, server, close } = await open({});
    await drawn(page);
    server.scene.seriesAfter = series.until;
    await page.getByLabel('Window').selectOption('12 weeks');
    const shown = figure(page, 'cycle-time');
    await page.locator('[data-figure="cycle-time"][aria-busy="true"]').waitFor();
    expect(await shown.locator('tbody tr').count()).toBe(53);
    series.release();
    await drawn(page);
    expect(await shown.locator('tbody tr').count()).toBe(13);
    await close();
  });
});

describe('When the server fails', () => {
  test('at a figure, its place says so in the server’s words, and trying again mends it', async () => {
    const { page, server, close } = await open({ series: () => internal });
    await page.getByText('Cycle time could not be loaded.').waitFor();
    const words = page.getByText('Something went wrong here. The log of the server says what.');
    await expect.poll(() => words.count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    server.scene.series = seriesAnswer;
    for (const name of ['Cycle time', 'Merged pull requests', 'Batch size']) {
      const place = page.getByText(`${name} could not be loaded.`).locator('..');
      await place.getByRole('button', { name: 'Try again' }).click();
    }
    await drawn(page);
    await expect.poll(() => page.locator('[data-figure]').count()).toBe(5);
    await close();
  });

  test('from the beginning, the page says so, and trying again mends it', async () => {
    const { page, server, close } = await open({ status: () => internal });
    await page.getByRole('heading', { name: 'The server does not answer.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    server.scene.status = () => statusAnswer();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await drawn(page);
    await expect.poll(() => page.getByText('The server does not answer.').count()).toBe(0);
    await close();
  });

  test('later, the figures stay and the bar says so', async () => {
    const { page, server, close } = await open({ status: () => statusAnswer({ running }) });
    await drawn(page);
    server.scene.status = () => ({ status: 502, body: '<html>Bad gateway</html>' });
    await page.getByRole('banner').getByText('The server does not answer.').waitFor();
    await expect.poll(() => page.locator('[data-figure]').count()).toBe(5);
    await close();
  });
});

describe('Too little to show', () => {
  test('is said in place of the drawing, with what would do', async () => {
    const { page, faults, close } = await open({ series: tooFew }, '/flow?window=12w');
    await drawn(page);
    const shown = figure(page, 'cycle-time');
    const words = 'A week is shown from 5 pull requests on; the fullest week here has 3.';
    expect(await shown.getByText(words).isVisible()).toBe(true);
    const cells = (await figuresOf(page))[0]?.rows.map(([, value]) => value);
    expect(new Set(cells)).toEqual(new Set(['too few (3)', 'no data']));
    expect(await axeFindings(page)).toEqual([]);
    await shown.getByRole('button', { name: 'Clear the filters' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  test('in one week is a gap in the line and a word in the table, never a zero', async () => {
    const { page, close } = await open({});
    await drawn(page);
    const [shown] = await figuresOf(page);
    const words = shown?.rows.map(([, value]) => value).filter((value) => !/^\d/.test(value ?? ''));
    expect(words).toEqual(['too few (3)', 'too few (3)', 'too few (3)', 'no data']);
    expect(shown?.drawn?.heights).toHaveLength(48);
    expect(Math.min(...(shown?.drawn?.heights ?? []))).toBeGreaterThan(10);
    await close();
  });

  test.each([desktop, phone, { width: 320, height: 640 }])('fits $width pixels', async (viewport) => {
    const { page, close } = await open({ series: tooFew }, '/flow?stat=p85&window=104w', viewport);
    await drawn(page);
    expect(await overflow(page)).toBe(0);
    await close();
  });
});
