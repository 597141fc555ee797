import { type CsvFault, type CsvRecord, csvRecords } from '../../model/csv.ts';
import { isDay } from '../../model/day.ts';
import type { ToolDay, ToolUser } from '../../model/tool-usage.ts';
import { SourceError } from '../../net/source-error.ts';

const NEEDED = ['date', 'person', 'tool'] as const;
const COUNTS = ['sessions', 'requests', 'suggested_lines', 'accepted_lines'] as const;
const KNOWN: readonly string[] = [...NEEDED, 'active', ...COUNTS];
const YES = /^(?:true|yes|1|)$/i;
const NO = /^(?:false|no|0)$/i;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const LOGIN = /^[\w-]+(?:\[bot\])?$/;
const MOST = 20;

/**
 * All rows of a file, or none: `date,person,tool` and what else is known of the day, in any order of columns.
 * @throws SourceError `bad-usage` that names each faulty line with what is wrong with it, the first twenty
 */
export function usageLines(text: string, file: string, host: string): ToolDay[] {
  const { records, faults } = csvRecords(text);
  const [header, ...rows] = records;
  const columns = header?.fields.map((field) => field.toLowerCase()) ?? [];
  const lacking = NEEDED.filter((name) => !columns.includes(name));
  const unknown = columns.filter((name) => !KNOWN.includes(name));
  if (lacking.length > 0 || unknown.length > 0 || new Set(columns).size < columns.length) {
    const wrong = [
      lacking.length > 0 ? `it lacks ${lacking.join(', ')}` : [],
      unknown.length > 0 ? `"${unknown.join(', ').slice(0, 100)}" is not known` : [],
      new Set(columns).size < columns.length ? 'a column stands in it twice' : [],
    ].flat();
    throw new SourceError(
      'bad-usage',
      `${file}: the first line has to name the columns, of ${KNOWN.join(', ')}; the first three are needed. Here ${wrong.join(', and ')}. Nothing was imported.`,
    );
  }
  const read = rows.map((row) => readLine(row, columns, host));
  const wrong = [...faults, ...read.filter((one) => 'says' in one)].sort((a, b) => a.line - b.line);
  if (wrong.length > 0) throw refusal(file, wrong);
  return read.filter((one) => 'tool' in one);
}

function readLine({ line, fields }: CsvRecord, columns: readonly string[], host: string): ToolDay | CsvFault {
  if (fields.length !== columns.length)
    return { line, says: `it has ${fields.length} fields, and the first line has ${columns.length}` };
  const of = (name: string) => fields[columns.indexOf(name)] ?? '';
  const [day, person, tool, active] = [of('date'), of('person'), of('tool').toLowerCase(), of('active')];
  if (!isDay(day)) return { line, says: `"${shown(day)}" is no date like 2026-08-10` };
  const user = userOf(person, host);
  if (user === null) return { line, says: `"${shown(person)}" is no e-mail address and no login` };
  if (!/^[a-z0-9][a-z0-9 ._-]{0,49}$/.test(tool))
    return { line, says: `"${shown(tool)}" is no name of a tool` };
  if (!YES.test(active) && !NO.test(active))
    return { line, says: `active is "${shown(active)}", and may be true, false or nothing` };
  const bad = COUNTS.find((name) => !/^\d{0,12}$/.test(of(name)));
  if (bad !== undefined) return { line, says: `${bad} is "${shown(of(bad))}", which is no whole number` };
  const count = (name: (typeof COUNTS)[number]) => (of(name) === '' ? null : Number(of(name)));
  return {
    tool: tool.replaceAll(/[ _]+/g, '-'),
    ...{ day, user, active: YES.test(active) },
    sessions: count('sessions'),
    requests: count('requests'),
    suggestedLines: count('suggested_lines'),
    acceptedLines: count('accepted_lines'),
  };
}

function userOf(person: string, host: string): ToolUser | null {
  if (EMAIL.test(person)) return { email: person };
  return LOGIN.test(person) ? { login: person, host } : null;
}

function refusal(file: string, faults: readonly CsvFault[]): SourceError {
  const lines = faults.slice(0, MOST).map(({ line, says }) => `Line ${line}: ${says}.`);
  const more = faults.length > MOST ? [`And ${faults.length - MOST} more.`] : [];
  const many = faults.length === 1 ? 'One line' : `${faults.length} lines`;
  return new SourceError(
    'bad-usage',
    [`${file}: ${many} cannot be read; nothing was imported.`, ...lines, ...more].join('\n'),
  );
}

/** A field within one line of a message. */
function shown(field: string): string {
  return field.replaceAll(/\s+/g, ' ').slice(0, 120);
}
