import type { Identity, IdentityLink } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { UsageReading } from '../model/tool-usage.ts';
import { organisationFrom, personOf } from '../people/organisation.ts';
import { type Suggestion, suggestions } from './suggestions.ts';

export type ShareClass = 'under 1 %' | '1 to 5 %' | 'over 5 %';

/**
 * Accounts whose merged work of a window no team's roster places. An account's own share is a class, and they come in the order
 * of the alphabet: the list is there to mend the roster, and ranks nobody.
 */
export type Unmatched = {
  accounts: { identity: Identity; share: ShareClass; suggestions: Suggestion[] }[];
  /** Of all of them: pull requests merged in the window, and their share; null when that would tell of fewer than five people. */
  merged: number | null;
  share: number | null;
  shareClass: ShareClass;
  /** All pull requests merged in the window. */
  of: number;
  /** Accounts that used a tool lately and that nothing else knows, by who tells of them. */
  usage: { source: string; identities: Identity[] }[];
};

export type Work = {
  by: readonly { identity: Identity; merged: number }[];
  all: number;
  names: readonly { identity: Identity; name: string }[];
  links: readonly IdentityLink[];
  usage: readonly UsageReading[];
};

const SMALLEST_GROUP = 5;

export function unmatched(rows: OrganisationRows, { by, all, names, links, usage }: Work): Unmatched {
  const { stated, assumed, persons } = organisationFrom(rows, 'UTC');
  const nowhere = by.filter(({ identity }) => {
    const person = personOf(identity, persons);
    return !stated.has(person) && !assumed.has(person);
  });
  const offered = suggestions(names, links, persons);
  const merged = nowhere.reduce((sum, one) => sum + one.merged, 0);
  const people = new Set(nowhere.map(({ identity }) => personOf(identity, persons)));
  const tell = people.size === 0 || people.size >= SMALLEST_GROUP;
  return {
    accounts: nowhere.map((one) => ({
      identity: one.identity,
      share: shareClass(one.merged, all),
      suggestions: offered.get(one.identity) ?? [],
    })),
    merged: tell ? merged : null,
    share: tell && all > 0 ? merged / all : null,
    shareClass: shareClass(merged, all),
    of: all,
    usage: usage.flatMap(({ name, unmatched: identities }) =>
      identities.length === 0 ? [] : [{ source: name, identities: [...identities] }],
    ),
  };
}

function shareClass(merged: number, all: number): ShareClass {
  const share = all === 0 ? 0 : merged / all;
  if (share < 0.01) return 'under 1 %';
  return share <= 0.05 ? '1 to 5 %' : 'over 5 %';
}
