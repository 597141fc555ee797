import { isDay } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import type { Rollout, RolloutStart } from '../model/rollout.ts';
import { teamNameFault } from './team-name.ts';

/** What somebody states of a rollout. */
export type RolloutDraft = Pick<Rollout, 'name' | 'tool' | 'kind' | 'starts'>;

/** A year outside of these is a slip of the finger. */
const [FIRST, LAST] = ['2015-01-01', '2099-12-31'];

export const LONGEST_TOOL = 60;

/** In its one form: by team, each once. @throws QuestionError that names the field and what is wrong with it */
export function rolloutDraft(draft: RolloutDraft, teams: ReadonlyMap<string, string>): RolloutDraft {
  const fault = teamNameFault(draft.name);
  if (fault !== null) throw new QuestionError('bad-name', `The name "${draft.name}" ${fault}.`, 'name');
  const starts = [...draft.starts].sort((one, other) => (one.teamId < other.teamId ? -1 : 1));
  const seen = new Set<string>();
  for (const { teamId, day } of starts) {
    const name = teams.get(teamId);
    if (name === undefined) {
      throw new QuestionError('unknown-team', `There is no team "${teamId}".`, 'starts', [...teams.keys()]);
    }
    if (seen.has(teamId)) throw new QuestionError('bad-rollout', `${name} is given twice.`, 'starts');
    seen.add(teamId);
    if (day !== null) refuseDay(name, day);
  }
  const { tool, kind } = draft;
  if (tool !== null && tool.length > LONGEST_TOOL) {
    throw new QuestionError('bad-rollout', `The tool is longer than ${LONGEST_TOOL} characters.`, 'tool');
  }
  return { name: draft.name.trim(), tool: tool?.trim() || null, kind, starts: starts.map(plain) };
}

function plain({ teamId, day }: RolloutStart): RolloutStart {
  return { teamId, day };
}

function refuseDay(team: string, day: string): void {
  if (!isDay(day)) {
    throw new QuestionError('bad-rollout', `${team}: "${day}" is no day; write it as 2026-08-10.`, 'starts');
  }
  if (day < FIRST || day > LAST) {
    const message = `${team}: ${day} lies outside of what is meant to be shown: ${FIRST} to ${LAST}.`;
    throw new QuestionError('bad-rollout', message, 'starts');
  }
}
