import type { ResolvedView, View } from '../../server/contract/index.ts';
import { list } from '../../server/words/list.ts';

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

/** Of several teams, each its own. */
export type Chip = { readonly filter: keyof View; readonly value?: string; readonly label: string };

/** What is on beyond the defaults, in the order of the controls. */
export function chipsOf(
  view: View,
  repositories: readonly RepositoryChoice[],
  teams: readonly TeamName[],
): readonly Chip[] {
  const chips: Chip[] = [];
  if (view.repo !== undefined)
    chips.push({ filter: 'repo', label: repositoryLabel(view.repo, repositories) });
  for (const id of view.team ?? []) {
    chips.push({ filter: 'team', value: id, label: `Team ${teamLabel(id, teams)}` });
  }
  if (view.window !== undefined) chips.push({ filter: 'window', label: windowLabels[view.window] });
  if (view.stat !== undefined) chips.push({ filter: 'stat', label: statLabels[view.stat] });
  if (view.by !== undefined) chips.push({ filter: 'by', label: byLabels[view.by] });
  return chips;
}

function teamLabel(id: string, teams: readonly TeamName[]): string {
  return teams.find((team) => team.id === id)?.name ?? id;
}

/** "Team Payments", "Teams Payments and Search" */
function teamsLabel(ids: readonly string[], teams: readonly TeamName[]): string {
  const names = ids
    .map((id) => teamLabel(id, teams))
    .toSorted((one, other) => one.localeCompare(other, 'en'));
  return `${ids.length === 1 ? 'Team' : 'Teams'} ${list(names)}`;
}

/** "uptake · Last 12 weeks · Median · By week of merge": what an exported figure was asked for. A count has no percentile. */
export function describeQuestion(
  asked: ResolvedView,
  repositories: readonly RepositoryChoice[],
  teams: readonly TeamName[],
  counted: boolean,
): string {
  return [
    repositoryLabel(asked.repo ?? undefined, repositories),
    ...(asked.team.length === 0 ? [] : [teamsLabel(asked.team, teams)]),
    windowLabels[asked.window],
    ...(counted ? [] : [statLabels[asked.stat]]),
    byLabels[asked.by],
  ].join(' · ');
}
