import { number } from '../../server/words/number.ts';
import { type FigureNote, noteLines } from './figure-note.ts';

export type MarkdownFigure = {
  readonly finding: string;
  readonly howToRead: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly n: number;
  readonly coverage: string;
  readonly notes?: readonly FigureNote[];
  readonly asked: string;
  readonly dataLine: string;
  readonly demo: boolean;
};

/** The figure as Markdown: its finding, its table, what it rests on, and where it comes from. */
export function figureMarkdown(figure: MarkdownFigure, address: string): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const rule = `| --- |${' ---: |'.repeat(figure.columns.length - 1)}`;
  return [
    `### ${figure.finding}`,
    '',
    ...(figure.demo ? ['**Demo data: this organisation does not exist.**', ''] : []),
    figure.howToRead,
    '',
    line(figure.columns),
    rule,
    ...figure.rows.map(line),
    '',
    ...noteLines(figure.notes ?? []).flatMap((line) => [line, '']),
    `n = ${number(figure.n)}. ${figure.coverage}`,
    '',
    `${figure.asked}. ${figure.dataLine} [Open in Uptake](${address})`,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ');
}
