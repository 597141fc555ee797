import type { Identity, IdentityLink } from '../model/identity.ts';
import { opaqueId } from './opaque-id.ts';

/** An e-mail that more accounts than this have written with is a mailbox of many. */
const ACCOUNTS_OF_A_MAILBOX = 3;

/** The person of an identity that no link joins to another. Ids are opaque. */
export function personAlone(identity: Identity): string {
  return opaqueId(`person ${identity}`);
}

/**
 * The person of every identity that is in a link: those joined by links are one, in whatever order the links come. What was
 * said to be apart stays apart: a link that would join the two sides is passed over, and what people stated is joined before
 * what was observed. The person's id is that of the smallest of their identities.
 */
export function personsOf(links: readonly IdentityLink[]): ReadonlyMap<Identity, string> {
  const groups = new Groups();
  for (const { a, b, kind } of links) {
    if (kind === 'apart') groups.separate(a, b);
  }
  for (const { a, b } of inOrder(links, 'stated')) groups.join(a, b);
  for (const { a, b } of inOrder(withoutShared(links), 'observed')) groups.join(a, b);
  const all = new Set(links.flatMap(({ a, b }) => [a, b]));
  return new Map([...all].map((identity) => [identity, personAlone(groups.smallest(identity))]));
}

/** Stated links that do not hold, because others that were stated, or said to be apart, contradict them. */
export function contradicted(links: readonly IdentityLink[]): IdentityLink[] {
  const persons = personsOf(links);
  return links.filter(({ a, b, kind }) => kind === 'stated' && persons.get(a) !== persons.get(b));
}

function inOrder(links: readonly IdentityLink[], kind: IdentityLink['kind']): IdentityLink[] {
  const key = ({ a, b }: IdentityLink) => `${a}\n${b}`;
  return links.filter((link) => link.kind === kind).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function withoutShared(links: readonly IdentityLink[]): IdentityLink[] {
  const accounts = new Map<Identity, Set<Identity>>();
  const add = (mailbox: Identity, account: Identity) => {
    if (!mailbox.startsWith('email:')) return;
    const known = accounts.get(mailbox) ?? new Set();
    accounts.set(mailbox, known.add(account));
  };
  const observed = links.filter(({ kind }) => kind === 'observed');
  for (const { a, b } of observed) {
    add(a, b);
    add(b, a);
  }
  const shared = (identity: Identity) => (accounts.get(identity)?.size ?? 0) > ACCOUNTS_OF_A_MAILBOX;
  return observed.filter(({ a, b }) => !shared(a) && !shared(b));
}

/** Disjoint sets of identities, each known by its smallest, with those that must never become one. */
class Groups {
  readonly #parents = new Map<Identity, Identity>();
  readonly #apart = new Map<Identity, Set<Identity>>();

  smallest(identity: Identity): Identity {
    let top = identity;
    for (let next = this.#parents.get(top); next !== undefined; next = this.#parents.get(top)) top = next;
    for (let at = identity; at !== top; ) {
      const next = this.#parents.get(at) ?? top;
      this.#parents.set(at, top);
      at = next;
    }
    return top;
  }

  separate(one: Identity, other: Identity): void {
    this.#keep(one, other);
    this.#keep(other, one);
  }

  join(one: Identity, other: Identity): void {
    const tops = [this.smallest(one), this.smallest(other)].sort();
    const [top = one, below = other] = tops;
    if (top === below || this.#apart.get(top)?.has(below)) return;
    this.#parents.set(below, top);
    for (const far of this.#apart.get(below) ?? []) {
      this.#apart.get(far)?.delete(below);
      this.separate(top, far);
    }
    this.#apart.delete(below);
  }

  #keep(one: Identity, other: Identity): void {
    const known = this.#apart.get(one) ?? new Set();
    this.#apart.set(one, known.add(other));
  }
}
