import type { Identity, IdentityLink } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { UsageReading } from '../model/tool-usage.ts';
import { organisationFrom, personOf } from '../people/organisation.ts';
import { type Suggestion, suggestions } from './suggestions.ts';

export type ShareClass = 'under 1 %' | '1 to 5 %' | 'over 5 %';

/** An account that no team places; what it did is a class, never a number. */
export type Nowhere = { identity: Identity; share: ShareClass; suggestions: Suggestion[] };

/**
 * Accounts whose merged work of a window no team's roster places. An account's own share is a class, and they come in the order
 * of the alphabet: the list is there to mend the roster, and ranks nobody.
 */
export type Unmatched = {
  accounts: Nowhere[];
  /** Of all of them: pull requests merged in the window, and their share; null when that would tell of fewer than five people. */
  merged: number | null;
  share: number | null;
  shareClass: ShareClass;
  /** All pull requests merged in the window. */
  of: number;
  /**
   * The same of issues finished in the window and of accounts of trackers; `name` is what an account goes by there, since its id
   * tells nobody whose it is. A name places no one.
   */
  issues: {
    accounts: (Nowhere & { name: string | null })[];
    finished: number | null;
    share: number | null;
    shareClass: ShareClass;
    of: number;
  };
  /** Accounts that used a tool lately and that nothing else knows, by who tells of them. */
  usage: { source: string; identities: Identity[] }[];
};

/** What somebody did, by account, and all that was done. */
export type Done = { by: readonly { identity: Identity; many: number }[]; all: number };

export type Work = {
  merged: Done;
  finished: Done;
  names: readonly { identity: Identity; name: string }[];
  links: readonly IdentityLink[];
  usage: readonly UsageReading[];
};

const SMALLEST_GROUP = 5;

export function unmatched(rows: OrganisationRows, work: Work): Unmatched {
  const { names, links, usage } = work;
  const { stated, assumed, persons } = organisationFrom(rows, 'UTC');
  const offered = suggestions(names, links, persons);
  const nowhere = (done: Done) =>
    placedNowhere(done, offered, persons, (person) => stated.has(person) || assumed.has(person));
  const { done: merged, ...pullRequests } = nowhere(work.merged);
  const { done: finished, ...issues } = nowhere(work.finished);
  const nameOf = new Map(names.map(({ identity, name }) => [identity, name]));
  return {
    ...pullRequests,
    merged,
    issues: {
      ...issues,
      finished,
      accounts: issues.accounts.map((one) => ({ ...one, name: nameOf.get(one.identity) ?? null })),
    },
    usage: usage.flatMap(({ name, unmatched: identities }) =>
      identities.length === 0 ? [] : [{ source: name, identities: [...identities] }],
    ),
  };
}

function placedNowhere(
  { by, all }: Done,
  offered: ReadonlyMap<Identity, Suggestion[]>,
  persons: ReadonlyMap<Identity, string>,
  isPlaced: (person: string) => boolean,
) {
  const nowhere = by.filter(({ identity }) => !isPlaced(personOf(identity, persons)));
  const done = nowhere.reduce((sum, { many }) => sum + many, 0);
  const people = new Set(nowhere.map(({ identity }) => personOf(identity, persons)));
  const tell = people.size === 0 || people.size >= SMALLEST_GROUP;
  return {
    accounts: nowhere.map(
      ({ identity, many }): Nowhere => ({
        identity,
        share: shareClass(many, all),
        suggestions: offered.get(identity) ?? [],
      }),
    ),
    done: tell ? done : null,
    share: tell && all > 0 ? done / all : null,
    shareClass: shareClass(done, all),
    of: all,
  };
}

function shareClass(done: number, all: number): ShareClass {
  const share = all === 0 ? 0 : done / all;
  if (share < 0.01) return 'under 1 %';
  return share <= 0.05 ? '1 to 5 %' : 'over 5 %';
}
