import { describe, expect, it } from 'vitest';
import { codeOwnersRules, owningTeams } from '../../server/people/code-owners.ts';
import { repositoryMatcher } from '../../server/people/repository-glob.ts';
import { repositoryOwners } from '../../server/people/repository-owners.ts';
import { teamIds } from '../../server/people/team-id.ts';
import { emptyOrganisation } from '../support/organisation.ts';

const shop = { id: 'github:github.com/acme/shop-web', name: 'acme/Shop-Web', codeOwners: null };
const idOf = teamIds([]);

describe('A pattern of repositories', () => {
  it.each([
    ['acme/shop-web', true],
    ['ACME/*', true],
    ['acme/shop', false],
    ['shop-*', true],
    ['*', true],
    ['*-web', true],
    ['hop-web', false],
    ['acme/shop.web', false],
    ['*/*', true],
    ['*/web', false],
    ['**', true],
    ['**/shop-*', true],
    ['github:github.com/acme/*', true],
    ['github:code.example.com/**', false],
    ['acme/(shop', false],
  ])('%s: %s', (pattern, fits) => {
    expect(repositoryMatcher(pattern)(shop)).toBe(fits);
  });
});

describe('A CODEOWNERS file', () => {
  const text = [
    '# who owns what',
    '*       @acme/Shop @ada   # all of it',
    '',
    '/docs/  docs@example.com @acme/docs',
    'a\\ b.md @ben',
    '/legacy/',
    '[Section of another forge]',
  ].join('\r\n');

  it('has its rules in order, with owners as they are written', () => {
    expect(codeOwnersRules(text)).toEqual([
      { pattern: '*', owners: ['@acme/Shop', '@ada'] },
      { pattern: '/docs/', owners: ['docs@example.com', '@acme/docs'] },
      { pattern: 'a b.md', owners: ['@ben'] },
      { pattern: '/legacy/', owners: [] },
    ]);
  });

  it.each([
    ['the last rule for everything', text, ['acme/shop']],
    ['the later of two', '* @acme/a\n** @acme/b @acme/c', ['acme/b', 'acme/c']],
    ['one that takes ownership away', '* @acme/a\n*', []],
    ['one of people alone', '* @ada', []],
    ['the only team of all paths, where none is for everything', '/a @acme/x\n/b @acme/x\n/c', ['acme/x']],
    ['none where paths have several', '/a @acme/x\n/b @acme/y', []],
    ['none of the top folder’s files', '/* @acme/x\n/src/ @acme/y', []],
    ['nothing at all', '', []],
  ])('gives the repository to the teams of %s', (_of, file, teams) => {
    expect(owningTeams(file)).toEqual(teams);
  });
});

describe('The owners of a repository', () => {
  const rows = { ...emptyOrganisation, repositories: [shop] };
  const codeOwners = [{ repositoryId: shop.id, text: '* @acme/shop-team' }];
  const owners = [
    { pattern: 'acme/*', teamId: 'all' },
    { pattern: 'shop-*', teamId: 'shop' },
  ];

  it('are those of the last setting that fits, before its CODEOWNERS', () => {
    expect(repositoryOwners({ ...rows, owners, codeOwners }).get(shop.id)).toEqual(['shop']);
    expect(repositoryOwners({ ...rows, owners: owners.slice(0, 1) }).get(shop.id)).toEqual(['all']);
    expect(repositoryOwners({ ...rows, owners: [{ pattern: 'other', teamId: 'x' }] }).size).toBe(0);
  });

  it("are the forge's team of that handle, else one that is named so here", () => {
    const team = {
      id: 'github:github.com/acme/shop-team',
      ownerId: 'github:github.com/acme',
      name: 'The Shop Team',
      members: [],
    };
    const onForge = repositoryOwners({ ...rows, codeOwners, accountTeams: [team] });
    expect(onForge.get(shop.id)).toEqual([idOf('the shop team')]);
    const stated = repositoryOwners({ ...rows, codeOwners, teams: [{ id: 't1', name: 'Shop Team' }] });
    expect(stated.get(shop.id)).toEqual(['t1']);
    expect(repositoryOwners({ ...rows, codeOwners }).has(shop.id)).toBe(false);
  });

  it('are told by the CODEOWNERS that its source reads, unless somebody has stated another', () => {
    const teams = [
      { id: 't1', name: 'Shop Team' },
      { id: 't2', name: 'Till' },
    ];
    const repositories = [{ ...shop, codeOwners: '* @acme/till' }];
    expect(repositoryOwners({ ...rows, teams, repositories }).get(shop.id)).toEqual(['t2']);
    expect(repositoryOwners({ ...rows, teams, repositories, codeOwners }).get(shop.id)).toEqual(['t1']);
  });

  it('are so for the projects of an issue tracker, by their keys', () => {
    const projects = [{ id: 'jira:jira.example.com/1', name: 'SHOP' }];
    const settings = [{ pattern: 'SHOP', teamId: 'shop' }];
    expect(repositoryOwners({ ...rows, projects, owners: settings }).get('jira:jira.example.com/1')).toEqual([
      'shop',
    ]);
  });
});
