import { type PersonWeeks, personWeeks } from '../../metrics/adoption/person-weeks.ts';
import { setsWith } from '../../metrics/selection.ts';
import { panelTeams } from '../flow/team-panels.ts';
import { type AdoptionAsked, foundOnce, startedBy, workOf } from './asked-adoption.ts';

/** Everybody asked about, in all weeks of the data; null: no full week. */
export const everybody = foundOnce((asked: AdoptionAsked): PersonWeeks | null => {
  const { window, held } = asked;
  return window === null ? null : personWeeks(held.snapshot, workOf(asked, window.first, window.to));
});

/** Teams asked about that have started and may be told apart. */
export function startedTeams(asked: AdoptionAsked): string[] {
  const { window, held, question } = asked;
  if (window === null) return [];
  const shown = new Set(panelTeams(held, question).teams.map(({ id }) => id));
  return startedBy(asked, window.to).filter((id) => shown.has(id));
}

/** Whose practice is judged: people in teams that have started; where none has, or none may be told apart, everybody. */
export const practising = foundOnce((asked: AdoptionAsked) => {
  const teams = startedTeams(asked);
  const { window, held } = asked;
  const weeks = window === null || teams.length === 0 ? everybody(asked) : inTeams(asked, teams, window);
  return {
    weeks,
    teams: teams.length,
    whose: teams.length === 0 ? 'people' : 'people in teams that started',
  };

  function inTeams(of: AdoptionAsked, ids: string[], { first, to }: { first: number; to: number }) {
    const table = setsWith(held.snapshot.teamSets.values, ids);
    return personWeeks(held.snapshot, { ...workOf(of, first, to), teams: table });
  }
});
