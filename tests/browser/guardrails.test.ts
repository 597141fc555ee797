import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuardrailsAnswer } from '../../server/contract/index.ts';
import { guardrailsAnswer } from '../../server/report/guardrails/guardrails.ts';
import { startChromium } from '../support/chromium.ts';
import { dozen, guardedHeld, times } from '../support/guarded-facts.ts';
import { spawnUptake } from '../support/program.ts';
import { figure } from '../support/seen-figure.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';
import { serveScene, type WebServer } from '../support/web-server.ts';

let browser: Browser;
let scene: WebServer;

const held = guardedHeld(dozen(times(1.9)));
const worse = guardrailsAnswer(held, {});
const unstarted = guardrailsAnswer({ ...held, rollouts: [] }, {});

beforeAll(async () => {
  [browser, scene] = await Promise.all([startChromium(), serveScene({ guardrails: () => worse })]);
});

afterAll(async () => {
  await browser.close();
  await scene.close();
});

const open = async (options = {}, search = '') => {
  const seen = await visit(browser, `${scene.address}/guardrails${search}`, options);
  await figure(seen.page, 'guardrail-ci-first-pass-rate').waitFor();
  return seen;
};

const figuresIn = ({ data }: GuardrailsAnswer) => data.guardrails.map(({ definition }) => definition.id);

describe('The page of guardrails', () => {
  test.each([
    { colorScheme: 'light' as const, viewport: desktop },
    { colorScheme: 'dark' as const, viewport: desktop },
    { colorScheme: 'light' as const, viewport: phone },
    { colorScheme: 'dark' as const, viewport: phone },
  ])('says what it finds, then shows each guardrail: %o', async (look) => {
    const { page, faults, close } = await open(look);
    await page.getByRole('heading', { name: worse.data.finding }).waitFor();
    for (const id of figuresIn(worse)) expect(await figure(page, `guardrail-${id}`).count(), id).toBe(1);
    expect(await page.title()).toContain('Not without checking');
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('calls each row by its standing and leads to the items behind it', async () => {
    const { page, close } = await open();
    const rows = figure(page, 'guardrails').locator('[data-measure]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(12);
    const reverts = rows.first();
    expect(await reverts.textContent()).toContain('worse');
    const link = reverts.getByRole('link', { name: /^Revert rate: worse, .* points more/ });
    expect(await link.getAttribute('href')).toContain('/items?by=merge&measure=revert-rate');
    await close();
  });

  test('gives the same as tables', async () => {
    const { page, faults, close } = await open({}, '?show=table');
    const table = figure(page, 'guardrails').locator('table');
    expect(await table.locator('tbody tr').count()).toBe(12);
    expect(await page.locator('[data-part="drawing"] svg').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('without a rollout asks when it began, and shows how each measure goes', async () => {
    scene.scene.guardrails = () => unstarted;
    const { page, faults, close } = await open();
    await page.getByText('Say when each team began under Settings').first().waitFor();
    await page.getByRole('link', { name: 'Open the settings' }).waitFor();
    await figure(page, 'guardrail-revert-rate').locator('[data-part="drawing"] svg').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    scene.scene.guardrails = () => worse;
    await close();
  });

  test('of an empty database says what to type', async () => {
    const { folder, remove } = lentFolder();
    const data = join(folder, 'data');
    mkdirSync(data);
    const server = spawnUptake(['serve', '--port', '0', '--data', data, '--no-demo']);
    const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
    const { page, faults, close } = await visit(browser, `${address}/guardrails`);
    await page.getByRole('heading', { name: 'Nothing to show yet.' }).waitFor();
    await page.getByText('The guardrails then appear here by themselves.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    server.child.kill('SIGTERM');
    await server.ended;
    remove();
  });
});
