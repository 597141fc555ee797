import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChoicesAnswer, RolloutsAnswer } from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
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

async function stated(): Promise<RolloutsAnswer['data']> {
  const answer = await fetch(`${program.address}/api/organisation/rollouts`);
  const { data }: RolloutsAnswer = JSON.parse(await answer.text());
  return data;
}

async function settings(options = {}, prepare?: (page: Page) => Promise<void>) {
  const seen = await visit(browser, `${program.address}/settings`, options, prepare);
  await seen.page.locator('[data-entry="rollout"]').first().waitFor();
  return seen;
}

describe('Settings', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: phone },
  ])('tell of each rollout when every team starts: %o', async (options) => {
    const { page, faults, close } = await settings(options);
    const { rollouts, teams } = await stated();
    const words = await page.locator('main').innerText();
    for (const { name, summary } of rollouts)
      for (const said of [name, summary]) expect(words).toContain(said);
    for (const { name } of teams) expect(words).toContain(name);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('change a start, and all pages ask again: the history tells it', async () => {
    const { page, faults, close } = await settings();
    const [team] = (await stated()).teams;
    await page.getByRole('button', { name: /^Change/ }).click();
    await page.getByLabel(team?.name ?? '', { exact: true }).fill('2026-03-02');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('was changed', { exact: false }).first().waitFor();
    await page.locator('[data-entry="rollout"]').waitFor();
    const [rollout] = (await stated()).rollouts;
    expect(rollout?.starts.find((start) => start.team === team?.id)?.day).toBe('2026-03-02');
    await page.locator('[data-part="history"] summary').click();
    expect(await page.locator('[data-part="history"]').innerText()).toContain('was changed');
    expect(faults).toEqual([]);
    await close();
  });

  test('offer a guess below a warning, and take nothing of it before it is saved', async () => {
    const { page, faults, close } = await settings();
    const before = (await stated()).rollouts;
    await page.getByRole('button', { name: /^Change/ }).click();
    await page.getByText('Nobody knows the dates?').click();
    const guess = page.locator('[data-part="guess"]');
    await guess.locator('li').first().waitFor();
    expect(await guess.innerText()).toContain('make an effect out of nothing');
    for (const offered of await guess.getByRole('button', { name: /^Fill in/ }).all()) await offered.click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await stated()).rollouts).toEqual(before);
    expect(faults).toEqual([]);
    await close();
  });

  test('draw the order of teams that have not started, and show it with its seed', async () => {
    const { page, faults, close } = await settings();
    await page.getByRole('button', { name: /^Randomise/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('First start, if it is known').fill('2098-01-06');
    await page.getByRole('button', { name: 'Draw the order' }).click();
    const order = page.locator('[data-part="drawn-order"]');
    await order.waitFor();
    expect(await order.innerText()).toContain('The start dates follow the drawn order.');
    const [rollout] = (await stated()).rollouts;
    expect(await order.locator('ol li').allTextContents()).toEqual(
      rollout?.draw?.teams.map(({ name }) => name),
    );
    expect(rollout?.starts.filter(({ day }) => day?.startsWith('2098')).length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('take a file over, or say of every line what is wrong with it', async () => {
    const { page, close } = await settings();
    const take = (text: string) =>
      page.locator('[data-part="files"] input').setInputFiles({
        ...{ name: 'rollouts.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`rollout,tool,kind,team,start\n${text}`),
      });
    await take('Agents,,robot,,\nAgents,,agent,Nobody,\n');
    const faults = page.locator('[data-part="files"] [role="alert"] li');
    await faults.first().waitFor();
    expect(await faults.allTextContents()).toEqual([
      '2 lines cannot be taken; nothing was changed.',
      'Line 2: "robot" is no kind; it is one of assistant, agent, review, program, other.',
      'Line 3: there is no team "Nobody".',
    ]);
    const [team] = (await stated()).teams;
    await take(`Agents,,agent,${team?.name},2026-10-05\n`);
    await page.getByRole('heading', { name: 'Agents' }).waitFor();
    await close();
  });

  test('of two rollouts let a page choose: in the filters, as a chip, in the address', async () => {
    const { page, faults, close } = await visit(browser, `${program.address}/impact`);
    const { data }: ChoicesAnswer = JSON.parse(await (await fetch(`${program.address}/api/teams`)).text());
    const agents = data.rollouts?.find(({ name }) => name === 'Agents')?.id ?? 'none';
    await page.getByRole('combobox', { name: 'Rollout' }).selectOption(agents);
    await page.getByRole('button', { name: 'Remove filter: Rollout Agents' }).waitFor();
    expect(new URL(page.url()).searchParams.get('rollout')).toBe(agents);
    await page.getByText('Rollout: Agents').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('are not to be changed by who only reads, and say why', async () => {
    const { page, close } = await settings({}, async (opened) => {
      await opened.route('**/api/organisation/rollouts', async (route) => {
        const answer: RolloutsAnswer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, data: { ...answer.data, mayEdit: false } } });
      });
    });
    expect(await page.locator('main').innerText()).toContain('You can read this, but not change it');
    expect(await page.locator('main').getByRole('button').allTextContents()).toEqual(['Copy link']);
    expect(await page.locator('main input').count()).toBe(0);
    await close();
  });
});
