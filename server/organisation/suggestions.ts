import type { Identity, IdentityLink } from '../model/identity.ts';
import { personOf } from '../people/organisation.ts';
import { plainName } from '../people/team-id.ts';

/** Another account that may be the same person's; offered to whoever edits the organisation, never taken. */
export type Suggestion = { identity: Identity; because: 'same name' | 'same e-mail name' };

/** What more than this many people share tells nothing: "dev", "John Smith" in a large organisation. */
const MOST_ALIKE = 3;

/** By identity, in the order of the alphabet; without those that are one person already, or were said to be two. */
export function suggestions(
  names: readonly { identity: Identity; name: string }[],
  links: readonly IdentityLink[],
  persons: ReadonlyMap<Identity, string>,
): ReadonlyMap<Identity, Suggestion[]> {
  const apart = new Set(links.filter(({ kind }) => kind === 'apart').map(({ a, b }) => `${a}\n${b}`));
  const found = new Map<Identity, Suggestion[]>();
  const offer = (to: Identity, identity: Identity, because: Suggestion['because']) => {
    const known = found.get(to) ?? [];
    if (known.every((one) => one.identity !== identity)) found.set(to, [...known, { identity, because }]);
  };
  const pair = (because: Suggestion['because']) => (alike: ReadonlySet<Identity>) => {
    const people = new Set([...alike].map((identity) => personOf(identity, persons)));
    if (people.size < 2 || people.size > MOST_ALIKE) return;
    for (const one of alike) {
      for (const other of alike) {
        const same = personOf(one, persons) === personOf(other, persons);
        if (!same && !apart.has([one, other].sort().join('\n'))) offer(one, other, because);
      }
    }
  };
  const whole = names.filter(({ name }) => plainName(name).includes(' '));
  groups(whole, ({ name }) => plainName(name)).forEach(pair('same name'));
  groups(names, ({ identity }) => mailboxName(identity)).forEach(pair('same e-mail name'));
  for (const all of found.values()) all.sort((one, other) => (one.identity < other.identity ? -1 : 1));
  return found;
}

/** `ada.lovelace` of an e-mail address and of a login alike; short ones mean nothing. */
function mailboxName(identity: Identity): string {
  const text = identity.startsWith('email:')
    ? identity.slice('email:'.length, identity.lastIndexOf('@'))
    : identity.slice(identity.lastIndexOf('/') + 1);
  return text.length < 3 ? identity : text;
}

function groups<Row extends { identity: Identity }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlySet<Identity>[] {
  return [...Map.groupBy(rows, keyOf).values()].map(
    (group) => new Set(group.map(({ identity }) => identity)),
  );
}
