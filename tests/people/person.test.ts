import { describe, expect, it } from 'vitest';
import { type IdentityLink, identityLink } from '../../server/model/identity.ts';
import { opaqueId } from '../../server/people/opaque-id.ts';
import { contradicted, personAlone, personsOf } from '../../server/people/person.ts';
import { seededRandom } from '../support/random-history.ts';

const ada = 'login:github.com/ada';
const adaAtWork = 'email:ada@example.com';
const adaAtHome = 'email:ada@example.org';
const ben = 'login:github.com/ben';

const observed = (one: string, other: string) => identityLink(one, other, 'observed');
const stated = (one: string, other: string) => identityLink(one, other, 'stated');
const apart = (one: string, other: string) => identityLink(one, other, 'apart');

/** Which of these are one person, as lists of identities. */
function people(links: readonly IdentityLink[]): string[][] {
  const persons = personsOf(links);
  return [...Map.groupBy([...persons.keys()].sort(), (one) => persons.get(one)).values()];
}

describe('Identities', () => {
  it('are one person when links join them, also over others', () => {
    expect(people([observed(ada, adaAtWork), observed(ada, adaAtHome)])).toEqual([
      [adaAtWork, adaAtHome, ada],
    ]);
  });

  it('that nothing joins are people of their own', () => {
    const persons = personsOf([apart(ada, ben)]);
    expect(persons.get(ada)).toBe(personAlone(ada));
    expect(persons.get(ben)).toBe(personAlone(ben));
    expect(personAlone(ada)).not.toBe(personAlone(ben));
  });

  it('that were said to be apart are two, whatever was observed', () => {
    expect(people([observed(ada, adaAtWork), apart(ada, adaAtWork)])).toHaveLength(2);
    expect(people([observed(ada, adaAtWork), observed(ben, adaAtWork), apart(ada, ben)])).toEqual([
      [adaAtWork, ada],
      [ben],
    ]);
  });

  it('that somebody stated to be one are joined before what was observed', () => {
    const links = [observed(ada, adaAtWork), stated(ben, adaAtWork), apart(ada, ben)];
    expect(people(links)).toEqual([[adaAtWork, ben], [ada]]);
  });

  it('are not joined by a mailbox of more than three accounts, unless somebody states it', () => {
    const accounts = ['ada', 'ben', 'cleo', 'dan'].map((login) => `login:github.com/${login}`);
    const shared = 'email:team@example.com';
    const links = accounts.map((account) => observed(account, shared));
    expect(people(links)).toHaveLength(5);
    expect(people(links.slice(1))).toHaveLength(1);
    expect(people([...links, stated(ada, shared)])).toHaveLength(4);
  });

  it('may have any number of mailboxes', () => {
    expect(
      people(Array.from({ length: 9 }, (_, n) => observed(ada, `email:ada${n}@example.com`))),
    ).toHaveLength(1);
  });

  it('say when what was stated cannot hold', () => {
    const links = [stated(ada, adaAtWork), stated(ben, adaAtWork), apart(ada, ben)];
    expect(contradicted(links)).toEqual([stated(ben, adaAtWork)]);
    expect(contradicted(links.slice(0, 2))).toEqual([]);
  });
});

describe.each([1, 2, 3, 4, 5])('Any links (seed %i)', (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const some = () => (random() < 0.5 ? `login:github.com/p${below(25)}` : `email:p${below(25)}@example.com`);
  const kinds = ['observed', 'observed', 'observed', 'stated', 'apart'] as const;
  const links = Array.from({ length: 60 }, () =>
    identityLink(some(), some(), kinds[below(kinds.length)] ?? 'apart'),
  ).filter(({ a, b }) => a !== b);
  const pairs = new Map(links.map((link) => [`${link.a} ${link.b}`, link]));
  const persons = personsOf([...pairs.values()]);

  it('come to the same people in every order', () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const shuffled = [...pairs.values()]
        .map((link) => ({ link, place: random() }))
        .sort((one, other) => one.place - other.place)
        .map(({ link }) => link);
      expect([...personsOf(shuffled)].sort()).toEqual([...persons].sort());
    }
  });

  it('never join what was said to be apart', () => {
    const separated = [...pairs.values()].filter(({ kind }) => kind === 'apart');
    expect(separated.length).toBeGreaterThan(3);
    for (const { a, b } of separated) expect(persons.get(a)).not.toBe(persons.get(b));
  });

  it('join nothing that no chain of links joins', () => {
    const joins = [...pairs.values()].filter(({ kind }) => kind !== 'apart');
    for (const [person, group] of Map.groupBy(persons.keys(), (identity) => persons.get(identity))) {
      const reached = new Set(group.slice(0, 1));
      for (let before = 0; before < reached.size; ) {
        before = reached.size;
        for (const { a, b } of joins) {
          if (persons.get(a) !== person || persons.get(b) !== person) continue;
          if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
        }
      }
      expect([...reached].sort()).toEqual(group.toSorted());
    }
  });
});

describe('The id of a person', () => {
  it('is the same on every machine, and shows nothing of who it is', () => {
    expect(personAlone(ada)).toBe('b390d61d7cef29fe');
    expect(personAlone(ada)).toMatch(/^[\da-f]{16}$/);
  });

  it('is another for everybody', () => {
    const ids = new Set(
      Array.from({ length: 200_000 }, (_, n) => opaqueId(`person email:p${n}@example.com`)),
    );
    expect(ids.size).toBe(200_000);
    // A change of one letter changes half of the bits.
    const bits = (text: string) => BigInt(`0x${opaqueId(text)}`);
    const flipped = Array.from(
      { length: 500 },
      (_, n) => (bits(`a${n}`) ^ bits(`b${n}`)).toString(2).replaceAll('0', '').length,
    );
    const mean = flipped.reduce((sum, one) => sum + one, 0) / flipped.length;
    expect(mean).toBeGreaterThan(31);
    expect(mean).toBeLessThan(33);
  });
});
