import { groupsOf } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import { markedGroups } from '../marked-groups.ts';
import type { Question } from '../question.ts';

/** A team with a panel of its own; null: all work that is in none of them. */
export type PanelTeam = { id: string | null; name: string };

/** More of them nobody would look through: the filter narrows them. */
const MOST_PANELS = 48;

/**
 * The teams that a question may show one by one, by name: those of five people or more that no other group gives away. All other work
 * is put together after it was measured, so that nothing is missing; where the question names teams there is no other.
 */
export function panelTeams(held: Held, { view, marks }: Question): { teams: PanelTeam[]; more: number } {
  const { teams, within } = marks === null ? groupsOf(held, view) : markedGroups(held, view, view);
  const mayBeShown = (id: string) =>
    teams.has(id) && (view.repo === null || within.get(id)?.has(view.repo) === true);
  const asked = view.team.length === 0 ? [...teams] : view.team;
  const named = asked
    .filter(mayBeShown)
    .map((id) => ({ id, name: held.teamNames.get(id) ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const shown = named.slice(0, MOST_PANELS);
  const others = view.team.length === 0 ? [{ id: null, name: 'Others' }] : [];
  return { teams: shown.length === 0 ? [] : [...shown, ...others], more: named.length - shown.length };
}

/** The panels (by their place) that each set of teams counts in: each of its teams', or that of the others. */
export function panelsOfSets(teamSets: readonly string[], teams: readonly PanelTeam[]): number[][] {
  const places = new Map(teams.map(({ id }, place) => [id, place]));
  const others = places.get(null);
  return teamSets.map((set) => {
    const members: readonly string[] = JSON.parse(set);
    const own = members.flatMap((id) => places.get(id) ?? []);
    return own.length > 0 || others === undefined ? own : [others];
  });
}
