import type { Locator, Page } from 'playwright-core';

/** A figure as it stands in the page: its words, its table, and where its marks are drawn. */
export type SeenFigure = {
  readonly name: string;
  readonly finding: string;
  readonly howToRead: string;
  readonly describe: string;
  readonly svgTitle: string;
  readonly svgDesc: string;
  readonly n: string;
  readonly coverage: string;
  readonly definition: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly csvAddress: string;
  readonly drawn: Drawn | null;
};

/** Marks in pixels: `zero` and `top` are the lowest and highest lines of the grid. */
export type Drawn = {
  readonly mark: 'line' | 'bars';
  readonly zero: number;
  readonly top: number;
  /** "5 days": the highest label of the axis. */
  readonly topLabel: string;
  /** Heights of the full weeks' marks above zero, from left to right. */
  readonly heights: readonly number[];
};

/** Runs in the page, which knows no types of ours. A path of the line is "M1,2L3,4...", a bar's "M1,2h3v4h-3Z" or alike. */
const look = `(figure) => {
  const text = (selector) => figure.querySelector(selector)?.textContent?.trim().replaceAll('\\u00a0', ' ') ?? '';
  const svg = figure.querySelector('[data-part="drawing"] svg');
  const points = (path) => [...path.getAttribute('d').matchAll(/[ML]([\\d.]+),([\\d.]+)/g)].map((at) => Number(at[2]));
  const drawn = () => {
    const lines = [...svg.querySelectorAll('.recharts-cartesian-grid-horizontal line')].map((line) => Number(line.getAttribute('y1')));
    const zero = Math.max(...lines);
    const bars = [...svg.querySelectorAll('.recharts-bar')];
    const full = [...svg.querySelectorAll('.recharts-line')].at(-1);
    const heights = bars.length > 0
      ? [...bars[0].querySelectorAll('path')].map((bar) => bar.getBBox().height)
      : [...full.querySelectorAll('.recharts-line-curve')].flatMap(points).map((y) => zero - y);
    const labels = [...svg.querySelectorAll('.recharts-yAxis-tick-labels text')];
    const highest = labels.toSorted((one, other) => one.getAttribute('y') - other.getAttribute('y'))[0];
    const mark = bars.length > 0 ? 'bars' : 'line';
    return { mark, zero, top: Math.min(...lines), topLabel: highest.textContent, heights };
  };
  return {
    name: figure.dataset.figure,
    finding: text('h2'),
    howToRead: text('[data-part="how-to-read"]'),
    describe: text('[data-part="describe"]'),
    svgTitle: svg?.querySelector('title')?.textContent ?? '',
    svgDesc: svg?.querySelector('desc')?.textContent ?? '',
    n: text('[data-part="n"]'),
    coverage: text('[data-part="coverage"]'),
    definition: text('[data-part="definition"] dl'),
    columns: [...figure.querySelectorAll('thead th')].map((cell) => cell.textContent),
    rows: [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    csvAddress: figure.querySelector('a[download]')?.getAttribute('href') ?? '',
    drawn: svg ? drawn() : null,
  };
}`;

/** Figures of one measure by week; the flow page has others beside them, each of a shape of its own. */
const ofMeasures = `[...document.querySelectorAll('[data-figure]')].filter((figure) => !['lanes', 'scatter', 'ageing', 'teams', 'ai-work', 'issue-way', 'issue-statuses'].includes(figure.dataset.figure) && !figure.closest('[data-section="delivery"], [data-section="adoption"], [data-section="guardrails"], [data-section="impact"]'))`;

export async function figuresOf(page: Page): Promise<SeenFigure[]> {
  return page.evaluate<SeenFigure[]>(`${ofMeasures}.map(${look})`);
}

export function figure(page: Page, name: string): Locator {
  return page.locator(`[data-figure="${name}"]`);
}
