import { type CsvFault, csvRecords } from '../model/csv.ts';
import { isDay } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import type { Identity } from '../model/identity.ts';
import { readIdentity } from '../people/written-identity.ts';
import { teamNameFault } from './team-name.ts';

/** One membership as a line states it; days are both inclusive, null: since ever, and still. */
export type RosterLine = {
  line: number;
  team: string;
  written: string;
  identity: Identity;
  from: string | null;
  to: string | null;
};

export const ROSTER_HEADER = ['team', 'login_or_email', 'from', 'to'] as const;

/**
 * All lines of a roster, or none. `forges` and `trackers` are the hosts that accounts may be of.
 * @throws QuestionError `bad-roster` that names each faulty line with what is wrong with it
 */
export function rosterLines(
  csv: string,
  forges: readonly string[],
  trackers: readonly string[] = [],
): RosterLine[] {
  const { records, faults } = csvRecords(csv);
  const [header, ...rows] = records;
  const found = header?.fields.map((field) => field.toLowerCase()).join(',') ?? '';
  if (found !== ROSTER_HEADER.join(',')) {
    const first = found === '' ? 'nothing' : `"${header?.fields.join(',').slice(0, 100)}"`;
    throw new QuestionError(
      'bad-roster',
      `The first line has to be "${ROSTER_HEADER.join(',')}", separated by commas; it is ${first}. Nothing was changed.`,
      'roster',
    );
  }
  const lines = rows.map(({ line, fields }) =>
    readLine(line, fields, (written) => readIdentity(written, forges, trackers)),
  );
  const wrong = [...faults, ...lines.filter((one) => 'says' in one)].sort(byLine);
  if (wrong.length > 0) throw refusal(wrong);
  return lines.filter((one) => 'identity' in one);
}

function readLine(
  line: number,
  fields: readonly string[],
  read: (written: string) => ReturnType<typeof readIdentity>,
): RosterLine | CsvFault {
  const [team = '', written = '', from = '', to = ''] = fields;
  if (fields.length !== ROSTER_HEADER.length) {
    return { line, says: `it has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'} instead of 4` };
  }
  const unnamed = teamNameFault(team);
  if (unnamed !== null) return { line, says: `the team "${shown(team)}" ${unnamed}` };
  const who = read(written);
  if ('fault' in who) return { line, says: `"${shown(written)}" ${who.fault}` };
  for (const day of [from, to]) {
    if (day !== '' && !isDay(day)) return { line, says: `"${shown(day)}" is no date like 2026-08-10` };
  }
  if (from !== '' && to !== '' && from > to)
    return { line, says: `it begins on ${from}, after its end on ${to}` };
  return { line, team, written, identity: who.identity, from: from || null, to: to || null };
}

function refusal(faults: readonly CsvFault[]): QuestionError {
  const lines = faults.map(({ line, says }) => `Line ${line}: ${says}.`);
  const many = faults.length === 1 ? 'One line cannot be read' : `${faults.length} lines cannot be read`;
  return new QuestionError('bad-roster', [`${many}; nothing was changed.`, ...lines].join('\n'), 'roster');
}

/** A field within one line of a message. */
function shown(field: string): string {
  return field.replaceAll(/\s+/g, ' ').slice(0, 120);
}

function byLine(one: { line: number }, other: { line: number }): number {
  return one.line - other.line;
}
