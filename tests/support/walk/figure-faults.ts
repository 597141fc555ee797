import type { Page } from 'playwright-core';

/** A figure as the walk sees it, whatever it draws. */
type Seen = {
  name: string;
  parts: Record<string, string>;
  columns: string[];
  rows: string[][];
  /** Amounts that are written in the drawing: "6.8 hours". */
  written: string[];
  csv: string | null;
  drawn: boolean;
  named: boolean;
  exports: string[];
};

const look = `(figure) => {
  const text = (selector) => figure.querySelector(selector)?.textContent?.trim() ?? '';
  const drawing = figure.querySelector('[data-part="drawing"]');
  const svg = drawing?.querySelector('svg');
  const id = figure.getAttribute('aria-describedby');
  const title = figure.getAttribute('aria-labelledby');
  const amount = /(?:under a minute|[\\d.,]+ (?:minutes?|hours?|days?|lines?|pull requests?))/g;
  const axes = '[class*="-tick-labels"], [class*="_tick_"], svg[aria-hidden="true"]';
  const written = [...(drawing?.querySelectorAll('text, p, span') ?? [])].filter((part) => !part.closest(axes) && part.children.length === 0);
  return {
    name: figure.dataset.figure,
    parts: {
      finding: text('h2'),
      'how to read': text('[data-part="how-to-read"]'),
      description: document.getElementById(id)?.textContent.trim() ?? '',
      label: document.getElementById(title)?.textContent.trim() ?? '',
      n: text('[data-part="n"]'),
      coverage: text('[data-part="coverage"]'),
      definition: text('[data-part="definition"] dl'),
      'way to how it is measured': figure.querySelector('[data-part="definition"] a[href^="/measures#"]')?.getAttribute('href') ?? '',
    },
    columns: [...figure.querySelectorAll('thead th')].map((cell) => cell.textContent),
    rows: [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    written: written.flatMap((part) => part.textContent.match(amount) ?? []),
    csv: figure.querySelector('[data-part="csv"]')?.getAttribute('href') ?? null,
    drawn: Boolean(svg?.querySelector('path, line, rect, circle')) || Boolean(drawing?.querySelector('p')),
    named: !svg || [...drawing.querySelectorAll('svg')].every((one) => one.querySelector('title') || one.getAttribute('aria-hidden') === 'true' || one.closest('[role="img"], a, button')),
    exports: [...figure.querySelectorAll('[popover] :is(a, button)')].map((part) => part.textContent.trim()),
  };
}`;

/** What the figures of a page owe their reader and do not give, whatever they draw. */
export async function figureFaults(page: Page): Promise<string[]> {
  const figures = await page.evaluate<Seen[]>(`[...document.querySelectorAll('[data-figure]')].map(${look})`);
  const all = await Promise.all(
    figures.map(async (figure) =>
      [...faultsOf(figure), ...(await csvFaults(page, figure))].map((fault) => `${figure.name}: ${fault}`),
    ),
  );
  return all.flat();
}

function faultsOf(figure: Seen): string[] {
  const missing = Object.entries(figure.parts)
    .filter(([, said]) => said === '')
    .map(([part]) => `has no ${part}`);
  const cells = figure.rows.flat().join(' | ');
  return [
    ...missing,
    ...(/^n = [\d,]+$/.test(figure.parts.n ?? '') ? [] : [`n is "${figure.parts.n}"`]),
    ...(figure.drawn ? [] : ['nothing is drawn']),
    ...(figure.named ? [] : ['a drawing has no name']),
    ...(figure.columns.length >= 2 && figure.rows.length >= 1 ? [] : ['has no table']),
    ...figure.rows
      .filter((row) => row.length !== figure.columns.length)
      .map((row) => `a row has ${row.length} cells for ${figure.columns.length} columns: ${row[0]}`),
    ...[...new Set(figure.written)]
      .filter((amount) => !cells.includes(amount))
      .map((amount) => `"${amount}" is drawn and not in the table`),
    ...['Numbers as CSV', 'Copy as Markdown']
      .filter((way) => !figure.exports.includes(way))
      .map((way) => `cannot be taken out: ${way}`),
  ];
}

/** The file is there, is one, and has a line a row at least. */
async function csvFaults(page: Page, { csv }: Seen): Promise<string[]> {
  if (csv === null) return [];
  const answer = await page.request.get(new URL(csv, page.url()).href);
  const lines = (await answer.text()).trimEnd().split('\r\n');
  const type = answer.headers()['content-type'] ?? '';
  return answer.ok() && type.startsWith('text/csv') && lines.length > 1
    ? []
    : [`the file of numbers is ${answer.status()} ${type}`];
}
