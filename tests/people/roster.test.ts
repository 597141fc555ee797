import { describe, expect, it } from 'vitest';
import type { OrganisationRows } from '../../server/model/organisation.ts';
import { weekOfDate } from '../../server/model/week.ts';
import { personAlone } from '../../server/people/person.ts';
import { rosterOf } from '../../server/people/roster.ts';

const rows: OrganisationRows = {
  persons: new Map([
    ['email:ada@example.com', 'ada'],
    ['login:github.com/ada', 'ada'],
  ]),
  teams: [{ id: 'pay', name: 'Payments' }],
  spells: [
    { teamId: 'pay', identity: 'email:ada@example.com', from: '2026-08-12', to: '2026-08-23' },
    { teamId: 'pay', identity: 'email:ben@example.com', from: null, to: null },
  ],
  accountTeams: [
    {
      id: 'github:github.com/acme/payments',
      ownerId: 'github:github.com/acme',
      name: 'payments',
      members: ['ada', 'cleo'],
    },
  ],
  owners: [{ pattern: '*', teamId: 'pay' }],
  codeOwners: [],
  projects: [],
  rollouts: [],
  repositories: [],
};

describe('the roster', () => {
  const roster = rosterOf(rows);

  it('has a stated membership in the weeks of its days', () => {
    const [week, next] = [weekOfDate('2026-08-10'), weekOfDate('2026-08-17')];
    expect(roster[0]).toEqual({ person: 'ada', teamId: 'pay', basis: 'stated', from: week, to: next });
    expect(roster[1]).toMatchObject({
      person: personAlone('email:ben@example.com'),
      from: -Infinity,
      to: Infinity,
    });
  });

  it('has what a forge tells of those alone of whom nobody stated anything, in the team that its name stands for', () => {
    expect(roster.slice(2)).toEqual([
      {
        person: personAlone('login:github.com/cleo'),
        teamId: 'pay',
        basis: 'assumed',
        from: -Infinity,
        to: Infinity,
      },
    ]);
  });
});
