import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeriesAnswer } from '../../server/contract/index.ts';
import { forgeRepositories, notSetUp, seriesAnswer, statusAnswer, tooFew } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { figure } from '../support/seen-figure.ts';
import { axeFindings, desktop, drawn, overflow, phone, visit } from '../support/visit.ts';
import { type Scene, serveScene } from '../support/web-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
});

const fromGithub = () => statusAnswer({ repositories: forgeRepositories });
const withoutDeployments: Scene['series'] = (measure, asked): SeriesAnswer =>
  measure === 'deploy-time' || measure === 'lead-time-for-changes'
    ? notSetUp(measure, asked)
    : seriesAnswer(measure, asked);

async function open(scene: Partial<Scene>, path = '/flow', viewport = desktop) {
  const server = await serveScene({ status: fromGithub, ...scene });
  const seen = await visit(browser, server.address + path, { viewport });
  const close = async () => {
    await seen.close();
    await server.close();
  };
  return { ...seen, server, close };
}

const names = `[...document.querySelectorAll('[data-figure]')].map((figure) => figure.dataset.figure)`;

describe('What a forge knows', () => {
  test('is shown from the whole to its parts, and one drawing after another comes without being scrolled to', async () => {
    const { page, faults, close } = await open({});
    await drawn(page);
    expect(await page.evaluate<string[]>(names)).toEqual([
      'lanes',
      'coding-time',
      'pickup-time',
      'review-time',
      'merge-time',
      'deploy-time',
      'cycle-time',
      'time-to-merge',
      'lead-time-for-changes',
      'merged-pull-requests',
      'merged-per-person',
      'batch-size',
      'work-in-progress',
      'age-of-open-work',
      'ageing',
      'scatter',
      'deployment-frequency',
      'change-fail-rate',
      'failed-deployment-recovery-time',
      'deployment-rework-rate',
      'teams',
    ]);
    expect(await page.evaluate<number>('scrollY')).toBe(0);
    expect(await page.locator('[data-part="drawing"] svg.recharts-surface').count()).toBe(13);
    expect(faults).toEqual([]);
    await close();
  });

  test('has the same weeks in all five phases, and says once that their scales differ', async () => {
    const { page, close } = await open({});
    await drawn(page);
    const weeks = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('[data-figure]')].map((figure) =>
      [...figure.querySelectorAll('.recharts-xAxis-tick-labels text')].map((label) => label.textContent).join())`);
    expect(new Set(weeks.slice(1, 6)).size).toBe(1);
    const words = page.getByText('Each chart has its own scale of hours; the weeks are the same in all.');
    expect(await words.count()).toBe(1);
    await close();
  });

  test.each([desktop, phone, { width: 320, height: 640 }])(
    'stands in line without touching, $width pixels wide',
    async (viewport) => {
      const { page, close } = await open({ series: withoutDeployments }, '/flow', viewport);
      await drawn(page);
      const boxes = await page.evaluate<{ left: number; top: number; right: number; bottom: number }[]>(
        `[...document.querySelectorAll('[data-figure]')].map((figure) => figure.getBoundingClientRect().toJSON())`,
      );
      const touching = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          ),
      );
      expect(touching).toEqual([]);
      if (viewport.width < 600) expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
      expect(await overflow(page)).toBe(0);
      await close();
    },
  );
});

describe('Deployments that are not set up', () => {
  test.each([desktop, phone])(
    'are said to be so, with what to write, $width pixels wide',
    async (viewport) => {
      const { page, faults, close } = await open({ series: withoutDeployments }, '/flow', viewport);
      await drawn(page);
      for (const name of ['deploy-time', 'lead-time-for-changes']) {
        const shown = figure(page, name);
        expect(await shown.getByRole('heading', { name: 'Deployments are not set up' }).isVisible()).toBe(
          true,
        );
        expect(await shown.getByText('deployed: { from: releases }').isVisible()).toBe(true);
        expect(await shown.locator('svg.recharts-surface').count()).toBe(0);
        const [place, drawing] = await Promise.all([
          shown.locator('[data-part="drawing"] > *').boundingBox(),
          shown.locator('[data-part="drawing"]').boundingBox(),
        ]);
        expect(place?.height).toBe(drawing?.height);
      }
      expect(await figure(page, 'merge-time').locator('svg.recharts-surface').count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );
});

describe('What only clones know', () => {
  test('is shown alone, and what they do not know is said once', async () => {
    const { page, server, faults, close } = await open({ status: () => statusAnswer() });
    await drawn(page);
    expect(await page.evaluate<string[]>(names)).toEqual([
      'cycle-time',
      'merged-pull-requests',
      'batch-size',
      'scatter',
      'teams',
    ]);
    const said = page.getByRole('region', { name: 'Where a change waits cannot be told from a clone' });
    expect(await said.locator('code').textContent()).toBe('npm run uptake -- ingest github OWNER');
    expect(server.asked.filter((path) => path.includes('pickup-time'))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('is all that is asked about one clone among others', async () => {
    const clones = statusAnswer().data.repositories;
    const both = () => statusAnswer({ repositories: [...clones, ...forgeRepositories] });
    const { page, close } = await open({ status: both }, `/flow?repo=${clones[0]?.id}`);
    await drawn(page);
    expect(await page.locator('[data-figure]').count()).toBe(5);
    await page.getByRole('button', { name: /^Clear all/ }).click();
    await expect.poll(() => page.locator('[data-figure]').count()).toBe(21);
    await close();
  });
});

test('too little in every phase is said in place of each drawing', async () => {
  const { page, close } = await open({ series: tooFew });
  await drawn(page);
  await expect.poll(() => page.getByText('Too few to show.').count()).toBe(12);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await close();
});

test('one of 60 repositories is found under its owner', async () => {
  const [first] = forgeRepositories;
  if (first === undefined) throw new Error('there is no repository');
  const repositories = Array.from({ length: 60 }, (_, index) => ({
    ...first,
    id: `github:github.com/acme/part-${index}`,
    name: `acme/part-${index}`,
  }));
  const { page, close } = await open({ status: () => statusAnswer({ repositories }) });
  await drawn(page);
  const select = page.getByRole('combobox', { name: 'Repository' });
  expect(await select.locator('optgroup').getAttribute('label')).toBe('acme');
  await select.selectOption({ label: 'part-42' });
  expect(new URL(page.url()).searchParams.get('repo')).toBe('github:github.com/acme/part-42');
  expect(await page.getByRole('button', { name: 'Remove filter: acme/part-42' }).isVisible()).toBe(true);
  expect(await page.getByText('Measured from 60 repositories').isVisible()).toBe(true);
  await drawn(page);
  expect(await axeFindings(page)).toEqual([]);
  await close();
});
