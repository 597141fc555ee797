import { QuestionError } from '../model/errors.ts';
import { type Identity, type IdentityLink, identityLink } from '../model/identity.ts';
import type { OrganisationState } from '../model/organisation.ts';
import { contradicted, personsOf } from '../people/person.ts';
import { readIdentity, writeIdentity } from '../people/written-identity.ts';
import type { Decide, Decided } from './decided.ts';
import { hostsOf, trackersOf } from './hosts.ts';

/** Says that two identities are one person, whatever was observed or said of the two before. */
export function merge(one: string, other: string): Decide {
  return (state) => link(state, pairOf(state, one, other), 'stated');
}

/** Says that two identities are two people. */
export function separate(one: string, other: string): Decide {
  return (state) => link(state, pairOf(state, one, other), 'apart');
}

function link(
  { rows, links }: OrganisationState,
  [one, other]: readonly [Identity, Identity],
  kind: 'stated' | 'apart',
): Decided {
  const put = identityLink(one, other, kind);
  const drop = identityLink(one, other, kind === 'stated' ? 'apart' : 'stated');
  const is = (wanted: IdentityLink) => (known: IdentityLink) =>
    known.a === wanted.a && known.b === wanted.b && known.kind === wanted.kind;
  const before = links.filter((known) => is(put)(known) || is(drop)(known));
  if (before.some(is(put))) return { edit: null, notes: [] };
  const after = [...links.filter((known) => !is(drop)(known)), put];
  const hosts = hostsOf(rows);
  const write = (identity: Identity) => writeIdentity(identity, hosts);
  const [against] = contradicted(after);
  if (against !== undefined) throw contradiction(kind, [one, other].map(write), against, write);
  const persons = personsOf(after);
  return {
    notes: [],
    edit: {
      kind: kind === 'stated' ? 'merge' : 'separate',
      summary: `${write(one)} and ${write(other)} are ${kind === 'stated' ? 'one person' : 'two people'}.`,
      before: { links: before },
      links: { put: [put], drop: [drop] },
      persons,
      // Whose work changes follows from the persons.
      changes: { identities: [], repositories: [] },
    },
  };
}

function pairOf(state: OrganisationState, one: string, other: string): [Identity, Identity] {
  const [hosts, trackers] = [hostsOf(state.rows), trackersOf(state.rows)];
  const read = (written: string, field: string): Identity => {
    const who = readIdentity(written, hosts, trackers);
    if ('fault' in who) throw new QuestionError('bad-identity', `"${written}" ${who.fault}.`, field);
    if (!who.identity.endsWith('[bot]')) return who.identity;
    throw new QuestionError('bad-identity', `"${written}" is a program, and nobody's account.`, field);
  };
  const pair: [Identity, Identity] = [read(one, 'a'), read(other, 'b')];
  if (pair[0] === pair[1]) {
    throw new QuestionError('same-identity', `"${one}" and "${other}" are one and the same account.`, 'b');
  }
  return pair;
}

function contradiction(
  kind: 'stated' | 'apart',
  [one, other]: readonly string[],
  { a, b }: IdentityLink,
  write: (identity: Identity) => string,
): QuestionError {
  const said =
    kind === 'apart'
      ? `It was said that ${write(a)} and ${write(b)} are one person, through which ${one} and ${other} are one too. Separate those two first.`
      : `${write(a)} and ${write(b)} could not be one person then, since of others it was said that they are two people. Merge those first.`;
  return new QuestionError('contradiction', `${said} Nothing was changed.`, 'b');
}
