import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChoicesAnswer, UnmatchedAnswer, VerdictAnswer } from '../../server/contract/index.ts';
import { startChromium } from '../support/chromium.ts';
import { type JiraOnly, jiraOnly, ran } from '../support/jira-only.ts';
import { drawn, visit } from '../support/visit.ts';
import { type Served, serving } from './served.ts';

let browser: Browser;
let read: JiraOnly;
let program: Served;

beforeAll(async () => {
  [browser, read] = await Promise.all([startChromium(), jiraOnly(Date.UTC(2026, 10, 18, 12))]);
  program = await serving(read.data, () => undefined);
});

afterAll(async () => {
  await browser.close();
  await program.close();
  await read.end();
});

async function asked<Answer>(path: string): Promise<Answer> {
  return JSON.parse(await (await fetch(`${program.address}/api/${path}`)).text());
}

async function open(path: string) {
  const seen = await visit(browser, program.address + path);
  return { ...seen, shown: (name: string) => seen.page.locator(`[data-figure="${name}"]`) };
}

const named = (page: Awaited<ReturnType<typeof open>>['page']) =>
  page.evaluate<string[]>('[...document.querySelectorAll("[data-figure]")].map((one) => one.dataset.figure)');

describe('An organisation with a tracker and no repository', () => {
  test('may choose teams, which are judged by who has issues', async () => {
    const { data } = await asked<ChoicesAnswer>('teams');
    expect(data.teams.map(({ name, people, folded }) => [name, people, folded])).toEqual([
      ['Anchor', '5 to 9', null],
      ['Beacon', '5 to 9', null],
    ]);
    expect([data.repositories, data.marks]).toEqual([[], []]);
    expect(data.placing).toBe('Teams of all 960 issues: 100 % by a stated membership.');
  });

  test('sees its issues on Flow, and those of one team when it chooses one', async () => {
    const { page, shown, faults, close } = await open('/flow');
    await drawn(page);
    const n = shown('issues-finished').locator('[data-part="n"]');
    const all = await n.textContent();
    expect(await named(page)).toEqual([
      'issues-finished-per-person',
      'issue-cycle-time',
      'issue-statuses',
      'issues-finished',
      'issue-lead-time',
      'flow-efficiency',
      'issues-in-progress',
      'age-of-issues-in-progress',
      'teams',
    ]);
    await page.getByText('Issue cycle time of 2 teams: median from').first().waitFor();
    expect(await page.title()).toContain('Half of issues were finished within');
    await page.getByRole('button', { name: /^Team / }).click();
    await page.getByRole('checkbox', { name: 'Anchor' }).check();
    await expect.poll(() => n.textContent()).not.toBe(all);
    await drawn(page);
    expect([all, await n.textContent()]).toEqual(['n = 960', 'n = 480']);
    expect(faults).toEqual([]);
    await close();
  });

  test('is judged by the clock of issues on Verdict and Impact, of a team too', async () => {
    const { data } = await asked<VerdictAnswer>('verdict');
    expect(data.numbers.slice(0, 2).map(({ what }) => what)).toEqual([
      'Issue cycle time, half of the work',
      'Issues finished, each week',
    ]);
    const { page, faults, close } = await open('/impact');
    await drawn(page);
    await page.getByText('since no pull requests have been read').first().waitFor({ state: 'attached' });
    expect(faults).toEqual([]);
    await close();
  });

  test('sees on Adoption the use that is told of who finishes issues, of a team too', async () => {
    const { page, shown, faults, close } = await open('/adoption');
    await drawn(page);
    expect(await named(page)).toEqual(['adoption-use']);
    const told = 'Vendors tell of use by 83 % of people who finish issues';
    await shown('adoption-use').getByText(told).first().waitFor();
    expect(await page.title()).toContain(told);
    await page.getByRole('button', { name: /^Team / }).click();
    await page.getByRole('checkbox', { name: 'Anchor' }).check();
    await expect.poll(() => shown('adoption-use').locator('[data-part="n"]').textContent()).toBe('n = 6');
    await drawn(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('names accounts that hide their e-mail in the roster, and is told of those that no team places', async () => {
    const exported = await ran(['teams', 'export', '--data', read.data]);
    const hidden = read.people.filter(({ emailSeen }) => emailSeen === 'hidden').map(({ id }) => id);
    expect(exported.match(/tracker:127\.0\.0\.1:\d+\/712020:p\d/g)?.map((one) => one.split('/')[1])).toEqual(
      hidden,
    );
    const { data } = await asked<UnmatchedAnswer>('organisation/unmatched');
    expect(data.issues).toMatchObject({ accounts: [], finished: 0, of: 960 });
    expect(await ran(['teams', 'unmatched', '--data', read.data])).toBe(
      'Every account with work in the last 52 weeks is in a team.\n',
    );
  });
});
