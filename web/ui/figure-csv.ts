import { type FigureNote, noteLines } from './figure-note.ts';

export type CsvFigure = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly asked: string;
  readonly dataLine: string;
  readonly notes?: readonly FigureNote[];
  readonly demo: boolean;
};

/**
 * A figure's table as RFC 4180, for figures whose numbers the server does not give as a file. As there, the question and how
 * far the data reach are columns of their own, so that every line has the same fields.
 */
export function figureCsv({ columns, rows, asked, dataLine, notes, demo }: CsvFigure): string {
  const noted = notes === undefined ? [] : [noteLines(notes).join('; ')];
  const header = [...columns, 'asked', 'data_until', ...noted.map(() => 'notes'), 'data'];
  const lines = rows.map((row) => [...row, asked, dataLine, ...noted, demo ? 'demo' : 'real']);
  return [header, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; a negative number is none. */
function cell(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
  const harmless = formula ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
