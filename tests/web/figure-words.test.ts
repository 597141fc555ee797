import { describe, expect, test } from 'vitest';
import { figureCsv } from '../../web/ui/figure-csv.ts';
import { figureMarkdown } from '../../web/ui/figure-markdown.ts';
import { wrapped } from '../../web/ui/wrapped.ts';

describe('A figure as Markdown', () => {
  const figure = {
    finding: 'Half of pull requests merged within 31 hours',
    howToRead: 'Each point is a week.',
    columns: ['Week of', 'Median'],
    rows: [
      ['10 Aug 2026', '31 hours'],
      ['3 Aug 2026', 'too few (3)'],
    ],
    n: 1204,
    coverage: '1,204 of 1,300 merged pull requests',
    asked: 'uptake · Last 12 weeks',
    dataLine: 'Data to Sat 21 Nov 2026, 03:12.',
    demo: false,
  };

  test('says what it found, on what it rests, and where it comes from', () => {
    expect(
      figureMarkdown(figure, 'http://127.0.0.1:4180/flow'),
    ).toBe(`### Half of pull requests merged within 31 hours

Each point is a week.

| Week of | Median |
| --- | ---: |
| 10 Aug 2026 | 31 hours |
| 3 Aug 2026 | too few (3) |

n = 1,204. 1,204 of 1,300 merged pull requests

uptake · Last 12 weeks. Data to Sat 21 Nov 2026, 03:12. [Open in Uptake](http://127.0.0.1:4180/flow)
`);
  });

  test('of a demo says so before anything else is read', () => {
    const [title, , warning] = figureMarkdown({ ...figure, demo: true }, '').split('\n');
    expect([title, warning]).toEqual([
      '### Half of pull requests merged within 31 hours',
      '**Demo data: this organisation does not exist.**',
    ]);
  });

  test('lists the notes on its time axis with their numbers', () => {
    const notes = [{ id: '1', when: '24 Dec 2026', text: 'Release freeze' }];
    expect(figureMarkdown({ ...figure, notes }, '')).toContain('\n1 Release freeze (24 Dec 2026)\n');
  });

  test('keeps a cell in its column whatever it holds', () => {
    const odd = { ...figure, rows: [['a|b\nc', '\\']] };
    expect(figureMarkdown(odd, '')).toContain('| a\\|b c | \\\\ |');
  });
});

describe('A figure whose numbers the page itself makes a file of', () => {
  const figure = {
    columns: ['Phase', 'Before'],
    asked: 'uptake · Median',
    dataLine: 'Data to 21 Nov.',
    demo: true,
  };

  test('has one header and the question on every line', () => {
    expect(figureCsv({ ...figure, rows: [['Pickup', '5 hours']] })).toBe(
      'Phase,Before,asked,data_until,data\r\nPickup,5 hours,uptake · Median,Data to 21 Nov.,demo\r\n',
    );
  });

  test('runs nothing in a spreadsheet, and keeps quotes, commas and negative numbers', () => {
    const rows = [
      ['=1+1', '-2.5'],
      ['@SUM(A1)', '+a'],
      ['-cmd', 'a, "b"'],
    ];
    const lines = figureCsv({ ...figure, rows }).split('\r\n');
    expect(lines.slice(1, 4).map((line) => line.replace(/,uptake.*/, ''))).toEqual([
      "'=1+1,-2.5",
      "'@SUM(A1),'+a",
      `'-cmd,"a, ""b"""`,
    ]);
  });
});

describe('A text in a picture', () => {
  const measure = (text: string) => text.length;

  test('breaks between words', () => {
    expect(wrapped('half of all pull requests', 11, measure)).toEqual(['half of all', 'pull', 'requests']);
  });

  test('keeps a word longer than the line whole', () => {
    expect(wrapped('at http://127.0.0.1:4180/flow now', 10, measure)).toEqual([
      'at',
      'http://127.0.0.1:4180/flow',
      'now',
    ]);
    expect(wrapped('', 10, measure)).toEqual([]);
  });
});
