import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A page as somebody sees it, and everything that went wrong in it meanwhile. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, exceptions, and requests that left this machine or failed. */
  readonly faults: readonly string[];
  close(): Promise<void>;
};

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** With `prepare` something is done to the page before it is opened, such as answering in the server's place. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const { host } = new URL(url);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(asked.protocol) && asked.host !== host) {
      faults.push(`left the machine: ${request.url()}`);
    }
  });
  await prepare(page);
  await page.goto(url);
  return { page, context, faults, close: () => context.close() };
}

/** Parts of the page that rest are opened, as a reader opens them. */
export async function unfolded(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('[data-rests="true"] h2 > button[aria-expanded="false"]')
    .forEach((button) => button.click())`);
  await page.locator('[data-rests="true"][data-open="false"]').first().waitFor({ state: 'detached' });
}

/** Every figure is answered and drawn, or says why not, also in the parts that rest. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('[data-figure]').first().waitFor();
  await page.locator('[data-skeleton]').first().waitFor({ state: 'detached' });
  await unfolded(page);
  await page.locator('[data-figure][aria-busy="true"]').first().waitFor({ state: 'detached' });
  for (const part of undrawn) await page.locator(part).first().waitFor({ state: 'detached' });
}

/** Drawings that are on their way: empty, or a chart whose axis is not there yet. Words about why there is none are drawn too. */
export const undrawn = [
  '[data-part="drawing"]:not(:has(svg :is(path, line, rect, circle)), :has(p))',
  '[data-part="drawing"] .recharts-wrapper:not(:has(.recharts-yAxis-tick-labels text))',
];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and its own good practice, as "rule: element". */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}

/** Pixels that the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
