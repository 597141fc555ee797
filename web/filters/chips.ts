import type { Choices, View } from '../../server/contract/index.ts';
import {
  aiLabels,
  byLabels,
  hoursLabels,
  ownWindowLabel,
  type RepositoryChoice,
  repositoryLabel,
  sinceLabel,
  statLabels,
  type TeamName,
  teamLabel,
  toolLabel,
  windowLabels,
} from './labels.ts';

/** Of several teams, each its own; a window of one's own is one, though it has two ends. */
export type Chip = { readonly filter: keyof View; readonly value?: string; readonly label: string };

/** What is on beyond the defaults, in the order of the controls. */
export function chipsOf(
  view: View,
  repositories: readonly RepositoryChoice[],
  teams: readonly TeamName[],
  rollouts: Choices['rollouts'] = [],
): readonly Chip[] {
  const chips: Chip[] = [];
  if (view.repo !== undefined)
    chips.push({ filter: 'repo', label: repositoryLabel(view.repo, repositories) });
  for (const id of view.team ?? []) {
    chips.push({ filter: 'team', value: id, label: `Team ${teamLabel(id, teams)}` });
  }
  if (view.rollout !== undefined)
    chips.push({ filter: 'rollout', label: `Rollout ${teamLabel(view.rollout, rollouts)}` });
  const own = ownWindowLabel(view);
  if (own !== null) chips.push({ filter: 'window', label: own });
  else if (view.window !== undefined) chips.push({ filter: 'window', label: windowLabels[view.window] });
  if (view.stat !== undefined) chips.push({ filter: 'stat', label: statLabels[view.stat] });
  if (view.by !== undefined) chips.push({ filter: 'by', label: byLabels[view.by] });
  if (view.hours !== undefined) chips.push({ filter: 'hours', label: hoursLabels[view.hours] });
  for (const level of view.ai ?? []) chips.push({ filter: 'ai', value: level, label: aiLabels[level] });
  if (view.tool !== undefined) chips.push({ filter: 'tool', label: toolLabel(view.tool) });
  if (view.since !== undefined) chips.push({ filter: 'since', label: sinceLabel(view.since) });
  return chips;
}

/** The view without what a chip stands for. */
export function withoutChip(view: View, { filter, value }: Chip): View {
  if (filter === 'team') return { ...view, team: (view.team ?? []).filter((id) => id !== value) };
  if (filter === 'ai') return { ...view, ai: (view.ai ?? []).filter((level) => level !== value) };
  if (filter === 'window') return withoutWindow(view);
  const rest = { ...view };
  delete rest[filter];
  return rest;
}

/** The view over the usual window. */
export function withoutWindow({ window: _, from: _from, to: _to, ...rest }: View): View {
  return rest;
}
