import type { Page } from 'playwright-core';
import type { Point, SeriesAnswer } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import type { Drawn, SeenFigure } from './seen-figure.ts';

/** Pixels by which a mark may miss its value: half of one for rounding, and the line's own precision. */
const tolerance = 0.75;

/** What a route's figures owe their reader and do not give; a route without any figure owes all. */
export function contractFaults(
  figures: readonly SeenFigure[],
  answers: ReadonlyMap<string, SeriesAnswer>,
): string[] {
  if (figures.length === 0) return ['There is no figure on this page.'];
  return figures.flatMap((figure) => {
    const answer = answers.get(figure.name);
    const faults = answer === undefined ? ['no answer of the API'] : faultsOf(figure, answer);
    return faults.map((fault) => `${figure.name}: ${fault}`);
  });
}

function faultsOf(figure: SeenFigure, { data, asked }: SeriesAnswer): string[] {
  // Where no week has a value there is nothing to draw, and words in its place.
  const drawable = data.points.some(({ state }) => state === 'value');
  const said = {
    finding: [figure.finding, data.finding],
    howToRead: [figure.howToRead, data.howToRead],
    describe: [figure.describe, data.description],
    ...(drawable && {
      'title of the drawing': [figure.svgTitle, data.finding],
      'description of the drawing': [figure.svgDesc, data.description],
    }),
    n: [figure.n, `n = ${number(data.n)}`],
    coverage: [figure.coverage, data.coverage],
  };
  const faults = Object.entries(said)
    .filter(([, [seen, owed]]) => seen === '' || seen !== owed)
    .map(([part, [seen]]) => `${part} is "${seen}"`);
  if (!figure.definition.includes(data.definition.formula)) faults.push('the definition has no formula');
  if (!data.definition.limits.every((limit) => figure.definition.includes(limit)))
    faults.push('limits are missing');
  if (!figure.csvAddress.startsWith(`/api/series/${data.definition.id}/csv`)) faults.push('no CSV');
  const drawing = drawable ? drawingFaults(figure.drawn, data, asked.stat) : [];
  return [...faults, ...tableFaults(figure, data), ...drawing];
}

/** Newest first, one row a week, and words where there is no value. */
function tableFaults(figure: SeenFigure, { points, definition }: SeriesAnswer['data']): string[] {
  const owed = points.toReversed().map((point) => {
    const value =
      point.value === null
        ? ''
        : amount(point.value, definition.unit).replace(/ (?:pull request|issue)s?( per person)?$/, '');
    const words = {
      value,
      'too-few': `too few (${point.people ?? point.n})`,
      'not-reached': `not reached yet (${point.open} of ${point.n} open)`,
      empty: 'no data',
    };
    const said = point.running
      ? ' (running)'
      : changes(point) && point.state === 'value'
        ? ' (may still change)'
        : '';
    return [`${calendarDate(point.week)}${said}`, words[point.state]].join(' | ');
  });
  const seen = figure.rows.map((row) => row.slice(0, 2).join(' | '));
  return seen.join('\n') === owed.join('\n') ? [] : [`the table differs: ${seen[0]}, owed ${owed[0]}`];
}

/** Weeks that may still change are dashed, apart from the line that is looked at here. */
function changes({ running, young }: Point): boolean {
  return running || young;
}

function drawingFaults(drawn: Drawn | null, { points }: SeriesAnswer['data'], stat: string): string[] {
  if (drawn === null) return ['nothing is drawn'];
  const values = points.filter((point) => !changes(point)).flatMap(({ value }) => value ?? []);
  // A bar of nothing is no mark.
  const marks = drawn.mark === 'bars' ? values.filter((value) => value > 0) : values;
  if (marks.length !== drawn.heights.length)
    return [`${drawn.heights.length} marks for ${marks.length} values`];
  const scale = (drawn.zero - drawn.top) / topOf(drawn.topLabel);
  return marks.flatMap((value, index) => {
    const height = drawn.heights[index] ?? 0;
    return Math.abs(height - value * scale) <= tolerance
      ? []
      : [`mark ${index} of ${stat} is ${height} pixels high for ${value}, owed ${value * scale}`];
  });
}

/** The top of the axis in the measure's own unit: "5 days" is 120 hours. */
function topOf(label: string): number {
  const [digits = '', unit = ''] = label.split(' ');
  const per: Record<string, number> = { days: 24, min: 1 / 60, '%': 0.01 };
  return Number(digits.replaceAll(',', '')) * (per[unit] ?? 1);
}

/** What the API answers to the page's own question, by the figure's name. */
export async function answersFor(page: Page, names: readonly string[]): Promise<Map<string, SeriesAnswer>> {
  const { origin, searchParams } = new URL(page.url());
  searchParams.delete('show');
  const read = async (name: string): Promise<[string, SeriesAnswer]> => {
    const response = await page.request.get(`${origin}/api/series/${name}?${searchParams}`);
    return [name, await response.json()];
  };
  return new Map(await Promise.all(names.map(read)));
}
