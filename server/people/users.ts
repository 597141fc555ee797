import type { OrganisationRows } from '../model/organisation.ts';
import type { StoredUse, Who } from '../model/tool-use.ts';
import { personOf } from './organisation.ts';

/** The same use by person: whoever has several accounts is one, and no identity is left in it. */
export function usersByPerson(use: StoredUse, { persons }: Pick<OrganisationRows, 'persons'>): StoredUse {
  const known = new Map<Who, string>();
  const of = <Row extends { who: Who }>(row: Row): Row => {
    const person = known.get(row.who) ?? personOf(row.who, persons);
    known.set(row.who, person);
    return { ...row, who: person };
  };
  return {
    ...use,
    days: use.days.map((day) => ({ ...day, users: day.users.map(of) })),
    seats: use.seats.map(of),
  };
}
