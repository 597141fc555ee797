import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '../../server/model/instant.ts';
import { statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { fillStore, onForge } from '../support/filled-store.ts';
import { healthAnswer } from '../support/health-answers.ts';
import { spawnUptake } from '../support/program.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { troubleStore } from '../support/troubled-store.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
import { refusal, type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;
let troubled: { address: string; close(): Promise<void> };

/** The real program on an organisation of which not everything is well. */
async function servedTrouble() {
  const { folder, remove } = lentFolder();
  const data = join(folder, 'data');
  await fillStore(data, [onForge('shop', 'deployments:production'), onForge('till', null)], 64);
  await troubleStore(data, Date.UTC(2024, 8, 2) + 63 * 7 * DAY + 2 * DAY);
  const server = spawnUptake(['serve', '--no-demo', '--port', '0', '--data', data]);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  const close = async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    remove();
  };
  return { address, close };
}

beforeAll(async () => {
  [browser, troubled] = await Promise.all([startChromium(), servedTrouble()]);
});

afterAll(async () => {
  await browser.close();
  await troubled.close();
});

const running = {
  ...{ source: 'github acme', startedAt: '2026-11-21T03:10:00Z', done: 120, total: 400 },
  what: 'repository 3 of 12: acme/shop, pull requests',
  remarks: ['about 5 minutes left for this step', '12,400 rows so far'],
};

async function open(scene: Partial<Scene>, viewport = desktop) {
  const server = await serveScene(scene);
  const seen = await visit(browser, `${server.address}/data`, { viewport });
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, close };
}

describe('Data health, of an organisation of which not everything is well', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: desktop },
    { colorScheme: 'light' as const, viewport: phone },
    { colorScheme: 'dark' as const, viewport: { width: 320, height: 640 } },
  ])('answers its question first, and is sound: %o', async (look) => {
    const { page, faults, close } = await visit(browser, `${troubled.address}/data`, look);
    const verdict = page.getByRole('region', { name: 'Not as numbers of today' });
    await verdict.waitFor();
    expect(await page.locator('main h2').first().textContent()).toMatch(
      /^Not as numbers of today: the data stop on /,
    );
    expect(await verdict.textContent()).toContain('1 can no longer be read');
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    expect(await page.title()).toMatch(/^Not as numbers of today · Data health · Uptake$/);
    await close();
  });

  test('says of every repository in trouble why, and what to do', async () => {
    const { page, close } = await visit(browser, `${troubled.address}/data`);
    const list = page.getByRole('list', { name: 'Repositories of GitHub to look after' });
    await list.waitFor();
    const said = await list.getByRole('listitem').allTextContents();
    expect(said.map((text) => /^acme\/\w+ (Behind|Lost|Not finished)/.exec(text)?.[0])).toEqual([
      'acme/billing Behind',
      'acme/ledger Lost',
      'acme/search Not finished',
    ]);
    await close();
  });

  test('shows thirty nights, each with words that the arrows of the keyboard reach', async () => {
    const { page, close } = await visit(browser, `${troubled.address}/data`);
    const strip = page.getByRole('group', { name: 'Imports of GitHub: acme, night by night' });
    await strip.waitFor();
    const names = await strip.locator('label').allTextContents();
    expect(names).toHaveLength(30);
    expect(names.filter((name) => name.endsWith(': failed'))).toHaveLength(3);
    expect(names.filter((name) => name.endsWith(': no run'))).toHaveLength(1);
    await strip.getByRole('radio').last().focus();
    await page.keyboard.press('ArrowLeft');
    const chosen = strip.getByRole('radio', { checked: true });
    expect(await chosen.getAttribute('value')).toBe(
      await strip.getByRole('radio').nth(28).getAttribute('value'),
    );
    expect(await page.getByText(names[28] ?? '?', { exact: true }).count()).toBeGreaterThan(1);
    await close();
  });

  test('leads to what was left out, and from the line on every page to here', async () => {
    const { page, close } = await visit(browser, `${troubled.address}/flow`);
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^Data to / })
      .click();
    const bots = page.getByRole('link', { name: /pull requests by bots$/ });
    expect(await bots.getAttribute('href')).toBe('/items?leftOut=automation');
    expect(new URL(page.url()).pathname).toBe('/data');
    await close();
  });
});

describe('While an import runs', () => {
  test('the page says how it goes on, and asks anew when it has ended', async () => {
    const { page, server, faults, close } = await open({ status: () => statusAnswer({ running }) });
    const now = page.getByRole('main').locator('[data-part="import"]');
    await now.getByText('repository 3 of 12: acme/shop, pull requests, 120 of 400').waitFor();
    expect(await now.textContent()).toContain('about 5 minutes left for this step; 12,400 rows so far');
    expect(await now.getByRole('progressbar').getAttribute('value')).toBe('120');
    expect(await axeFindings(page)).toEqual([]);
    const statuses = () => server.asked.filter((path) => path === '/api/status').length;
    const before = statuses();
    for (const done of [200, 300, 390]) {
      server.scene.status = () => statusAnswer({ running: { ...running, done } });
      await now.getByText(`${done} of 400`).waitFor();
    }
    // It was told all of that by events.
    expect([statuses(), server.asked.filter((path) => path === '/api/import/events').length]).toEqual([
      before,
      1,
    ]);
    const asked = server.asked.filter((path) => path === '/api/health').length;
    server.scene.status = () => statusAnswer({}, 5);
    await expect.poll(() => now.count()).toBe(0);
    await expect
      .poll(() => server.asked.filter((path) => path === '/api/health').length)
      .toBeGreaterThan(asked);
    expect(faults).toEqual([]);
    await close();
  });

  test('of another process it is said that it runs, without how far it is', async () => {
    const elsewhere = { ...running, what: 'reading', done: 0, total: null, elsewhere: true };
    const { page, server, close } = await open({ status: () => statusAnswer({ running: elsewhere }) });
    await page.getByRole('main').getByText('Importing github acme: reading', { exact: true }).waitFor();
    expect(server.asked).not.toContain('/api/import/events');
    await close();
  });
});

describe('When there is nothing to tell', () => {
  const nothing = { sources: [], asked: [], coverage: null, leftOut: [] };

  test('an empty database says how real data come', async () => {
    const verdict = {
      ...{ answer: 'nothing' as const, because: [], todo: [] },
      sentence: 'There are no numbers yet: nothing is connected.',
    };
    const { page, faults, close } = await open({
      status: () => statusAnswer({ repositories: [], dataLine: 'No data yet.' }),
      health: () => healthAnswer({ ...nothing, verdict }),
    });
    await page.getByRole('heading', { name: verdict.sentence }).waitFor();
    expect(await page.locator('main code').first().textContent()).toBe(
      'npm run uptake -- ingest github OWNER',
    );
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a server that fails is said in its words, and trying again mends it', async () => {
    const words = 'Something went wrong here. The log of the server says what.';
    const { page, server, close } = await open({ health: () => refusal(500, 'internal', words) });
    await page.getByText(words).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    server.scene.health = () => healthAnswer();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await page.getByRole('heading', { name: /^Yes: everything that is connected is read/ }).waitFor();
    await close();
  });
});
