import { type CsvFault, csvRecords } from '../model/csv.ts';
import { isDay } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import { ROLLOUT_KINDS, type RolloutStart } from '../model/rollout.ts';
import { plainName } from '../people/team-id.ts';
import { plainly } from './harmless-cell.ts';
import { LONGEST_TOOL, type RolloutDraft } from './rollout-draft.ts';
import { teamNameFault } from './team-name.ts';

export const ROLLOUT_HEADER = ['rollout', 'tool', 'kind', 'team', 'start'] as const;

/** What one line states: of a rollout, and of one of its teams; null: of none. */
type RolloutLine = Omit<RolloutDraft, 'starts'> & { line: number; start: RolloutStart | null };

/**
 * All rollouts of a file, or none.
 * @param teams id of a team by its name as it is compared
 * @throws QuestionError `bad-rollouts` that names each faulty line with what is wrong with it
 */
export function rolloutLines(csv: string, teams: ReadonlyMap<string, string>): RolloutDraft[] {
  const { records, faults } = csvRecords(csv);
  const [header, ...rows] = records;
  const found = header?.fields.map((field) => field.toLowerCase()).join(',') ?? '';
  if (found !== ROLLOUT_HEADER.join(',')) {
    const first = found === '' ? 'nothing' : `"${header?.fields.join(',').slice(0, 100)}"`;
    throw new QuestionError(
      'bad-rollouts',
      `The first line has to be "${ROLLOUT_HEADER.join(',')}", separated by commas; it is ${first}. Nothing was changed.`,
      'rollouts',
    );
  }
  const read = rows.map(({ line, fields }) => readLine(line, fields.map(plainly), teams));
  const lines = read.filter((one) => 'start' in one);
  const groups = [...Map.groupBy(lines, ({ name }) => plainName(name)).values()];
  const wrong = [...faults, ...read.filter((one) => 'says' in one), ...groups.flatMap(contradictions)];
  if (wrong.length > 0) throw refusal(wrong.sort((one, other) => one.line - other.line));
  return groups.flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { name, tool, kind } = first;
    return [{ name, tool, kind, starts: [first, ...others].flatMap(({ start }) => start ?? []) }];
  });
}

function readLine(
  line: number,
  fields: readonly string[],
  teams: ReadonlyMap<string, string>,
): RolloutLine | CsvFault {
  const [name = '', tool = '', kind = '', team = '', day = ''] = fields;
  if (fields.length !== ROLLOUT_HEADER.length) {
    return { line, says: `it has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'} instead of 5` };
  }
  const unnamed = teamNameFault(name);
  if (unnamed !== null) return { line, says: `the rollout "${shown(name)}" ${unnamed}` };
  const known = ROLLOUT_KINDS.find((one) => one === kind.toLowerCase());
  if (known === undefined) {
    return { line, says: `"${shown(kind)}" is no kind; it is one of ${ROLLOUT_KINDS.join(', ')}` };
  }
  if (tool.length > LONGEST_TOOL) return { line, says: `its tool is longer than ${LONGEST_TOOL} characters` };
  const start = readStart(team, day, teams);
  if ('says' in start) return { line, says: start.says };
  return { line, name: name.trim(), tool: tool.trim() || null, kind: known, ...start };
}

function readStart(
  team: string,
  day: string,
  teams: ReadonlyMap<string, string>,
): { start: RolloutStart | null } | { says: string } {
  if (team === '') return day === '' ? { start: null } : { says: `${shown(day)} is the start of no team` };
  const teamId = teams.get(plainName(team));
  if (teamId === undefined) return { says: `there is no team "${shown(team)}"` };
  if (day !== '' && !isDay(day)) return { says: `"${shown(day)}" is no date like 2026-08-10` };
  return { start: { teamId, day: day || null } };
}

/** Lines of one rollout that cannot all be true. */
function contradictions(lines: readonly RolloutLine[]): CsvFault[] {
  const [first] = lines;
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, name, tool, kind, start }) => {
    if (first !== undefined && (tool !== first.tool || kind !== first.kind)) {
      return [{ line, says: `"${shown(name)}" has another tool or kind in line ${first.line}` }];
    }
    const before = start === null ? undefined : seen.get(start.teamId);
    if (before !== undefined) return [{ line, says: `its team is given in line ${before} already` }];
    if (start !== null) seen.set(start.teamId, line);
    return [];
  });
}

function refusal(faults: readonly CsvFault[]): QuestionError {
  const lines = faults.map(({ line, says }) => `Line ${line}: ${says}.`);
  const many = faults.length === 1 ? 'One line cannot be taken' : `${faults.length} lines cannot be taken`;
  return new QuestionError(
    'bad-rollouts',
    [`${many}; nothing was changed.`, ...lines].join('\n'),
    'rollouts',
  );
}

/** A field within one line of a message. */
function shown(field: string): string {
  return field.replaceAll(/\s+/g, ' ').slice(0, 120);
}
