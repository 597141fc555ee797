import type { Who } from '../../model/tool-use.ts';
import type { Week } from '../../model/week.ts';
import { type AdoptionAsked, startedBy } from './asked-adoption.ts';

export type Enabled = {
  /** Has a seat, or is in a team after its start, at the end of the last full week. */
  readonly people: ReadonlySet<Who>;
  readonly seats: ReadonlySet<Who>;
  /** Whether anybody says who is enabled. */
  readonly known: boolean;
};

/** Who is enabled of those asked about. Of a team that is everybody on its roster, so that those without work are in it. */
export function enabledOf(asked: AdoptionAsked, week: Week): Enabled {
  const { held, question, starts } = asked;
  const end = held.snapshot.weeks.weekStart(week + 1);
  const { team } = question.view;
  const on = (ids: ReadonlySet<string> | null) =>
    new Set(
      held.roster
        .filter(({ teamId, from, to }) => from <= week && week <= to && (ids === null || ids.has(teamId)))
        .map(({ person }) => person),
    );
  const asWhole = team.length === 0;
  const members = asWhole ? null : on(new Set(team));
  const seats = new Set(
    held.use.seats
      .filter(({ since, until }) => since < end && (until === null || until >= end))
      .map(({ who }) => who)
      .filter((who) => members === null || members.has(who)),
  );
  const inTeams = on(new Set(startedBy(asked, week)));
  return {
    people: new Set([...seats, ...inTeams]),
    seats,
    known: starts.size > 0 || held.use.seats.length > 0,
  };
}
