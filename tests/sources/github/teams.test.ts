import { describe, expect, test } from 'vitest';
import { acme, startedGithub } from '../../support/github/started.ts';
import { named, started } from './named-repositories.ts';
import { read } from './read.ts';

describe('Teams', () => {
  test('come with their members, however many', async () => {
    const { fake, id } = await started(named('web'));
    const logins = Array.from({ length: 230 }, (_, at) => `p${String(at).padStart(3, '0')}`);
    fake.organisations[0]?.teams.push(
      { slug: 'all', name: 'All of us', id: 1, members: logins.toReversed() },
      { slug: 'till', name: 'Till', id: 2, members: ['ben', 'ada'] },
      ...Array.from({ length: 60 }, (_, at) => ({
        slug: `t${at}`,
        name: `T${at}`,
        id: 10 + at,
        members: [],
      })),
    );
    const { rows } = await read(fake);
    const [all, till, ...others] = rows.teams?.teams ?? [];
    expect(all).toEqual({ id: id('acme/all'), ownerId: id('acme'), name: 'All of us', members: logins });
    expect(till?.members).toEqual(['ada', 'ben']);
    expect(others.length).toBe(60);
    expect(rows.teams?.ownerId).toBe(id('acme'));
  });

  test('are left out and said when the token lacks the scope', async () => {
    const { fake } = await started(named('web'));
    fake.faults.scopes = ['repo'];
    const { rows, ended } = await read(fake);
    expect(ended).toBeNull();
    expect(rows.kept.size).toBe(1);
    expect(rows.leftOut).toEqual([
      expect.stringMatching(/^Not read: the teams of acme\. The token lacks a scope .*read:org/),
    ]);
  });

  test('are left out and said when the token may not see them', async () => {
    const { fake } = await started(named('web'));
    fake.faults.refusedFields = ['Organization.teams'];
    const { rows, ended } = await read(fake);
    expect(ended).toBeNull();
    expect(rows.leftOut).toEqual([expect.stringMatching(/^Not read: the teams of acme\. .* forbids this/)]);
  });

  test('are not asked of a user', async () => {
    const fake = await startedGithub({
      organisations: [{ ...acme(named('web')), kind: 'User' }],
    });
    const { rows } = await read(fake);
    expect([rows.teams, rows.leftOut, fake.tally.operations.Teams]).toEqual([null, [], undefined]);
  });
});
