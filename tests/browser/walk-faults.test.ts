import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgeRepositories, statusAnswer } from '../support/answers.ts';
import { startChromium } from '../support/chromium.ts';
import { visit } from '../support/visit.ts';
import { figureFaults } from '../support/walk/figure-faults.ts';
import { keyboardFaults } from '../support/walk/keyboard-faults.ts';
import { markFaults } from '../support/walk/mark-faults.ts';
import {
  cutWords,
  emptyRoute,
  lostDrawings,
  movingParts,
  pageFaults,
  titleFault,
} from '../support/walk/page-faults.ts';
import { settled } from '../support/walk/settled.ts';
import { serveScene, type WebServer } from '../support/web-server.ts';

let browser: Browser;
let server: WebServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startChromium(), serveScene()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const flow = { path: '/flow', name: 'Flow', key: 'f', place: 'bar', holds: 'figures' } as const;

/** A page that shows figures of every kind. */
const onForge = statusAnswer({ repositories: forgeRepositories });

type Plant = readonly [fault: string, script: string, said: RegExp];

/** A sound page, then the same page with one fault after another. */
async function notices(
  check: (page: Page) => Promise<string[]>,
  plants: readonly Plant[],
  status = statusAnswer(),
): Promise<void> {
  server.scene.status = () => status;
  const { page, close } = await visit(browser, `${server.address}/flow?window=12w`);
  await settled(page);
  expect(await check(page)).toEqual([]);
  for (const [fault, script, said] of plants) {
    await page.reload();
    await settled(page);
    await page.evaluate(`(() => {
      const figure = document.querySelector('[data-figure="cycle-time"]');
      const part = (name) => figure.querySelector('[data-part="' + name + '"]');
      ${script};
    })()`);
    expect(await check(page), fault).toContainEqual(expect.stringMatching(said));
  }
  await close();
}

describe('The walk notices', () => {
  test('a route without figures', () =>
    notices(
      (page) => emptyRoute(page, flow),
      [
        [
          'none is left',
          `for (const one of document.querySelectorAll('[data-figure]')) one.remove()`,
          /There are no figures/,
        ],
      ],
    ));

  test('a figure that owes something', () =>
    notices(figureFaults, [
      ['no finding', `figure.querySelector('h2').textContent = ''`, /^cycle-time: has no finding/],
      ['no description', `part('describe').remove()`, /^cycle-time: has no description/],
      ['no denominator', `part('n').textContent = 'n = some'`, /^cycle-time: n is "n = some"/],
      ['no coverage', `part('coverage').textContent = ''`, /^cycle-time: has no coverage/],
      ['no definition', `part('definition').remove()`, /^cycle-time: has no definition/],
      [
        'an unnamed drawing',
        `part('drawing').querySelector('svg > title').remove()`,
        /a drawing has no name/,
      ],
      ['nothing drawn', `part('drawing').replaceChildren()`, /^cycle-time: nothing is drawn/],
      ['no table', `part('table').remove()`, /^cycle-time: has no table/],
      ['a lost cell', `figure.querySelector('tbody td').remove()`, /^cycle-time: a row has \d cells for/],
      [
        'another value drawn',
        `part('drawing').querySelectorAll('text').forEach((text) => { text.textContent = '8.88 days'; })`,
        /"8.88 days" is drawn and not in the table/,
      ],
      [
        'no file',
        `part('csv').setAttribute('href', '/api/nothing')`,
        /^cycle-time: the file of numbers is 404/,
      ],
      [
        'no Markdown',
        `figure.querySelector('[popover] button:last-of-type').remove()`,
        /cannot be taken out: Copy as Markdown/,
      ],
    ]));

  test('a mark that differs from the table', () =>
    notices(
      markFaults,
      [
        [
          'a line',
          `const line = part('drawing').querySelector('.recharts-line:last-of-type .recharts-line-curve'); line.setAttribute('d', line.getAttribute('d').replace(/,([\\d.]+)/, (_, y) => ',' + (Number(y) + 9)))`,
          /^cycle-time: mark \d+ of p50 is/,
        ],
        [
          'a lane',
          `document.querySelector('[data-lane] a[data-part] text').textContent = '9.99 days'`,
          /^lanes: drawn 9.99 days/,
        ],
        [
          'a dot',
          `document.querySelector('[data-figure="scatter"] [class*="dots"] circle').remove()`,
          /^scatter: drawn \d+ dots/,
        ],
        [
          'a count',
          `document.querySelector('[data-waiting] [class*="count"]').textContent = '999'`,
          /^ageing \S+: drawn 999/,
        ],
      ],
      onForge,
    ));

  test('a page that is blank, unnamed, too wide, or shows what only a program understands', () =>
    notices(
      (page) => pageFaults(page, flow),
      [
        ['blank', `document.querySelector('main').innerHTML = '<h1></h1>'`, /the page is blank/],
        ['no heading', `document.querySelector('h1').remove()`, /0 headings of the first level/],
        ['another title', `document.title = 'Uptake'`, /the title is "Uptake"/],
        ['too wide', `figure.style.width = '1500px'`, /pixels wider than its window/],
        ['no number', `part('n').textContent = 'n = NaN'`, /shows a value of the program: .*NaN/],
      ],
    ));

  test('a title without a finding', () =>
    notices(
      (page) => titleFault(page, flow),
      [['the name alone', `document.title = 'Flow · Uptake'`, /states no finding/]],
    ));

  test('words that are cut off', () =>
    notices(cutWords, [
      [
        'in a narrow box',
        `Object.assign(figure.querySelector('h2').style, { width: '40px', overflow: 'hidden', whiteSpace: 'nowrap' })`,
        /^cut off: /,
      ],
    ]));

  test('what the keyboard does not reach, in another order, unseen or covered', () =>
    notices(keyboardFaults, [
      [
        'not reached',
        `[...figure.querySelectorAll('a')].find((link) => link.checkVisibility()).tabIndex = -1`,
        /^is not reached: a /,
      ],
      [
        'first of all',
        `figure.querySelector('button').tabIndex = 1; document.querySelector('search select').tabIndex = 2`,
        /^comes after what stands below it: select/,
      ],
      [
        'unseen',
        `document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].insertRule('summary:focus-visible { outline: none }')`,
        /^shows no focus: summary/,
      ],
      [
        'covered',
        `const over = document.createElement('div'); over.style.cssText = 'position: fixed; inset: 50% 0 0 0; z-index: 99'; document.body.append(over)`,
        /^is covered: /,
      ],
    ]));
});

test('The walk notices what moves, and what is lost in forced colours', async () => {
  const { page, close } = await visit(browser, `${server.address}/flow?window=12w`, {
    reducedMotion: 'reduce',
    forcedColors: 'active',
  });
  await settled(page);
  expect(await movingParts(page)).toEqual([]);
  expect(await lostDrawings(page)).toEqual([]);
  await page.evaluate(`document.querySelector('main').style.transition = 'opacity 1s'`);
  await page.evaluate(`(() => {
    const shapes = document.querySelectorAll('[data-figure="cycle-time"] [data-part="drawing"] svg *');
    for (const shape of shapes) Object.assign(shape.style, { stroke: 'none', fill: 'none' });
  })()`);
  expect(await movingParts(page)).toContainEqual(expect.stringMatching(/^moves: <main/));
  expect(await lostDrawings(page)).toContainEqual('nothing is seen of cycle-time');
  expect(await lostDrawings(page)).toContainEqual(expect.stringMatching(/^keeps its colour in cycle-time: /));
  await close();
});
