import { expect, test } from 'vitest';
import { type IdentityLink, identityLink } from '../../server/model/identity.ts';
import { personsOf } from '../../server/people/person.ts';
import { openStore } from '../../server/store/open.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { facts, measure, organised, placings, shop, writeWork } from '../support/organised-store.ts';
import { bareFact } from '../support/rows.ts';

const HEADER = 'team,login_or_email,from,to\r\n';
const work = [
  [1, 'ada', '2026-05-10T12:00:00Z'],
  [2, 'ben', '2026-05-11T12:00:00Z'],
  [3, 'cleo', '2026-05-12T12:00:00Z'],
] as const;
const ada = 'login:github.com/ada';

const sighted = (...links: IdentityLink[]) => ({ links, names: [] });

test('a link that was observed makes its people anew, and marks just their work', async () => {
  const { store, marked } = await organised(work);
  await store.writeRows(HOLDER, shop, {}, sighted(identityLink(ada, 'login:github.com/ben', 'observed')));
  expect(await store.dirtyCount()).toBe(0);
  expect(await store.settleOrganisation(HOLDER, 'UTC', personsOf)).toBe(true);
  expect(await marked()).toEqual([1, 2]);
  expect(await store.settleOrganisation(HOLDER, 'UTC', personsOf)).toBe(false);
});

test('a link that was known already, or joins nobody new, marks nothing', async () => {
  const { store } = await organised(work);
  const links = await store.identityLinks();
  expect(links).toHaveLength(3);
  await store.writeRows(HOLDER, shop, {}, sighted(...links));
  expect(await store.settleOrganisation(HOLDER, 'UTC', personsOf)).toBe(false);
  expect(await store.dirtyCount()).toBe(0);
});

test('persons are derived from the links, so that every order of reading comes to the same digest', async () => {
  const digests = await Promise.all(
    [work, work.toReversed()].map(async (order) => {
      const store = await openTestStore();
      for (const one of order) {
        await writeWork(store, shop, [one]);
        await measure(store);
      }
      return store.digest();
    }),
  );
  expect(digests[0]).toBe(digests[1]);
});

test('a rebuild changes nothing, also after edits', async () => {
  const { store, desk } = await organised(work);
  await desk.importRoster(`${HEADER}Pay,ada,,2026-03-31\nSearch,ben,,`);
  await desk.mergeIdentities('ada', 'cleo');
  await desk.setRepositoryOwners([{ repository: '*', team: 'Owners' }]);
  await measure(store);
  const before = await store.digest();
  await store.markEverything(HOLDER);
  await measure(store);
  expect(await store.digest()).toBe(before);
});

test('what is stored of the organisation comes back when the file is opened again', async () => {
  const { store, desk } = await organised(work);
  await desk.importRoster(`${HEADER}Pay,ada,2026-01-01,2026-03-31\nPay,ben@example.com,,`);
  await desk.setRepositoryOwners([{ repository: 'acme/*', team: 'Owners' }]);
  await desk.setCodeOwners(shop.id, '* @acme/web');
  await measure(store);
  const before = { rows: await store.organisation(), facts: await facts(store) };
  const again = openStore({ file: store.file, migrations: MIGRATIONS });
  expect({ rows: await again.organisation(), facts: await facts(again) }).toEqual(before);
  expect(before.rows.spells).toContainEqual(
    expect.objectContaining({ identity: ada, from: '2026-01-01', to: '2026-03-31' }),
  );
  again.close();
});

test('an edit by another process counts for what is measured after it', async () => {
  const { store, desk } = await organised(work);
  const other = openStore({ file: store.file, migrations: MIGRATIONS });
  await measure(other);
  await desk.importRoster(`${HEADER}Pay,ada,,`);
  other.close();
  await measure(store);
  expect(await placings(store)).toEqual({ 1: 'Pay stated', 2: 'null', 3: 'null' });
});

test('an edit in the middle of a derive counts for every fact that it marks', async () => {
  const { store, desk } = await organised(work);
  await store.markEverything(HOLDER);
  const seen: number[] = [];
  const measureOne = async () => {
    await store.unfoldMarks(HOLDER, 1);
    return store.derive(HOLDER, 1, (rows, organisation) => {
      seen.push(organisation.spells.length);
      if (rows.kind === 'landing') throw new Error('there are none');
      const { id, number, mergedAt, forge } = rows.pullRequest;
      const author = `login:github.com/${forge?.account?.login}`;
      return { ...bareFact(id, number), repositoryId: shop.id, author, mergedAt };
    });
  };
  await measureOne();
  await desk.importRoster(`${HEADER}Pay,ada,,`);
  while ((await measureOne()).taken > 0);
  // The first was measured before, and again after the edit that marked it.
  expect(seen).toEqual([0, 1, 1, 1]);
});

test('another zone places the work of those again whose memberships have days', async () => {
  const { store, desk, marked } = await organised([...work, [4, 'ada', '2026-04-01T02:00:00Z']]);
  await desk.importRoster(`${HEADER}Pay,ada,,2026-03-31\nSearch,ben,,`);
  await measure(store);
  expect((await placings(store))[4]).toBe('null');
  await measure(store, 'America/New_York');
  expect((await placings(store))[4]).toBe('Pay stated');
  await store.settleOrganisation(HOLDER, 'UTC', personsOf);
  expect(await marked()).toEqual([1, 4]);
});

test('members who come and go on a forge are placed anew, nobody else', async () => {
  const { store, marked } = await organised(work);
  const write = (name: string, members: string[]) =>
    store.writeTeams(HOLDER, {
      ownerId: 'github:github.com/acme',
      teams: [{ id: 'github:github.com/acme/core', ownerId: 'github:github.com/acme', name, members }],
      at: 0,
    });
  await write('Core', ['Ada', 'ben']);
  expect(await marked()).toEqual([1, 2]);
  await write('Core', ['Ada', 'ben']);
  expect(await marked()).toEqual([]);
  await write('Core', ['ben', 'cleo']);
  expect(await marked()).toEqual([1, 3]);
  await write('Kernel', ['ben', 'cleo']);
  expect(await marked()).toEqual([2, 3]);
  await store.writeTeams(HOLDER, { ownerId: 'github:github.com/acme', teams: [], at: 0 });
  expect(await marked()).toEqual([2, 3]);
});

test('an edit that finds nothing to do, or throws, writes nothing', async () => {
  const { store } = await organised(work);
  const before = await store.digest();
  expect(await store.editOrganisation(0, () => null)).toBeNull();
  const breaks = store.editOrganisation(0, () => {
    throw new Error('no');
  });
  await expect(breaks).rejects.toThrow('no');
  const half = store.editOrganisation(0, () => ({
    kind: 'roster',
    summary: 'A team that does not exist.',
    before: null,
    spells: [{ teamId: 'nowhere', identity: ada, from: null, to: null }],
    changes: { identities: [ada], repositories: [] },
  }));
  await expect(half).rejects.toThrow('FOREIGN KEY');
  expect([await store.digest(), await store.dirtyCount()]).toEqual([before, 0]);
  expect(await store.organisationChanges(9, null)).toEqual([]);
});
