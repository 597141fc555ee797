import type { AiFilter, Definition, ResolvedView } from '../../server/contract/index.ts';
import { aiLevelNames } from '../../server/words/ai-level.ts';
import { calendarDate, calendarDayAndMonth } from '../../server/words/date.ts';
import { list } from '../../server/words/list.ts';
import { toolName } from '../../server/words/tool.ts';
import { mondayOf, sundayOf } from './calendar-day.ts';

/** The words of each filter's values, used by the controls, the chips and the exports alike. */
export const windowLabels: Record<ResolvedView['window'], string> = {
  '12w': 'Last 12 weeks',
  '26w': 'Last 26 weeks',
  '52w': 'Last 52 weeks',
  '104w': 'Last 104 weeks',
  all: 'All weeks',
};

/** Beside the name "Window", and on a phone where room is short. */
export const windowOptions: Record<ResolvedView['window'], string> = {
  '12w': '12 weeks',
  '26w': '26 weeks',
  '52w': '52 weeks',
  '104w': '104 weeks',
  all: 'All weeks',
};

export const statLabels: Record<ResolvedView['stat'], string> = {
  p50: 'Median',
  p75: '75th percentile',
  p85: '85th percentile',
};

export const byLabels: Record<ResolvedView['by'], string> = {
  opening: 'By week of opening',
  merge: 'By week of merge',
};

/** Which week an item of a measure belongs to, as it was asked for. */
export function weeksLabel({ weeks, items }: Definition, by: ResolvedView['by']): string {
  if (weeks === 'end') return 'At each week’s end';
  if (items === 'issues') return by === 'opening' ? 'By week of creation' : 'By week of finish';
  return byLabels[by];
}

/** Beside the name "By week of". */
export const byOptions: Record<ResolvedView['by'], string> = { opening: 'Opening', merge: 'Merge' };

export const hoursLabels: Record<ResolvedView['hours'], string> = {
  calendar: 'Calendar hours',
  working: 'Working hours',
};

/** Beside the name "Hours". */
export const hoursOptions: Record<ResolvedView['hours'], string> = {
  calendar: 'Calendar',
  working: 'Working',
};

/** AI-marked is what an agent did, or a person with a tool's help; none seen is not “no AI”. */
export const aiLabels: Record<AiFilter, string> = {
  marked: 'AI-marked',
  unmarked: 'Not AI-marked',
  ...aiLevelNames,
};

export function toolLabel(tool: string): string {
  return toolName(tool);
}

type OwnWindow = { readonly from?: string | null; readonly to?: string | null };

/** A window of one's own, in the whole weeks that it comes to: "3 Aug to 30 Aug 2026"; null where the window is a usual one. */
export function ownWindowLabel({ from, to }: OwnWindow): string | null {
  const first = from ? mondayOf(from) : null;
  const last = to ? sundayOf(to) : null;
  if (first === null) return last === null ? null : `Until ${calendarDate(last)}`;
  if (last === null) return `From ${calendarDate(first)}`;
  const begin = first.slice(0, 4) === last.slice(0, 4) ? calendarDayAndMonth(first) : calendarDate(first);
  return `${begin} to ${calendarDate(last)}`;
}

export type RepositoryChoice = { readonly id: string; readonly name: string; readonly source: string };

export function repositoryLabel(id: string | undefined, repositories: readonly RepositoryChoice[]): string {
  if (id === undefined) return 'All repositories';
  const found = repositories.find((repository) => repository.id === id);
  if (found === undefined) return id;
  const namesakes = repositories.filter(({ name }) => name === found.name).length;
  if (namesakes < 2) return found.name;
  return `${found.name} (${found.source === 'git' ? 'clone' : 'GitHub'})`;
}

export type RepositoryOption = {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  readonly disabled?: boolean;
};

/** From so many on they are listed under their owners, so that one can be found by typing its own name. */
const many = 12;

/** By name, those of an owner together; those that may not be asked for by themselves come last. */
export function repositoryOptions(
  repositories: readonly RepositoryChoice[],
  mayBeAsked: (id: string) => boolean = () => true,
): readonly RepositoryOption[] {
  const options = repositories
    .map(({ id }) => ({ value: id, label: repositoryLabel(id, repositories) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true }));
  const free = options.filter(({ value }) => mayBeAsked(value));
  const folded = options
    .filter(({ value }) => !mayBeAsked(value))
    .map((option) => ({ ...option, group: 'Only as part of others', disabled: true }));
  return [...(free.length < many ? free : free.map(underOwner)), ...folded];
}

function underOwner({ value, label }: RepositoryOption): RepositoryOption {
  const end = label.indexOf('/');
  return end < 1 ? { value, label } : { value, label: label.slice(end + 1), group: label.slice(0, end) };
}

export type TeamName = { readonly id: string; readonly name: string };

export function teamLabel(id: string, teams: readonly TeamName[]): string {
  return teams.find((team) => team.id === id)?.name ?? id;
}

/** "Team Payments", "Teams Payments and Search" */
function teamsLabel(ids: readonly string[], teams: readonly TeamName[]): string {
  const names = ids
    .map((id) => teamLabel(id, teams))
    .toSorted((one, other) => one.localeCompare(other, 'en'));
  return `${ids.length === 1 ? 'Team' : 'Teams'} ${list(names)}`;
}

/**
 * "uptake · Last 12 weeks · Median · By week of merge": what an exported figure was asked for. A count has no percentile and
 * no hours. `weeks` says which week an item belongs to, where that is not as usual.
 */
export function describeQuestion(
  asked: ResolvedView,
  repositories: readonly RepositoryChoice[],
  teams: readonly TeamName[],
  counted: boolean,
  weeks: string = byLabels[asked.by],
): string {
  return [
    repositoryLabel(asked.repo ?? undefined, repositories),
    ...(asked.team.length === 0 ? [] : [teamsLabel(asked.team, teams)]),
    ownWindowLabel(asked) ?? windowLabels[asked.window],
    ...(counted ? [] : [statLabels[asked.stat]]),
    weeks,
    ...(counted || asked.hours === 'calendar' ? [] : [hoursLabels[asked.hours]]),
    ...asked.ai.map((level) => aiLabels[level]),
    ...(asked.tool === null ? [] : [toolLabel(asked.tool)]),
    ...(asked.since === null ? [] : [sinceLabel(asked.since)]),
  ].join(' · ');
}

/** "uptake · Team Payments · Where the data end": the same of a figure of what is so now, whatever the window. */
export function describeNow(
  { repo, team }: ResolvedView,
  repositories: readonly RepositoryChoice[],
  teams: readonly TeamName[],
): string {
  const named = team.length === 0 ? [] : [teamsLabel(team, teams)];
  return [repositoryLabel(repo ?? undefined, repositories), ...named, 'Where the data end'].join(' · ');
}

/** The day that parts before from after, as the Monday that it comes to. */
export function sinceLabel(since: string): string {
  return `Before and after ${calendarDate(mondayOf(since))}`;
}
