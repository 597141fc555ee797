import { describe, expect, it } from 'vitest';
import { HOLDER } from '../support/open-store.ts';
import { facts, measure, organised, placings, shop, till, writeWork } from '../support/organised-store.ts';

const HEADER = 'team,login_or_email,from,to\r\n';
const work = [
  [1, 'ada', '2026-05-10T12:00:00Z'],
  [2, 'ada-at-work', '2026-05-11T12:00:00Z'],
  [3, 'ben', '2026-05-12T12:00:00Z'],
] as const;

describe('Accounts that somebody merges', () => {
  it('are one person with one roster, and only their work is measured again', async () => {
    const { store, desk, marked } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada,,`);
    await measure(store);
    const merged = await desk.mergeIdentities('ada', 'ada-at-work@example.com');
    expect(merged).toMatchObject({
      changed: true,
      summary: 'ada and ada-at-work@example.com are one person.',
    });
    expect(await marked()).toEqual([1, 2]);
    await store.markEverything(HOLDER);
    await measure(store);
    const [one, two, three] = await facts(store);
    expect(one?.person).toBe(two?.person);
    expect(three?.person).not.toBe(one?.person);
    expect(await placings(store)).toEqual({ 1: 'Pay stated', 2: 'Pay stated', 3: 'null' });
    expect(await desk.mergeIdentities('ada-at-work@example.com', 'ada')).toMatchObject({ changed: false });
  });

  it('are two again when somebody separates them, also where it was observed', async () => {
    const { store, desk, marked } = await organised(work);
    await desk.mergeIdentities('ada', 'ada-at-work');
    await measure(store);
    await desk.separateIdentities('ada', 'ada-at-work');
    expect(await marked()).toEqual([1, 2]);
    await desk.separateIdentities('ben', 'ben@example.com');
    await measure(store);
    const { persons } = await store.organisation();
    expect(persons.get('login:github.com/ben')).not.toBe(persons.get('email:ben@example.com'));
    expect((await desk.changes(9, null)).map(({ summary }) => summary)).toEqual([
      'ben and ben@example.com are two people.',
      'ada and ada-at-work are two people.',
      'ada and ada-at-work are one person.',
    ]);
  });

  it('stay as they are where one statement contradicts another, in a sentence that says which', async () => {
    const { store, desk } = await organised(work);
    await desk.mergeIdentities('ada', 'ada-at-work');
    await desk.mergeIdentities('ada-at-work', 'ben');
    const before = await store.digest();
    await expect(desk.separateIdentities('ada', 'ben')).rejects.toThrow(
      'It was said that ada-at-work and ben are one person, through which ada and ben are one too.',
    );
    await desk.separateIdentities('ada-at-work', 'ben');
    await expect(desk.mergeIdentities('ada', 'ben')).rejects.toThrow(
      'of others it was said that they are two people',
    );
    await desk.mergeIdentities('ada-at-work', 'ben');
    expect(await store.digest()).toBe(before);
  });

  it.each([
    ['ada', 'login:github.com/ADA', 'one and the same account'],
    ['ada', 'ada lovelace', '"ada lovelace" is neither a login nor an e-mail address'],
    ['dependabot[bot]', 'ada', 'is a program'],
  ])('%s and %s are refused', async (one, other, says) => {
    const { desk } = await organised(work);
    await expect(desk.mergeIdentities(one, other)).rejects.toThrow(says);
  });
});

describe('Work of accounts that no team places', () => {
  const many = Array.from(
    { length: 120 },
    (_, n) => [n + 1, n < 100 ? `u${n % 10}` : n < 118 ? 'zoe' : `rare${n}`, '2026-05-10T12:00:00Z'] as const,
  );

  it('is counted for all of them, and for each told by class alone, in the order of the alphabet', async () => {
    const { desk } = await organised([...many, [200, 'app[bot]', '2026-05-10T12:00:00Z']]);
    await desk.importRoster(`${HEADER}${Array.from({ length: 7 }, (_, n) => `Pay,u${n},,`).join('\n')}`);
    const told = await desk.unmatched(Date.parse('2026-11-01T00:00:00Z'));
    expect(told).toMatchObject({ merged: 50, of: 120, shareClass: 'over 5 %' });
    expect(told.share).toBeCloseTo(50 / 120);
    expect(told.accounts.map(({ identity, share }) => `${identity.split('/')[1]} ${share}`)).toEqual([
      'rare118 under 1 %',
      'rare119 under 1 %',
      'u7 over 5 %',
      'u8 over 5 %',
      'u9 over 5 %',
      'zoe over 5 %',
    ]);
    for (const account of told.accounts) {
      expect(Object.keys(account).toSorted()).toEqual(['identity', 'share', 'suggestions']);
    }
  });

  it('is not counted where that would tell of fewer than five people', async () => {
    const { desk } = await organised(many);
    const all = [...Array.from({ length: 10 }, (_, n) => `u${n}`), 'zoe'];
    await desk.importRoster(`${HEADER}${all.map((login) => `Pay,${login},,`).join('\n')}`);
    const told = await desk.unmatched(Date.parse('2026-11-01T00:00:00Z'));
    expect(told).toMatchObject({ merged: null, share: null, shareClass: '1 to 5 %', of: 120 });
    expect(told.accounts).toHaveLength(2);
  });

  it('is that of the last 52 weeks', async () => {
    const { desk } = await organised([
      [1, 'ada', '2025-01-10T12:00:00Z'],
      [2, 'ben', '2026-05-10T12:00:00Z'],
      [3, 'cleo', '2026-11-10T12:00:00Z'],
    ]);
    const told = await desk.unmatched(Date.parse('2026-11-01T00:00:00Z'));
    expect([told.of, told.accounts.map(({ identity }) => identity)]).toEqual([1, ['login:github.com/ben']]);
  });

  it('comes with accounts that may be the same person’s, which nobody joins by itself', async () => {
    const { store, desk } = await organised(work);
    await writeWork(store, till, [[4, 'cleo', '2026-05-12T12:00:00Z']]);
    const named = (identity: string, name: string) => ({ identity, name });
    await store.writeRows(
      HOLDER,
      shop,
      {},
      {
        links: [],
        names: [
          named('login:github.com/ada', 'Ada Lovelace'),
          named('email:al@example.org', 'ada  lovelace'),
          named('email:ben@example.org', 'B'),
          named('login:github.com/cleo', 'Cleo'),
          named('email:c@example.org', 'Cleo'),
        ],
      },
    );
    await measure(store);
    const offered = async () => {
      const { accounts } = await desk.unmatched(Date.parse('2026-11-01T00:00:00Z'));
      return accounts.flatMap(({ identity, suggestions }) =>
        suggestions.map((one) => `${identity} ~ ${one.identity}: ${one.because}`),
      );
    };
    expect(await offered()).toEqual([
      'login:github.com/ada ~ email:al@example.org: same name',
      'login:github.com/ben ~ email:ben@example.org: same e-mail name',
    ]);
    await desk.separateIdentities('ada', 'al@example.org');
    await desk.mergeIdentities('ben', 'ben@example.org');
    expect(await offered()).toEqual([]);
  });
});

describe('Teams', () => {
  it('are told with their people of today by what that rests on, and with what they own', async () => {
    const { store, desk } = await organised(work);
    await writeWork(store, till, [[4, 'cleo', '2026-05-12T12:00:00Z']]);
    const team = (name: string, members: string[]) => ({
      id: `github:github.com/acme/${name.toLowerCase()}`,
      ownerId: 'github:github.com/acme',
      name,
      members,
    });
    await store.writeTeams(HOLDER, {
      ownerId: 'github:github.com/acme',
      teams: [team('Core', ['ada', 'ben', 'cleo']), team('Empty', [])],
      at: 0,
    });
    await desk.importRoster(
      `${HEADER}Pay,ada,,\nPay,ada@example.com,2026-01-01,\nPay,dan,,2026-10-31\nOld,ben,,2025-12-31`,
    );
    await desk.setRepositoryOwners([{ repository: 'acme/*', team: 'Core' }]);
    expect((await desk.teams()).map(({ id, ...team }) => team)).toEqual([
      { name: 'Core', members: { stated: 0, assumed: 1 }, repositories: 2 },
      { name: 'Old', members: { stated: 0, assumed: 0 }, repositories: 0 },
      { name: 'Pay', members: { stated: 1, assumed: 0 }, repositories: 0 },
    ]);
    await measure(store);
    expect(await placings(store)).toMatchObject({ 1: 'Pay stated', 3: 'null' });
  });
});
