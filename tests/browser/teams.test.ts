import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChoicesAnswer } from '../../server/contract/index.ts';
import { choicesAnswer, seriesAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { writeDemo } from '../support/demo-held.ts';
import { spawnUptake } from '../support/program.ts';
import { figure } from '../support/seen-figure.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { refusal, serveScene } from '../support/web-server.ts';
import type { Served } from './served.ts';

let browser: Browser;
let program: Served;
let choices: ChoicesAnswer['data'];

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), servedDemo()]);
  choices = JSON.parse(await (await fetch(`${program.address}/api/teams`)).text()).data;
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

/** The real program on a demo organisation that was read like any other. */
async function servedDemo(): Promise<Served> {
  const { folder, remove } = lentFolder();
  const data = join(folder, 'data');
  // Which teams may be chosen together depends on who is in them: two may in this one.
  (await writeDemo(data, { scenario: 'real-gain', seed: 1, size: 0.6 })).close();
  const server = spawnUptake(['serve', '--port', '0', '--data', data]);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  return {
    address,
    async close() {
      server.child.kill('SIGTERM');
      await server.ended;
      remove();
    },
  };
}

async function open(path: string, options = {}) {
  const seen = await visit(browser, program.address + path, options);
  await drawn(seen.page);
  const query = () => new URL(seen.page.url()).searchParams.getAll('team');
  return { ...seen, query };
}

const offered = () => choices.teams.filter(({ folded }) => folded === null);
const opener = (page: Page) => page.getByRole('button', { name: /^Team / });
const count = async (page: Page) =>
  Number(
    (await figure(page, 'merged-pull-requests').locator('[data-part="n"]').textContent())?.replace(/\D/g, ''),
  );

describe('The filter by team', () => {
  test('narrows every figure to one team or several, and Back undoes each step', async () => {
    const { page, query, faults, close } = await open('/flow?window=26w');
    const [one, other] = offered();
    const all = await count(page);
    await opener(page).click();
    await page.getByRole('checkbox', { name: one?.name ?? '' }).check();
    await expect.poll(query).toEqual([one?.id]);
    await drawn(page);
    const first = await count(page);
    await page.getByRole('checkbox', { name: other?.name ?? '' }).check();
    await expect.poll(query).toEqual([one?.id, other?.id].sort());
    await drawn(page);
    const both = await count(page);
    expect(first).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(first);
    expect(all).toBeGreaterThan(both);
    expect(await opener(page).textContent()).toBe('Team 2 teams');
    await page.goBack();
    await expect.poll(query).toEqual([one?.id]);
    await drawn(page);
    expect(await opener(page).textContent()).toBe(`Team ${one?.name}`);
    expect(await count(page)).toBe(first);
    expect(await figure(page, 'cycle-time').textContent()).toContain('Teams of all');
    expect(faults).toEqual([]);
    await close();
  });

  test('is used by keyboard alone, has a chip for each team, and Esc clears it', async () => {
    const { page, query, close } = await open('/flow');
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(query).toEqual([offered()[0]?.id]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(async () => query().length).toBe(2);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(false);
    expect(query()).toHaveLength(2);
    await page.getByRole('button', { name: `Remove filter: Team ${offered()[0]?.name}` }).click();
    await expect.poll(query).toEqual([offered()[1]?.id]);
    await page.keyboard.press('Escape');
    await expect.poll(query).toEqual([]);
    await close();
  });

  test.each([
    { viewport: desktop, colorScheme: 'light' as const },
    { viewport: phone, colorScheme: 'dark' as const },
    { viewport: { width: 320, height: 640 }, colorScheme: 'light' as const },
  ])('fits and is clean for axe: %o', async (options) => {
    const ids = offered().map(({ id }) => `team=${id}`);
    const { page, faults, close } = await open(`/flow?${ids.slice(0, 2).join('&')}`, options);
    await opener(page).click();
    await page.getByRole('checkbox').first().waitFor();
    const box = await page.locator('[popover]:popover-open').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(options.viewport.width);
    expect(await page.getByRole('checkbox').count()).toBe(offered().length);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('offers within a repository only what tells of five people or more, one team at a time', async () => {
    const pair = offered().find(({ within }) => within.length > 0);
    const repo = encodeURIComponent(pair?.within[0] ?? '');
    const { page, faults, close } = await open(`/flow?repo=${repo}`);
    await opener(page).click();
    const free = await page.locator('search input[type=checkbox]:enabled').count();
    expect(free).toBe(offered().filter(({ within }) => within.includes(pair?.within[0] ?? '')).length);
    await page.getByRole('checkbox', { name: pair?.name ?? '' }).check();
    await drawn(page);
    expect(await page.locator('search input[type=checkbox]:enabled').count()).toBe(1);
    expect(await count(page)).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('lists repositories that are too small or too alike, but not to be chosen', async () => {
    const { page, close } = await open('/flow');
    const folded = choices.repositories.filter(({ folded }) => folded !== null).length;
    const group = page
      .getByRole('combobox', { name: 'Repository' })
      .locator('optgroup[label="Only as part of others"] option');
    expect(folded).toBeGreaterThan(0);
    expect(await group.count()).toBe(folded);
    expect(await group.and(page.locator(':enabled')).count()).toBe(0);
    await close();
  });
});

describe('A link to a group that is too small', () => {
  const lab = { id: 'lab', name: 'Lab', people: 'under 5' as const, within: [] };
  const why = 'Fewer than five people: shown only as part of others';
  const scene = { choices: () => choicesAnswer({ teams: [{ ...lab, folded: why }] }) };

  test('is said so, and never asked of the server', async () => {
    const server = await serveScene(scene);
    const { page, faults, close } = await visit(browser, `${server.address}/flow?team=lab&window=12w`);
    await drawn(page);
    const banner = page.getByRole('status').filter({ hasText: 'Lab' });
    expect(await banner.textContent()).toContain(
      'Lab. Fewer than five people: shown only as part of others. The figures are shown without.',
    );
    expect(server.asked.filter((path) => path.includes('team=lab'))).toEqual(['/flow?team=lab&window=12w']);
    expect(await axeFindings(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    expect(new URL(page.url()).search).toBe('?window=12w');
    expect(faults).toEqual([]);
    await close();
    await server.close();
  });

  test('after another window is chosen is let go only when that is known', async () => {
    const server = await serveScene({ choices: () => choicesAnswer({ teams: [{ ...lab, folded: null }] }) });
    const { page, close } = await visit(browser, `${server.address}/flow?team=lab`);
    await drawn(page);
    server.scene.choices = () => choicesAnswer({ teams: [{ ...lab, folded: why }] });
    await page.getByLabel('Window').selectOption('12 weeks');
    await page.getByRole('status').filter({ hasText: 'Lab. Fewer than five' }).waitFor();
    await drawn(page);
    expect(server.asked.filter((path) => /series.*team=lab.*window=12w/.test(path))).toEqual([]);
    expect(await page.locator('[data-figure]').count()).toBe(5);
    await close();
    await server.close();
  });
});

describe('Without teams', () => {
  test.each([
    ['there is no list of them', {}],
    [
      'as when they cannot be told',
      { choices: () => refusal(500, 'internal', 'Something went wrong here.') },
    ],
  ])('%s, and the figures are there', async (_, scene) => {
    const server = await serveScene({ ...scene, series: seriesAnswer });
    const { page, close } = await visit(browser, `${server.address}/flow`);
    await drawn(page);
    expect(await opener(page).count()).toBe(0);
    expect(await page.locator('[data-figure]').count()).toBe(5);
    await close();
    await server.close();
  });
});
