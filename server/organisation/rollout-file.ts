import { csvLine } from '../model/csv.ts';
import { dayOf } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { Rollout } from '../model/rollout.ts';
import { plainName, teamNames } from '../people/team-id.ts';
import type { Decide } from './decided.ts';
import { harmless } from './harmless-cell.ts';
import { movedNote, rolloutEdit } from './rollout-edit.ts';
import { ROLLOUT_HEADER, rolloutLines } from './rollout-lines.ts';
import { MOST_ROLLOUTS, same, sameStarts, statedAs } from './rollouts.ts';
import { several } from './roster.ts';

/**
 * Takes over all rollouts of a file, or none: each in place of the one of its name, with all its teams. Those that the file does not
 * name stay, and what was drawn stays with its rollout.
 */
export function rolloutFile(csv: string, at: Instant, zone: string): Decide {
  return ({ rows }) => {
    const named = new Map(
      [...teamNames(rows.teams, rows.accountTeams)].map(([id, name]) => [plainName(name), id]),
    );
    const byName = new Map(rows.rollouts.map((one) => [plainName(one.name), one]));
    const pairs = rolloutLines(csv, named).map((draft) => {
      const before = byName.get(plainName(draft.name));
      return { before, after: statedAs(rows, before, draft) };
    });
    const written = new Map(pairs.map(({ after }) => [after.id, after]));
    const kept = rows.rollouts.filter(({ id }) => !written.has(id));
    const changed = pairs.filter(({ before, after }) => before === undefined || !same(before, after));
    const notes = kept.map(({ name }) => `"${name}" is not in the file and stays as it was.`);
    if (changed.length === 0) return { edit: null, notes };
    const all = [...kept, ...written.values()];
    if (all.length > MOST_ROLLOUTS) {
      throw new QuestionError(
        'too-many-rollouts',
        `These would be ${all.length} rollouts; ${MOST_ROLLOUTS} are the most.`,
      );
    }
    const moved = changed.flatMap(({ before, after }) =>
      before !== undefined && !sameStarts(before, after) ? [after] : [],
    );
    return {
      notes,
      edit: {
        ...rolloutEdit(all, rows.rollouts),
        summary: `${several(changed.length, 'rollout')} of a file: ${changed.map(({ after }) => `"${after.name}"`).join(', ')}.`,
        ...(moved.length > 0 && { note: movedNote(moved, dayOf(at, zone)) }),
      },
    };
  };
}

/** The rollouts as they can be read back, by name and team. */
export function rolloutsCsv(rows: OrganisationRows): string {
  const names = teamNames(rows.teams, rows.accountTeams);
  return [ROLLOUT_HEADER, ...rows.rollouts.flatMap((one) => linesOf(one, names))]
    .map((fields) => csvLine(fields.map(harmless)))
    .join('');
}

/** One of no team has one line. */
function linesOf({ name, tool, kind, starts }: Rollout, names: ReadonlyMap<string, string>): string[][] {
  const of = [name, tool ?? '', kind];
  const lines = starts.flatMap(({ teamId, day }) => {
    const team = names.get(teamId);
    return team === undefined ? [] : [[...of, team, day ?? '']];
  });
  const sorted = lines.sort((one, other) => ((one[3] ?? '') < (other[3] ?? '') ? -1 : 1));
  return sorted.length === 0 ? [[...of, '', '']] : sorted;
}
