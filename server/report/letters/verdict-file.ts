import type { VerdictAnswer } from '../../contract/verdict.ts';
import { csvLine } from '../../model/csv.ts';
import { digestLetter } from './digest-letter.ts';
import { messageOf } from './letter.ts';

export const REPORT_FORMATS = ['md', 'json', 'csv', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The verdict as a file: for a pipeline's summary, a program, a spreadsheet, or a mail.
 * @param teams their names, by id
 */
export function verdictFile(
  answer: VerdictAnswer,
  format: ReportFormat,
  dataLine: string,
  address: string | null,
  teams: ReadonlyMap<string, string>,
): string {
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (format === 'csv') return numbersCsv(answer, teams);
  const message = messageOf(digestLetter(answer, dataLine, address));
  return format === 'html' ? message.html : `## ${message.subject}\n\n${message.markdown}\n`;
}

/** The filters are columns, so that every line keeps its question; text that a spreadsheet would take for a formula is quoted. */
function numbersCsv(
  { data, asked, dataUntil, demo }: VerdictAnswer,
  teams: ReadonlyMap<string, string>,
): string {
  const of = asked.team.map((id) => teams.get(id) ?? id).join('; ') || 'all';
  const header = ['number', 'of', 'now', 'before', 'change', 'standing', 'counts', 'verdict'];
  const question = ['rollout', 'team', 'data_until', 'data'];
  const empty = { name: '', what: '', now: null, before: null, change: '', word: '', counts: '' };
  // Where nothing could be measured, one line says why.
  const rows = (data.numbers.length === 0 ? [empty] : data.numbers).map(
    ({ name, what, now, before, change, word, counts }) => [
      ...[name, what, now ?? '', before ?? '', change, word, counts, data.said.sentence],
      ...[data.rollout?.name ?? '', of, dataUntil ?? '', demo ? 'demo' : 'real'],
    ],
  );
  return [[...header, ...question], ...rows].map((row) => csvLine(row.map(safe))).join('');
}

function safe(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text;
}
