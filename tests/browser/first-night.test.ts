import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { type FakeAccount, user } from '../support/github/account.ts';
import { HOUR } from '../support/github/chance.ts';
import type { Heard } from '../support/github/faults.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { pullRequest } from '../support/github/pull-request.ts';
import { startedGithub } from '../support/github/started.ts';
import { generateSite } from '../support/jira/generated-site.ts';
import { startedJira } from '../support/jira/started.ts';
import { mailServer } from '../support/mail-server.ts';
import { startUptake } from '../support/program.ts';
import { type ProgramClock, programClock } from '../support/program-clock.ts';
import { slackServer } from '../support/slack-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { axeFindings, desktop, visit } from '../support/visit.ts';

const GIVEN_OUT = '2026-03-30';
const GENERATED = '\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)';
/** A Sunday. */
const EVENING = Date.UTC(2026, 5, 7, 19);
const NIGHT = Date.UTC(2026, 5, 8, 3, 1);
const MORNING = Date.UTC(2026, 5, 8, 7, 31);

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(() => browser.close());

/** GitHub and Jira of an organisation whose assistants were given out in spring, and of which no team is known. */
async function outside(clock: ProgramClock) {
  const acme = generateOrganisation({
    ...{ seed: 5, login: 'acme', repositories: 2, pullRequests: 500, many: 0.01 },
    ...{ from: '2026-01-05', until: '2026-06-07' },
  });
  acme.teams = [];
  for (const [place, { pullRequests }] of acme.repositories.entries())
    for (const [n, one] of pullRequests.entries()) {
      one.author = ofPlace(one.author, place);
      if (one.createdAt > GIVEN_OUT && n % 3 > 0) one.body += GENERATED;
    }
  const github = await startedGithub({ organisations: [acme], now: clock.now });
  const site = generateSite(11, 150, { until: EVENING - 24 * HOUR, now: clock.now });
  const jira = await startedJira({ site });
  return { acme, github, site, jira };
}

/** Of the twelve people, six work in one repository and six in the other. */
function ofPlace(author: FakeAccount | null, place: number): FakeAccount | null {
  return author?.kind === 'User' ? user(`dev-${place * 6 + (author.login.charCodeAt(0) % 6)}`) : author;
}

test('a newcomer connects GitHub and Jira under /setup, and in the morning the data and the digest are there', async () => {
  const folder = temporaryFolder();
  const clock = programClock(join(folder, 'clock'), EVENING);
  const { acme, github, site, jira } = await outside(clock);
  const [slack, mail] = [await slackServer(), await mailServer()];
  const program = startUptake(
    ['serve', '--port', '0', '--data', join(folder, 'data'), '--no-demo'],
    clock.env,
  );
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const { page, close } = await visit(browser, `${address}/setup`, { viewport: desktop });
  await page.clock.install({ time: EVENING });

  const first = page.locator('[data-step="1"]');
  await first.getByLabel('Organisation or user').fill('acme');
  await first.getByLabel('Token').fill('good-token');
  await first.getByLabel('Address of the API').fill(github.url);
  await first.getByRole('button', { name: 'Check and connect GitHub' }).click();
  await first.getByText('✓ Connected: github acme').waitFor();
  const second = page.locator('[data-step="2"]');
  await second.getByLabel('Address of the site').fill(jira.url);
  await second.getByLabel('E-mail of the account').fill('reader@example.com');
  await second.getByLabel('API token').fill('good-token');
  await second.getByRole('button', { name: 'Check and connect Jira' }).click();
  await second.getByText('✓ Connected: jira').waitFor();

  const shop = acme.repositories.find(({ name }) => name === 'shop');
  // So slow that somebody who looks sees it come.
  const slowly = ({ operation, variables }: Heard) =>
    operation === 'PullRequests' && variables.id === shop?.id ? ({ kind: 'slow', ms: 700 } as const) : null;
  github.faults.plan = slowly;
  await page.getByRole('button', { name: 'Begin the import' }).click();
  const fourth = page.locator('[data-step="4"]');
  await fourth.getByText(/1 of 2 repositories in: half of pull requests merged within .* so far/).waitFor();
  github.faults.plan = null;
  await fourth.getByText(/^✓ 2 repositories in: half of pull requests merged within/).waitFor();

  const teams = page.locator('[data-step="5"]');
  for (const name of ['billing', 'shop'])
    await teams.getByRole('button', { name: new RegExp(`^Take this team.*${name}$`) }).click();
  await teams.getByText('✓ 2 teams known').waitFor();
  await page.getByRole('link', { name: 'State the start dates under Settings' }).click();
  await page.getByRole('button', { name: 'Add a rollout' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Assistants');
  await page.getByText('Nobody knows the dates?').click();
  await page.locator('[data-part="guess"] li').first().waitFor();
  await page.getByRole('button', { name: /^Fill in .*shop$/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Assistants' }).waitFor();

  await page.goto(`${address}/setup`);
  const told = page.locator('[data-step="7"]');
  await told.locator('summary', { hasText: 'Slack' }).click();
  await told.getByLabel('Address of an incoming webhook').fill(slack.url);
  await told.getByRole('button', { name: 'Send a test and keep Slack' }).click();
  await told.getByText('✓ Goes out by Slack').waitFor();
  await told.locator('summary', { hasText: 'E-mail' }).click();
  await told.getByLabel(/^To/).fill('leads@example.com');
  await told.getByLabel(/^From/).fill('uptake@example.com');
  await told.getByLabel(/^Mail server/).fill('smtp://127.0.0.1:9');
  await told.getByRole('button', { name: 'Send a test and keep the mail server' }).click();
  await told.getByText('127.0.0.1 takes no mail').waitFor();
  await told.getByLabel(/^Mail server/).fill(`smtp://127.0.0.1:${mail.port}`);
  await told.getByRole('button', { name: 'Send a test and keep the mail server' }).click();
  await told.getByText('✓ Goes out by Slack and e-mail (leads@example.com)').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  // Work goes on in the evening, while nobody looks.
  await close();
  const late = new Date(EVENING + 2 * HOUR).toISOString().replace('.000', '');
  shop?.pullRequests.push(
    pullRequest({ number: 9000, title: 'The last one of the evening', createdAt: late, mergedAt: late }),
  );
  const issue = site.create({ project: 'SHOP', summary: 'Found after supper', at: EVENING + HOUR });
  site.transition(issue, 'Done', { at: EVENING + 2 * HOUR });
  expect([slack.taken, mail.received]).toMatchObject([
    [expect.stringContaining('Uptake reaches you here.')],
    [{ source: expect.stringContaining('Uptake reaches you here.') }],
  ]);
  clock.set(NIGHT);
  await program.said(/Import done.*\n[\s\S]*Import done/);
  clock.set(MORNING);
  await expect.poll(() => [slack.taken.length, mail.received.length], { timeout: 30_000 }).toEqual([2, 2]);
  expect(slack.taken[1]).toMatch(/One thing to do[\s\S]*Data to Mon 8 Jun 2026, 03:0/);
  expect(mail.received[1]).toMatchObject({
    to: ['leads@example.com'],
    source: expect.stringContaining('Data to Mon 8 Jun 2026, 03:0'),
  });

  const morning = await visit(browser, `${address}/items`, { viewport: desktop });
  await morning.page.clock.install({ time: MORNING });
  await morning.page.getByRole('link', { name: 'The last one of the evening' }).waitFor();
  await morning.page.getByRole('link', { name: 'Data to Mon 8 Jun 2026, 03:0' }).waitFor();
  await morning.page.goto(`${address}/items?of=issues`);
  await morning.page.getByRole('link', { name: 'Found after supper' }).waitFor();
  await morning.close();
});
