import type { VerdictAnswer } from '../../contract/verdict.ts';
import { csvLine } from '../../model/csv.ts';
import { digestLetter } from './digest-letter.ts';
import { messageOf } from './letter.ts';

export const REPORT_FORMATS = ['md', 'json', 'csv', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The verdict as a file: for a pipeline's summary, a program, a spreadsheet, or a mail. */
export function verdictFile(
  answer: VerdictAnswer,
  format: ReportFormat,
  dataLine: string,
  address: string | null,
): string {
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (format === 'csv') return numbersCsv(answer);
  const message = messageOf(digestLetter(answer.data, dataLine, address));
  return format === 'html' ? message.html : `## ${message.subject}\n\n${message.markdown}\n`;
}

/** The filters are columns, so that every line keeps its question; text that a spreadsheet would take for a formula is quoted. */
function numbersCsv({ data, asked, dataUntil, demo }: VerdictAnswer): string {
  const header = ['number', 'of', 'now', 'before', 'change', 'standing', 'counts', 'verdict'];
  const question = ['rollout', 'team', 'data_until', 'data'];
  const rows = data.numbers.map(({ name, what, now, before, change, word, counts }) => [
    ...[name, what, now ?? '', before ?? '', change, word, counts, data.said.sentence],
    ...[data.rollout?.name ?? '', asked.team.join('; ') || 'all', dataUntil ?? '', demo ? 'demo' : 'real'],
  ]);
  return [[...header, ...question], ...rows].map((row) => csvLine(row.map(safe))).join('');
}

function safe(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text;
}
