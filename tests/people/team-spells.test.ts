import { describe, expect, it } from 'vitest';
import type { OrganisationRows } from '../../server/model/organisation.ts';
import { organisationFrom, type Placing, teamsOf } from '../../server/people/organisation.ts';
import { personAlone } from '../../server/people/person.ts';
import { teamIds, teamNames } from '../../server/people/team-id.ts';
import { emptyOrganisation } from '../support/organisation.ts';

const ada = 'login:github.com/ada';
const shop = 'github:github.com/acme/shop';
const till = 'github:github.com/acme/till';

const team = (id: string, members: string[]) => ({
  id: `github:github.com/acme/${id}`,
  ownerId: 'github:github.com/acme',
  name: id,
  members,
});
const idOf = teamIds([]);

function placed(over: Partial<OrganisationRows>, at: string, zone = 'UTC', repositoryId = shop): Placing {
  const rows = {
    ...emptyOrganisation,
    repositories: [{ id: shop, name: 'acme/shop', codeOwners: null }],
    ...over,
  };
  const person = rows.persons.get(ada) ?? personAlone(ada);
  return teamsOf(person, repositoryId, Date.parse(at), organisationFrom(rows, zone));
}

/** Ada's memberships: team, first day, last day. */
const spells = (...all: [string, string | null, string | null][]) => ({
  spells: all.map(([teamId, from, to]) => ({ teamId, identity: ada, from, to })),
});

describe('A stated membership', () => {
  const mover = spells(['pay', null, '2026-03-31'], ['search', '2026-04-01', null]);

  it('places work in the team of the time, not of today', () => {
    expect(placed(mover, '2026-03-31T23:59:59Z')).toEqual({ teams: ['pay'], basis: 'stated' });
    expect(placed(mover, '2026-04-01T00:00:00Z')).toEqual({ teams: ['search'], basis: 'stated' });
    expect(placed(mover, '1999-01-01T00:00:00Z').teams).toEqual(['pay']);
    expect(placed(mover, '2099-01-01T00:00:00Z').teams).toEqual(['search']);
  });

  it.each([
    ['Pacific/Auckland', '2026-03-31T10:59:59Z', '2026-03-31T11:00:00Z'],
    ['America/New_York', '2026-04-01T03:59:59Z', '2026-04-01T04:00:00Z'],
    ['UTC', '2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z'],
  ])('has its days in the zone of the organisation (%s)', (zone, before, after) => {
    expect(placed(mover, before, zone).teams).toEqual(['pay']);
    expect(placed(mover, after, zone).teams).toEqual(['search']);
  });

  it('begins with the day also where the clocks change at midnight', () => {
    const one = spells(['pay', '2026-03-29', '2026-03-29']);
    const start = Date.parse('2026-03-28T22:00:00Z');
    const at = (ms: number) => placed(one, new Date(ms).toISOString(), 'Asia/Beirut').teams;
    expect([at(start - 1), at(start), at(start + 23 * 36e5 - 1), at(start + 23 * 36e5)]).toEqual([
      [],
      ['pay'],
      ['pay'],
      [],
    ]);
  });

  it('leaves a gap in which its person is nowhere, whatever else is known', () => {
    const known = {
      ...spells(['pay', null, '2026-01-31'], ['pay', '2026-03-01', null]),
      accountTeams: [team('core', ['ada'])],
      owners: [{ pattern: '**', teamId: 'owners' }],
    };
    expect(placed(known, '2026-02-10T12:00:00Z')).toEqual({ teams: [], basis: null });
    expect(placed(known, '2026-03-10T12:00:00Z')).toEqual({ teams: ['pay'], basis: 'stated' });
  });

  it('may hold in several teams at a time, each counted once', () => {
    const two = spells(['search', null, null], ['pay', '2026-01-01', null], ['pay', null, '2026-06-30']);
    expect(placed(two, '2026-02-01T00:00:00Z').teams).toEqual(['pay', 'search']);
  });

  it('is that of the person, by whichever account it was stated', () => {
    const persons = new Map([
      [ada, 'p1'],
      ['email:ada@example.com', 'p1'],
    ]);
    const rows = {
      persons,
      spells: [{ teamId: 'pay', identity: 'email:ada@example.com', from: null, to: null }],
    };
    expect(placed(rows, '2026-02-01T00:00:00Z')).toEqual({ teams: ['pay'], basis: 'stated' });
  });
});

describe('Without a stated membership', () => {
  const owners = [{ pattern: 'acme/shop', teamId: 'owners' }];

  it("a forge's teams are assumed for all of a person's work, in any letter case", () => {
    const accountTeams = [team('Core', ['Ada', 'ben']), team('Api', ['ADA'])];
    expect(placed({ accountTeams, owners }, '2001-01-01T00:00:00Z')).toEqual({
      teams: [idOf('core'), idOf('api')].sort(),
      basis: 'assumed',
    });
  });

  it('teams of another host do not place', () => {
    const elsewhere = { ...team('core', ['ada']), id: 'github:code.example.com/acme/core' };
    expect(placed({ accountTeams: [elsewhere] }, '2026-01-01T00:00:00Z').basis).toBeNull();
  });

  it('the repository’s team stands in, also for work of nobody known', () => {
    expect(placed({ owners }, '2026-01-01T00:00:00Z')).toEqual({ teams: ['owners'], basis: 'repository' });
    expect(placed({ owners }, '2026-01-01T00:00:00Z', 'UTC', till)).toEqual({ teams: [], basis: null });
    const organisation = organisationFrom(
      { ...emptyOrganisation, owners, repositories: [{ id: shop, name: 'acme/shop', codeOwners: null }] },
      'UTC',
    );
    expect(teamsOf(null, shop, 0, organisation)).toEqual({ teams: ['owners'], basis: 'repository' });
  });
});

describe('A team', () => {
  it('is known by its name in any writing, and keeps its id when it is renamed', () => {
    expect(idOf(' Shop  Team ')).toBe(idOf('shop team'));
    expect(idOf('shop team')).toMatch(/^[\da-f]{16}$/);
    const renamed = [{ id: idOf('Shop'), name: 'Store' }];
    expect([teamIds(renamed)('store'), teamIds(renamed)('SHOP')]).toEqual([idOf('Shop'), idOf('Shop')]);
  });

  it('of a forge is the stated one of the same name, and goes by the name that somebody gave it', () => {
    const names = teamNames([{ id: idOf('core'), name: 'Kernel' }], [team('Core', []), team('Api', [])]);
    expect([...names].sort()).toEqual(
      [
        [idOf('core'), 'Kernel'],
        [idOf('api'), 'Api'],
      ].sort(),
    );
  });
});
