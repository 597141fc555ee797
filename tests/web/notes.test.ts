import { describe, expect, test } from 'vitest';
import { drawnNotes } from '../../web/charts/prepare-notes.ts';
import { datedNotes } from '../../web/ui/dated-notes.ts';
import { figureCsv } from '../../web/ui/figure-csv.ts';
import { figureMarkdown } from '../../web/ui/figure-markdown.ts';

/** Weeks "w0", "w1" and so on, ten pixels apart. */
const at = (week: string) => {
  const number = Number(week.slice(1));
  return number < 40 ? number * 10 : undefined;
};
const note = (number: number, first: number, last = first) => ({
  number,
  firstWeek: `w${first}`,
  lastWeek: `w${last}`,
});
const labels = (...notes: ReturnType<typeof note>[]) =>
  drawnNotes(notes, at, 300).labels.map(({ text }) => text);

describe('Numbers of notes on an axis', () => {
  test('stand by themselves where there is room, at the beginning of what they name', () => {
    const { spans, labels } = drawnNotes([note(1, 3), note(2, 10, 14)], at, 300);
    expect(spans).toEqual([
      { number: 1, from: 30, to: 30 },
      { number: 2, from: 100, to: 140 },
    ]);
    expect(labels).toMatchObject([
      { text: '1', x: 30 },
      { text: '2', x: 100 },
    ]);
  });

  test('share a label where they would lie over each other, and never overlap', () => {
    expect(labels(note(1, 3), note(2, 4), note(3, 5), note(4, 9))).toEqual(['1–3', '4']);
    expect(labels(...Array.from({ length: 12 }, (_, index) => note(index + 1, index)))).toEqual(['1–12']);
    for (let seed = 1; seed < 60; seed += 1) {
      const notes = Array.from({ length: 9 }, (_, index) => note(index + 1, (index * seed) % 29)).sort(
        (one, other) => Number(one.firstWeek.slice(1)) - Number(other.firstWeek.slice(1)),
      );
      const placed = drawnNotes(notes, at, 300).labels;
      placed.forEach(({ x, width }, index) => {
        const next = placed[index + 1];
        expect(x - width / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(x + width / 2).toBeLessThanOrEqual(300 + 1e-9);
        if (next) expect(x + width / 2).toBeLessThanOrEqual(next.x - next.width / 2 + 1e-9);
      });
    }
  });

  test('stay within the axis at its ends, and leave out what is not on it', () => {
    const { labels } = drawnNotes([note(1, 0), note(2, 30), note(3, 99)], at, 300);
    expect(labels.map(({ text, x, width }) => [text, x - width / 2 >= 0, x + width / 2 <= 300])).toEqual([
      ['1', true, true],
      ['2', true, true],
    ]);
  });

  test('need more room where the reader has enlarged the text', () => {
    const notes = [note(1, 3), note(2, 5)];
    expect(drawnNotes(notes, at, 300, 1).labels).toHaveLength(2);
    expect(drawnNotes(notes, at, 300, 2).labels).toHaveLength(1);
  });
});

describe('Notes leave the page', () => {
  const notes = datedNotes([
    { id: 7, kind: 'freeze', day: '2026-12-21', until: '2027-01-03', team: null, text: 'No releases' },
  ]);
  const figure = { columns: ['Week of', 'Median'], rows: [['10 Aug 2026', '31 hours']], notes };
  const words = { asked: 'All', dataLine: 'Data to Sat 21 Nov.', demo: false };

  test('as lines of the Markdown', () => {
    const more = { finding: 'Fast', howToRead: 'Hours.', n: 3, coverage: 'All.' };
    expect(figureMarkdown({ ...figure, ...words, ...more }, 'http://x/flow')).toContain(
      '1 Freeze: No releases (21 Dec 2026 to 3 Jan 2027)',
    );
  });

  test('as a column of a file that the page makes', () => {
    expect(figureCsv({ ...figure, ...words })).toBe(
      'Week of,Median,asked,data_until,notes,data\r\n10 Aug 2026,31 hours,All,Data to Sat 21 Nov.,1 Freeze: No releases (21 Dec 2026 to 3 Jan 2027),real\r\n',
    );
  });
});
