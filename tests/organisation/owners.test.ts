import { describe, expect, it } from 'vitest';
import { HOLDER } from '../support/open-store.ts';
import { measure, onForge, organised, placings, shop, till, writeWork } from '../support/organised-store.ts';

const HEADER = 'team,login_or_email,from,to\r\n';
const work = [
  [1, 'ada', '2026-05-10T12:00:00Z'],
  [2, 'ben', '2026-05-11T12:00:00Z'],
] as const;

async function twoRepositories() {
  const all = await organised(work);
  await writeWork(all.store, till, [[3, 'cleo', '2026-05-12T12:00:00Z']]);
  await all.desk.importRoster(`${HEADER}Pay,ada,,`);
  await measure(all.store);
  return all;
}

describe('The owners of repositories', () => {
  it('stand in for people whom no team places, and mark just these', async () => {
    const { store, desk, marked } = await twoRepositories();
    const list = [{ repository: 'acme/shop', team: 'Web' }];
    expect(await desk.setRepositoryOwners(list)).toEqual({
      changed: true,
      summary: '1 setting of which team owns which repositories; 1 repository changed.',
      notes: [],
    });
    expect(await desk.repositoryOwners()).toEqual(list);
    await measure(store);
    expect(await placings(store)).toEqual({ 1: 'Pay stated', 2: 'Web repository', 3: 'null' });
    await desk.setRepositoryOwners([...list, { repository: 'till', team: 'Web' }]);
    expect(await marked()).toEqual([3]);
    expect(await desk.setRepositoryOwners([...list, { repository: 'till', team: 'web' }])).toMatchObject({
      changed: false,
    });
  });

  it('may be given for repositories that come later, which is said', async () => {
    const { store, desk } = await twoRepositories();
    const { notes } = await desk.setRepositoryOwners([{ repository: 'acme/new-*', team: 'Web' }]);
    expect(notes).toEqual(['"acme/new-*" fits no repository yet.']);
    await measure(store);
    await writeWork(store, onForge('new-shop'), [[4, 'ben', '2026-05-12T12:00:00Z']]);
    await measure(store);
    expect((await placings(store))[4]).toBe('Web repository');
  });

  it('change with the name of a repository', async () => {
    const { store, desk, marked } = await twoRepositories();
    await desk.setRepositoryOwners([{ repository: 'acme/store', team: 'Web' }]);
    await measure(store);
    await store.writeRows(HOLDER, { ...shop, name: 'acme/store' }, {});
    expect(await marked()).toEqual([2]);
  });

  it('are refused as a whole where a setting is at fault, each such setting named', async () => {
    const { store, desk } = await twoRepositories();
    const before = await store.digest();
    const list = [
      { repository: 'acme/shop', team: 'Web' },
      { repository: 'acme shop', team: 'Web' },
      { repository: 'acme/till', team: '=x' },
    ];
    await expect(desk.setRepositoryOwners(list)).rejects.toThrow(
      'Nothing was changed.\nSetting 2: "acme shop" is no pattern like acme/shop or acme/*.\nSetting 3: the team "=x" begins',
    );
    expect(await store.digest()).toBe(before);
  });
});

describe('A CODEOWNERS that is handed in', () => {
  it('gives the repository to its team, says what it says, and can be taken away', async () => {
    const { store, desk } = await twoRepositories();
    await store.writeTeams(HOLDER, {
      ownerId: 'github:github.com/acme',
      teams: [
        {
          id: 'github:github.com/acme/web',
          ownerId: 'github:github.com/acme',
          name: 'Web Team',
          members: [],
        },
      ],
      at: 0,
    });
    expect(await desk.setCodeOwners(shop.id, '* @acme/web\n')).toEqual({
      changed: true,
      summary: 'CODEOWNERS of acme/shop read.',
      notes: ['It belongs to acme/web.'],
    });
    await measure(store);
    expect((await placings(store))[2]).toMatch(/^[\da-f]{16} repository$/);
    expect(await desk.setCodeOwners(shop.id, '')).toMatchObject({
      summary: 'CODEOWNERS of acme/shop taken away.',
    });
    await measure(store);
    expect((await placings(store))[2]).toBe('null');
  });

  it('says when it names no team, or none that is known yet, and takes effect when it is', async () => {
    const { store, desk, marked } = await twoRepositories();
    expect((await desk.setCodeOwners(shop.id, '/docs @ada')).notes).toEqual([
      'No team owns the whole repository by this file (1 rule), so it has no owner by it.',
    ]);
    expect((await desk.setCodeOwners(shop.id, '* @acme/web')).notes).toEqual([
      'It names acme/web, which is no known team yet.',
    ]);
    await measure(store);
    await desk.importRoster(`${HEADER}Pay,ada,,\nWeb,zoe,,`);
    expect(await marked()).toEqual([2]);
  });

  it('of an unknown repository is refused', async () => {
    const { desk } = await twoRepositories();
    await expect(desk.setCodeOwners('github:github.com/acme/none', '*')).rejects.toThrow(
      'There is no repository',
    );
  });
});
