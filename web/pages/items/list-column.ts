import { clockTime, date } from '../../../server/words/date.ts';
import { duration, workingDuration } from '../../../server/words/duration.ts';

/** What stands in a cell. `none`: why there is nothing, for those who hear the page; the panel of the row says it to all. */
export type Shown = { readonly text: string; readonly small?: string } | { readonly none: string };

/** Whose time instants are shown in, and what hours are hours. */
export type Clock = { readonly zone: string; readonly hours: 'calendar' | 'working' };

/** A column of a list of pull requests or issues. */
export type ListColumn<Row, Sort extends string> = {
  readonly key: string;
  readonly label: string;
  readonly sort: Sort | null;
  /** Read from the right, digit under digit. */
  readonly numeric: boolean;
  shown(row: Row, clock: Clock): Shown;
};

/** Working hours without that word: the filter says it, and there is no room to say it in every cell. */
export function shownHours(
  { hours, why }: { hours: number | null; why: string | null },
  { hours: which }: Clock,
): Shown {
  if (hours === null) return { none: why ?? 'not known' };
  return { text: which === 'working' ? workingDuration(hours).replace('working ', '') : duration(hours) };
}

export function shownInstant(iso: string | null, { zone }: Clock, withTime: boolean): Shown {
  if (iso === null) return { none: 'it did not happen, or is not known' };
  const moment = Date.parse(iso);
  return { text: date(moment, zone), ...(withTime && { small: clockTime(moment, zone) }) };
}

/** The last column of an overview; there is none where nobody has said who is in which team. */
export const teamColumn: ListColumn<{ teams: readonly string[] }, never> = {
  key: 'teams',
  label: 'Team',
  sort: null,
  numeric: false,
  shown: ({ teams }) =>
    teams.length === 0 ? { none: 'in no team that is shown by itself' } : { text: teams.join(', ') },
};
