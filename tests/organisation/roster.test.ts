import { describe, expect, it } from 'vitest';
import { measure, organised, placings, shop, writeWork } from '../support/organised-store.ts';

const HEADER = 'team,login_or_email,from,to\r\n';
const work = [
  [1, 'ada', '2026-01-10T12:00:00Z'],
  [2, 'ada', '2026-05-10T12:00:00Z'],
  [3, 'ben', '2026-05-11T12:00:00Z'],
  [4, 'cleo', '2026-05-12T12:00:00Z'],
] as const;

describe('A roster that is imported', () => {
  it('places work in the team of its opening, and marks just the work of those whom it changes', async () => {
    const { store, desk, marked } = await organised(work);
    const first = await desk.importRoster(
      `${HEADER}Pay,ada,,2026-03-31\r\nSearch,ada,2026-04-01,\r\nPay,ben@example.com,,`,
    );
    expect(first).toEqual({
      changed: true,
      summary: 'The roster has 3 memberships of 2 people in 2 teams now; before it had 0 memberships.',
      notes: [],
    });
    await measure(store);
    expect(await placings(store)).toEqual({
      1: 'Pay stated',
      2: 'Search stated',
      3: 'Pay stated',
      4: 'null',
    });
    await desk.importRoster(`${HEADER}Pay,ada,,2026-03-31\r\nSearch,ada,2026-04-01,\r\nSearch,ben,,`);
    expect(await marked()).toEqual([3]);
  });

  it('marks work by all accounts of a person, however the roster names one', async () => {
    const { desk, marked } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada@example.com,,`);
    expect(await marked()).toEqual([1, 2]);
  });

  it('comes out as it went in, by team and account, and in again changes nothing', async () => {
    const { store, desk } = await organised(work);
    const csv = `${HEADER}"Pay, too",ada,,2026-03-31\r\n"Pay, too",ben@example.com,2026-01-01,\r\nsearch,ada,2026-04-01,\r\n`;
    const shuffled = [HEADER, ...csv.slice(HEADER.length).trim().split('\r\n').reverse()].join('\n');
    await desk.importRoster(shuffled);
    expect(await desk.exportRoster()).toBe(csv);
    const digest = await store.digest();
    expect(await desk.importRoster(csv)).toEqual({
      changed: false,
      summary: 'All of it was so already.',
      notes: [],
    });
    expect([await store.digest(), (await desk.changes(9, null)).length]).toEqual([digest, 1]);
  });

  it('says what may not be meant: duplicates, overlaps, accounts that nobody has seen', async () => {
    const { desk } = await organised(work);
    const { notes } = await desk.importRoster(
      [
        HEADER.trim(),
        'Pay,ada,,2026-03-31',
        'pay,ada@example.com,2026-03-31,',
        'Pay,ben,,',
        'Search,ben,,',
        'PAY,@Ben,,',
        'Pay,zoe,,',
        'Pay,new@example.com,,',
      ].join('\n'),
    );
    expect(notes).toEqual([
      'Line 6 says the same as line 4 and is counted once.',
      'Lines 2 and 3 overlap: one person in one team; the days of both count once.',
      '2 accounts have not been seen in any work yet: new@example.com, zoe. They count as soon as they are.',
    ]);
  });

  it('counts people who come later', async () => {
    const { store, desk } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,dan@example.com,,`);
    await writeWork(store, shop, [[5, 'dan', '2026-06-01T12:00:00Z']]);
    await measure(store);
    expect((await placings(store))[5]).toBe('Pay stated');
  });

  it('with a fault changes nothing at all', async () => {
    const { store, desk } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada,,`);
    await measure(store);
    const before = await store.digest();
    await expect(desk.importRoster(`${HEADER}Pay,ben,,\nPay,cleo,soon,`)).rejects.toThrow('Line 3');
    expect([await store.digest(), await store.dirtyCount()]).toEqual([before, 0]);
    expect(await desk.changes(9, null)).toHaveLength(1);
  });

  it('takes back what is no longer in it, and remembers what was', async () => {
    const { store, desk } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada,,2026-03-31`);
    await desk.importRoster(HEADER);
    await measure(store);
    expect((await placings(store))[1]).toBe('null');
    const [latest] = await desk.changes(1, null);
    expect(latest).toMatchObject({
      kind: 'roster',
      summary: 'The roster has 0 memberships of 0 people in 0 teams now; before it had 1 membership.',
    });
    expect(await store.replacedBy(latest?.id ?? 0)).toMatchObject({
      spells: [{ identity: 'login:github.com/ada', from: null, to: '2026-03-31' }],
    });
  });
});

describe('A team', () => {
  it('that is renamed keeps its work, and its old name still means it', async () => {
    const { store, desk } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada,,`);
    await measure(store);
    const [team] = await desk.teams();
    const renamed = await desk.renameTeam(team?.id ?? '', 'Money');
    expect(renamed.summary).toBe('The team "Pay" is called "Money" now.');
    expect(await store.dirtyCount()).toBe(0);
    expect((await placings(store))[1]).toBe('Money stated');
    const again = await desk.importRoster(`${HEADER}Pay,ada,,\nMoney,ben,,`);
    expect(again.notes).toEqual(['"Pay" is called "Money" by now and stays so.']);
    expect(await desk.teams()).toEqual([
      { id: team?.id, name: 'Money', members: { stated: 2, assumed: 0 }, repositories: 0 },
    ]);
  });

  it('cannot get a name that another one has or had, nor one that is none', async () => {
    const { desk } = await organised(work);
    await desk.importRoster(`${HEADER}Pay,ada,,\nSearch,ben,,`);
    const [pay, search] = (await desk.teams()).map(({ id }) => id);
    await desk.renameTeam(pay ?? '', 'Money');
    await expect(desk.renameTeam(search ?? '', 'money')).rejects.toThrow(
      'is, or was, the name of another team',
    );
    await expect(desk.renameTeam(search ?? '', 'Pay')).rejects.toThrow(
      'is, or was, the name of another team',
    );
    await expect(desk.renameTeam(search ?? '', '=x')).rejects.toThrow('begins like a formula');
    await expect(desk.renameTeam('nobody', 'X')).rejects.toThrow('There is no team "nobody"');
    expect(await desk.renameTeam(pay ?? '', 'Pay')).toMatchObject({ changed: true });
  });
});
