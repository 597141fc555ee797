import { describe, expect, test } from 'vitest';
import { repository } from '../../support/github/repository.ts';
import { named, namesOf, started } from './named-repositories.ts';
import { read } from './read.ts';
import { pullRequests } from './shop.ts';

describe('A repository that was read before', () => {
  test('keeps its identity under a new name', async () => {
    const web = named('web');
    const { fake, id } = await started(web);
    const { rows } = await read(fake);
    web.formerNames.push('acme/web');
    web.name = 'site';
    await read(fake, undefined, { rows });
    expect([...rows.kept.keys()]).toEqual([id('acme/web')]);
    expect(namesOf(rows)).toEqual(['acme/site']);
    await read(fake, { repositories: ['acme/web'] }, { rows });
    expect([...rows.kept.keys()]).toEqual([id('acme/web')]);
    expect(rows.lost.size).toBe(0);
  });

  test('gives its old name to a stranger, who gets another identity', async () => {
    const web = named('web');
    const { fake, id } = await started(web);
    const { rows } = await read(fake);
    web.name = 'site';
    const stranger = named('web');
    fake.organisations[0]?.repositories.push(stranger);
    await read(fake, undefined, { rows });
    expect([...rows.kept].map(([key, { repository: one }]) => [key, one.name])).toEqual([
      [id('acme/web'), 'acme/site'],
      [id(`acme/web~${stranger.databaseId}`), 'acme/web'],
    ]);
    expect([...rows.pullRequests.keys()]).toContain(`${id(`acme/web~${stranger.databaseId}`)}#1`);
  });

  test('is told as moved away when another owner has it, and keeps its identity where it is read', async () => {
    const web = named('web');
    const { fake, id } = await started(web, named('api'));
    fake.organisations.push({ login: 'other', kind: 'Organization', repositories: [], teams: [] });
    const { rows } = await read(fake);
    fake.organisations[0]?.repositories.splice(0, 1);
    web.owner = 'other';
    fake.organisations[1]?.repositories.push(web);
    rows.forget();
    await read(fake, undefined, { rows });
    expect(rows.leftOut).toEqual([
      'Repositories left out: 1 moved away. What was read before of other/web stays.',
    ]);
    expect(rows.lost.size).toBe(0);
    await read(fake, { owner: 'other' }, { rows });
    expect(rows.kept.get(id('acme/web'))?.repository.name).toBe('other/web');
  });

  test.each([
    ['gone' as const, /^acme\/web is not on .*, or not shown to this token\. What was read of it stays\.$/],
    [
      'forbidden' as const,
      /^acme\/web cannot be read: .* forbids it to this token .* What was read of it stays\.$/,
    ],
  ])('is reported when it is %s, and stays', async (state, why) => {
    const web = named('web');
    const { fake, id } = await started(web, named('api'));
    const { rows } = await read(fake);
    web.state = state;
    const { ended, failures } = await read(fake, undefined, { rows });
    expect([ended, failures]).toEqual([null, []]);
    expect([...rows.lost]).toEqual([[id('acme/web'), expect.stringMatching(why)]]);
    expect(rows.pullRequests.has(`${id('acme/web')}#1`)).toBe(true);
  });

  test('by its name alone is reported once, as lost', async () => {
    const web = named('web');
    const { fake, id } = await started(web);
    const { rows } = await read(fake, { repositories: ['Acme/Web'] });
    web.state = 'gone';
    rows.forget();
    await read(fake, { repositories: ['Acme/Web'] }, { rows });
    expect([...rows.lost.keys()]).toEqual([id('acme/web')]);
    expect(rows.leftOut).toEqual([]);
  });

  test('is left, and said once for all, when the configuration now leaves it out', async () => {
    const web = named('web');
    const { fake } = await started(web, named('api'), named('docs'));
    const { rows } = await read(fake);
    web.isArchived = true;
    rows.forget();
    await read(fake, { owner: 'acme', exclude: ['docs'] }, { rows });
    expect(rows.leftOut).toEqual([
      'Repositories left out: 1 archived, 1 by name. What was read before of acme/docs, acme/web stays.',
    ]);
    expect(rows.lost.size).toBe(0);
  });

  test("of somebody else is nobody's loss", async () => {
    const { fake } = await started(named('web'));
    fake.organisations.push({
      ...{ login: 'other', kind: 'User' as const, teams: [] },
      repositories: [
        repository({ owner: 'other', name: 'own', databaseId: 1, pullRequests: pullRequests(1) }),
      ],
    });
    const { rows } = await read(fake, { owner: 'other' });
    rows.forget();
    await read(fake, undefined, { rows });
    expect([rows.lost.size, rows.leftOut]).toEqual([0, []]);
  });

  test("is missed when a page of the owner's list loses it, but not lost", async () => {
    const { fake } = await started(named('web'), named('api'));
    const { rows } = await read(fake);
    rows.forget();
    const real = fetch;
    const forgetful: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      if (!String(init?.body).includes('query Repositories(')) return new Response(text, response);
      const less = JSON.parse(text, (key, value) => (key === 'nodes' ? value.slice(1) : value));
      return new Response(JSON.stringify(less), response);
    };
    await read(fake, undefined, { rows, outside: { fetch: forgetful } });
    expect([rows.lost.size, rows.leftOut]).toEqual([0, []]);
  });

  test('that vanishes half-way through its first walk fails alone', async () => {
    const web = named('web', { pullRequests: pullRequests(60) });
    const { fake } = await started(named('api'), web, named('docs'));
    let pages = 0;
    fake.faults.plan = ({ operation, variables }) => {
      if (operation === 'PullRequests' && variables.id === web.id && ++pages === 2) web.state = 'gone';
      return null;
    };
    const { rows, failures, ended } = await read(fake);
    expect(ended).toBeNull();
    expect(failures).toMatchObject([{ code: 'repository-lost' }]);
    const done = [...rows.kept.values()].filter(({ end }) => end !== null).map((one) => one.repository.name);
    expect(done).toEqual(['acme/api', 'acme/docs']);
    expect(rows.pullRequests.size).toBe(2 + 25 + 2);
  });
});
