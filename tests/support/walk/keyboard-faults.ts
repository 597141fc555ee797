import type { Page } from 'playwright-core';

/** More stops than that and nobody gets to the end of a page. */
const patience = 300;

/** Numbers everything that can be pressed or filled in, in the order in which it is written. Of a group of choices one is a stop. */
const number = `(() => {
  const parts = [...document.querySelectorAll('a[href], button, select, input, textarea, summary, [tabindex="0"]')].filter((part) =>
    part.checkVisibility({ visibilityProperty: true }) && !part.matches(':disabled') && !part.closest('[inert]') &&
    !(part.type === 'radio' && !part.checked && document.querySelector('input[name="' + part.name + '"]:checked')));
  parts.forEach((part, at) => { part.dataset.stop = at; });
  scrollTo(0, 0);
  document.activeElement.blur();
  return parts.map((part) => part.tagName.toLowerCase() + ' "' + (part.getAttribute('aria-label') ?? part.textContent).trim().slice(0, 40) + '"');
})()`;

type Stop = {
  at: number;
  name: string;
  x: number;
  y: number;
  inMain: boolean;
  marked: boolean;
  covered: boolean;
};

/** Where the focus is, whether that shows, and whether something lies over it. */
const stop = `(() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const seen = [part, part.nextElementSibling, part.parentElement, part.closest('.recharts-wrapper')];
  const box = part.getBoundingClientRect();
  // Within a list that scrolls by itself, what was scrolled away still stands above.
  let within = 0;
  for (let box = part.parentElement; box && box !== document.documentElement && box !== document.body; box = box.parentElement) within += box.scrollTop;
  const over = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 12));
  return {
    at: Number(part.dataset.stop ?? -1),
    name: part.tagName.toLowerCase() + ' "' + (part.getAttribute('aria-label') ?? part.textContent).trim().slice(0, 40) + '"',
    x: Math.round(box.x),
    y: Math.round(box.y + scrollY + within),
    inMain: part.closest('main') !== null && part.closest('[popover], dialog') === null,
    marked: seen.some((one) => one && getComputedStyle(one).outlineStyle !== 'none' && Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2),
    covered: over !== null && !part.contains(over) && !over.contains(part) && !part.closest('label, .recharts-wrapper, svg')?.contains(over),
  };
})()`;

/**
 * Walks through the page by Tab: everything is reached, in the order in which it is written and read (never back up but for
 * the next column), its focus is seen, and nothing lies over it.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const owed = await page.evaluate<string[]>(number);
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Stop | null>(stop);
    if (at === null) break;
    // A date is filled in part by part: the field stays the same.
    if (at.at === -1 || at.at !== stops.at(-1)?.at) stops.push(at);
    if (stops.length > patience) return [`More than ${patience} stops, the last at ${at.name}`];
  }
  const reached = new Set(stops.map(({ at }) => at));
  const inMain = stops.filter((one) => one.inMain);
  return [
    ...owed.filter((_, at) => !reached.has(at)).map((name) => `is not reached: ${name}`),
    ...stops.filter(({ marked }) => !marked).map(({ name }) => `shows no focus: ${name}`),
    ...stops.filter(({ covered }) => covered).map(({ name }) => `is covered: ${name}`),
    ...inMain.flatMap((one, index) => {
      const before = inMain[index - 1];
      const back = before !== undefined && one.y < before.y - 12 && one.x < before.x + 40;
      return back ? [`comes after what stands below it: ${one.name} after ${before.name}`] : [];
    }),
  ];
}
