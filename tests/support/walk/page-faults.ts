import type { Page } from 'playwright-core';
import type { PageEntry } from '../../../web/page-list.ts';

const things = {
  figures: 'main [data-figure]',
  rows: 'main [data-rows] :is(li, tbody tr)',
  entries: 'main :is(section, article)',
};

/** What a page that has data does not hold: a route with data but without a single figure (or row, or entry) is a fault. */
export async function emptyRoute(page: Page, { holds }: Pick<PageEntry, 'holds'>): Promise<string[]> {
  const found = await page.locator(things[holds]).count();
  return found === 0 ? [`There are no ${holds} on this page.`] : [];
}

/** What any state of a page owes: words, one heading that names it, a title, and nothing that runs out of its window. */
const look = `(name) => {
  const faults = [];
  const main = document.querySelector('main');
  const words = main.innerText.trim();
  if (words.length < 12) faults.push('the page is blank: "' + words + '"');
  const headings = main.querySelectorAll('h1');
  if (headings.length !== 1) faults.push(headings.length + ' headings of the first level');
  if (!document.title.includes(name + ' · Uptake')) faults.push('the title is "' + document.title + '"');
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push('the page is ' + wide + ' pixels wider than its window');
  if (/\\b(undefined|NaN|null|Infinity|\\[object)\\b/.test(words)) faults.push('the page shows a value of the program: ' + /.{0,30}\\b(undefined|NaN|null|Infinity|\\[object).{0,20}/.exec(words)[0]);
  return faults;
}`;

export async function pageFaults(page: Page, { name }: Pick<PageEntry, 'name'>): Promise<string[]> {
  return page.evaluate<string[]>(`(${look})(${JSON.stringify(name)})`);
}

/** The title in the tab states the finding before the page's name; a page to read in may have none. */
export async function titleFault(page: Page, { name, holds }: PageEntry): Promise<string[]> {
  const title = await page.title();
  if (holds === 'entries' && title === `${name} · Uptake`) return [];
  return title.endsWith(` · ${name} · Uptake`) ? [] : [`the title states no finding: "${title}"`];
}

/**
 * Words that are cut off by the edge of their drawing, or by a box that does not scroll. The filter bar is left out: what is too
 * long for its place there
 * stands whole in a chip, or in the list that opens.
 */
const cut = `[...document.querySelectorAll('[data-part="drawing"] svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const out = left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
    return out ? ['cut off: ' + text.textContent] : [];
  });
}).concat([...document.querySelectorAll('body *')].flatMap((part) => {
  if (part.closest('.heard, search, [popover], dialog, svg, progress') || !part.checkVisibility({ visibilityProperty: true })) return [];
  const texts = [...part.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '');
  return texts.flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    for (let box = part; box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(box);
      if (clipPath !== 'none') return [];
      const seen = box.getBoundingClientRect();
      const across = ['hidden', 'clip'].includes(overflowX) && (left < seen.left - 2 || right > seen.right + 2);
      const down = ['hidden', 'clip'].includes(overflowY) && (top < seen.top - 2 || bottom > seen.bottom + 2);
      if (across || down) return ['cut off: ' + text.data.trim().slice(0, 60)];
      if (/auto|scroll/.test(overflowX + overflowY)) return [];
    }
    return [];
  });
}))`;

export async function cutWords(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(cut);
}

/** What moves although the reader asked for nothing to move. */
const moving = `document.getAnimations().map(({ animationName }) => 'runs: ' + animationName).concat([...document.querySelectorAll('*')].flatMap((part) => {
  const { transitionDuration, animationName } = getComputedStyle(part);
  const moves = animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
  return moves ? ['moves: ' + part.outerHTML.slice(0, 80)] : [];
}))`;

export async function movingParts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(moving);
}

/** Drawings of which nothing is left where the system draws all colours, and words in them that keep a colour of ours. */
const lost = `(() => {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const probe = document.body.appendChild(document.createElement('i'));
  const system = ['CanvasText', 'LinkText', 'GrayText', 'ButtonText', 'Highlight', 'HighlightText'].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return [...document.querySelectorAll('[data-part="drawing"]')].flatMap((drawing) => {
    const name = drawing.closest('figure')?.dataset.figure;
    const shapes = [...drawing.querySelectorAll('svg :is(path, line, rect, circle)')];
    const seen = shapes.filter((shape) => {
      const { fill, stroke, opacity } = getComputedStyle(shape);
      return opacity !== '0' && [fill, stroke].some((colour) => !['none', 'rgba(0, 0, 0, 0)', ground].includes(colour));
    });
    const words = [...drawing.querySelectorAll('svg text')].filter((text) => !system.includes(getComputedStyle(text).fill));
    return [
      ...(shapes.length > 0 && seen.length === 0 ? ['nothing is seen of ' + name] : []),
      ...words.slice(0, 1).map((text) => 'keeps its colour in ' + name + ': ' + text.textContent),
    ];
  });
})()`;

export async function lostDrawings(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(lost);
}
