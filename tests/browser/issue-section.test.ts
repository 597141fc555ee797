import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgeRepositories, statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { project } from '../support/issues.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
});

const read = { id: project.id, name: project.key, source: 'jira', coveredUntil: '2026-11-21T03:12:00Z' };
const connected = () =>
  statusAnswer({ repositories: forgeRepositories, projects: [{ ...read, issues: 40, limits: [] }] });
const alone = () => statusAnswer({ repositories: forgeRepositories });

async function open(scene: Partial<Scene>, viewport = desktop) {
  const server = await serveScene(scene);
  const seen = await visit(browser, `${server.address}/flow`, { viewport });
  await drawn(seen.page);
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, section: seen.page.locator('section[aria-labelledby="issues"]'), close };
}

const namesWithin = `[...document.querySelectorAll('section[aria-labelledby="issues"] [data-figure]')]
  .map((figure) => figure.dataset.figure)`;

describe('Issues on the Flow page', () => {
  test.each([desktop, phone])(
    'are told where a tracker is connected, $width pixels wide',
    async (viewport) => {
      const { page, section, faults, close } = await open({ status: connected }, viewport);
      await section.waitFor();
      const names = await page.evaluate<string[]>(namesWithin);
      expect(names).toEqual([
        'issues-finished-per-person',
        'issue-cycle-time',
        'issue-statuses',
        'issue-way',
        'issues-finished',
        'issue-lead-time',
        'flow-efficiency',
        'issues-in-progress',
        'age-of-issues-in-progress',
      ]);
      expect(await section.textContent()).toContain('40 of 52 finished issues are linked');
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('show every lane with its name, its value and where its issues are listed', async () => {
    const { section, close } = await open({ status: connected });
    const way = section.locator('[data-figure="issue-way"]');
    await way.locator('[data-lane]').first().waitFor();
    expect(await way.locator('[data-lane]').count()).toBe(4);
    const mark = way.locator('[data-lane="begin"] a');
    expect(await mark.getAttribute('aria-label')).toMatch(/^To the first commit: 2 hours · n 40/);
    expect(await mark.getAttribute('href')).toContain('linked=yes');
    const statuses = section.locator('[data-figure="issue-statuses"] [data-lane]');
    expect(await statuses.allTextContents()).toEqual([
      expect.stringContaining('To Do'),
      expect.stringContaining('In Progress'),
      expect.stringContaining('In Review'),
    ]);
    await close();
  });

  test('warn beside the throughput where more pull requests are not more work', async () => {
    const inflation = 'Pull requests are up and issues finished are not.';
    const { section, close } = await open({ status: connected, issueSigns: { inflation } });
    expect(await section.locator('[data-part="inflation"]').textContent()).toBe(`Watch. ${inflation}`);
    await close();
  });

  test('are not there without a tracker', async () => {
    const { section, server, close } = await open({ status: alone });
    expect(await section.count()).toBe(0);
    expect(server.asked.filter((path) => path.includes('/issues/'))).toEqual([]);
    await close();
  });

  test('say why nothing is known of them, once', async () => {
    const never = {
      unknowable: 'not-by-repository',
      why: 'Issues are not told apart by repository.',
    } as const;
    const { section, close } = await open({ status: connected, issueSigns: never });
    await section.getByText(never.why).waitFor();
    expect(await section.locator('[data-figure]').count()).toBe(0);
    await close();
  });
});
