import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { writeDemo } from '../support/demo-held.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { startedGithub } from '../support/github/started.ts';
import { startUptake } from '../support/program.ts';
import { slackServer } from '../support/slack-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, overflow, phone, visit } from '../support/visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(() => browser.close());

async function started(data: string, env: Record<string, string>, ...more: string[]): Promise<string> {
  const program = startUptake(['serve', '--port', '0', '--data', data, ...more], env);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  return address;
}

test('Setup connects GitHub after it has said what was wrong, and the first import shows what is already true', async () => {
  const acme = generateOrganisation({
    ...{ seed: 5, login: 'acme', repositories: 3, pullRequests: 60, many: 0.05 },
    ...{ from: '2026-01-05', until: '2026-06-01' },
  });
  const github = await startedGithub({ organisations: [acme] });
  const address = await started(temporaryFolder(), {}, '--no-demo');
  const { page, faults, close } = await visit(browser, `${address}/setup`, { viewport: phone });
  const step = page.locator('[data-step="1"]');
  await step.getByLabel('Organisation or user').fill('acme');
  await step.getByLabel('Token').fill('bad-token');
  await step.getByLabel('Address of the API').fill(github.url);
  await step.getByRole('button', { name: 'Check and connect GitHub' }).click();
  await step.locator('[data-ok="false"]').getByText('Make a new token').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await step.getByLabel('Token').fill('good-token');
  await step.getByRole('button', { name: 'Check and connect GitHub' }).click();
  await step.getByText('✓ Connected: github acme').waitFor();
  expect(await step.innerText()).toContain('3 to be read');
  expect(await step.getByLabel('Token').inputValue()).toBe('');
  await step.getByRole('button', { name: /^Remove.*github acme$/ }).click();
  await step.getByText('What was read of it stays').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await step.getByRole('button', { name: 'Remove it' }).click();
  await step.getByText('github acme is read no more.').waitFor();
  await step.getByText('Not connected yet').waitFor();
  // The kept one goes to no address that is not connected.
  await step.getByLabel('Token').fill('good-token');
  await step.getByRole('button', { name: 'Check and connect GitHub' }).click();
  await step.getByText('✓ Connected: github acme').waitFor();
  await page.getByRole('button', { name: 'Begin the import' }).click();
  await page.getByText(/3 repositories in: half of pull requests merged within/).waitFor({ timeout: 60_000 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  // While the server begins anew, nobody answers for a moment.
  expect(faults.filter((fault) => !/ERR_|Failed to load/.test(fault))).toEqual([]);
  await close();
});

test('Reports show the digest of every channel, send a test of what is set up, and give the page as a picture', async () => {
  const { url, taken } = await slackServer();
  const data = temporaryFolder();
  (await writeDemo(data, { scenario: 'real-gain', size: 0.3 })).close();
  writeFileSync(join(data, 'uptake.yaml'), 'deliver: { slack: true }\n');
  const address = await started(data, { SLACK_WEBHOOK_URL: url });
  const { page, faults, close } = await visit(browser, `${address}/reports`, { viewport: desktop });
  const channel = page.locator('[data-channel="Slack"]');
  await channel.getByRole('button', { name: 'Send a test by Slack' }).click();
  await channel.getByText('The test went out by Slack.').waitFor();
  // The data of a demo are old, of which an alert may tell the same channel.
  const shown = await channel.locator('pre').textContent();
  expect(taken).toContain(shown?.replace('*', '*Test: '));
  const mail = page.locator('[data-channel="e-mail"]');
  expect(await mail.innerText()).toContain('Not set up: set UPTAKE_SMTP_URL');
  expect(await mail.getByRole('button').count()).toBe(0);
  const sheet = page.locator('[data-part="one-page"]');
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Save as PNG' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('uptake-report.png');
  await picture.saveAs(join(data, 'report.png'));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-part="digest"]').isVisible()).toBe(false);
  expect(await sheet.getByText('One thing to do.').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await axeFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
