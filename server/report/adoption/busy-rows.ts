import { type PersonWeek, quartersOf } from '../../metrics/adoption/busy-weeks.ts';
import { panelWeeks } from '../../metrics/adoption/person-weeks.ts';
import { panelsOfSets } from '../flow/team-panels.ts';
import { type AdoptionAsked, foundOnce, workOf } from './asked-adoption.ts';
import { weeksOfUse } from './held-use.ts';
import { startedTeams } from './people-asked.ts';
import { teamLoads } from './team-load.ts';

/** Use needs some weeks to spread after a start; they are no weeks to compare. */
const SPREADING = 4;

export type BusyRows = {
  readonly teams: readonly { id: string; name: string }[];
  /** By marks in what was opened in the week. */
  readonly marks: readonly PersonWeek[];
  /** By what vendors tell of the same people and weeks; null: they tell nothing. */
  readonly told: readonly PersonWeek[] | null;
  /** Of weeks since the start: those in which too few were present. */
  readonly leftOut: number;
};

/** The weeks of active people in teams that have started; where none has, in all teams asked about. */
export const busyRows = foundOnce((asked: AdoptionAsked): BusyRows => {
  const { held, window, starts } = asked;
  const ids = startedTeams(asked);
  if (window === null) return { teams: [], marks: [], told: null, leftOut: 0 };
  const { first, to } = window;
  const loads = teamLoads(asked, ids);
  const sets = panelsOfSets(
    held.snapshot.teamSets.values,
    ids.map((id) => ({ id, name: id })),
  );
  const work = panelWeeks(held.snapshot, workOf(asked, first, to, 'opening'), sets, ids.length);
  const use = weeksOfUse(held.use);
  const [marks, told]: PersonWeek[][] = [[], []];
  let leftOut = 0;
  ids.forEach((id, team) => {
    const from = (starts.get(id) ?? first) + SPREADING;
    const all = loads[team] ?? new Map<number, number>();
    leftOut +=
      Math.max(0, to + 1 - Math.max(from, first)) - [...all.keys()].filter((week) => week >= from).length;
    const quarters = quartersOf(new Map([...all].filter(([week]) => week >= from)));
    for (const [person, own] of work[team]?.people ?? []) {
      const days = use?.people.get(held.snapshot.people.values[person] ?? '');
      for (const [week, quarter] of quarters) {
        const opened = own.all[week - first] ?? 0;
        if (opened === 0) continue;
        const row = { person, team, week, work: opened, quarter };
        marks?.push({ ...row, shows: (own.marked[week - first] ?? 0) > 0 });
        if (use !== null && week >= use.from && week <= use.to) {
          told?.push({ ...row, shows: (days?.[week - use.from] ?? 0) > 0 });
        }
      }
    }
  });
  return {
    teams: ids.map((id) => ({ id, name: held.teamNames.get(id) ?? id })),
    marks: marks ?? [],
    told: use === null ? null : (told ?? []),
    leftOut,
  };
});
