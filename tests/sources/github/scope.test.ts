import { describe, expect, test } from 'vitest';
import { matches } from '../../../server/sources/github/glob.ts';
import { hostOf } from '../../../server/sources/github/outside.ts';
import { named, namesOf, started } from './named-repositories.ts';
import { read } from './read.ts';

describe('The repositories of an owner', () => {
  test('are all of them, also beyond the first page, but for archived ones and forks', async () => {
    const many = Array.from({ length: 130 }, (_, at) => named(`part-${at}`));
    const { fake } = await started(
      ...many,
      named('old', { isArchived: true }),
      named('fork', { isFork: true }),
    );
    const { rows } = await read(fake);
    expect(rows.kept.size).toBe(130);
    expect(rows.leftOut).toEqual(['Repositories left out: 1 archived, 1 forks.']);
    expect(fake.tally.operations.Repositories).toBe(2);
  });

  test('are what the patterns say, and archived ones and forks on request', async () => {
    const { fake } = await started(
      ...['web', 'web-old', 'api', 'tools'].map((name) => named(name)),
      named('web-archive', { isArchived: true }),
      named('api-fork', { isFork: true }),
    );
    const config = {
      owner: 'acme',
      include: ['{web,api}*'],
      exclude: ['*-old'],
      archived: true,
      forks: true,
    };
    expect(namesOf((await read(fake, config)).rows)).toEqual([
      'acme/api',
      'acme/api-fork',
      'acme/web',
      'acme/web-archive',
    ]);
  });

  test.each([
    ['web*', 'acme/web-app', true],
    ['web', 'acme/web-app', false],
    ['WEB', 'acme/web', true],
    ['w?b', 'acme/web', true],
    ['acme/*', 'acme/web', true],
    ['other/*', 'acme/web', false],
    ['{web,api}', 'acme/api', true],
    ['a.i', 'acme/api', false],
    ['*', 'acme/any.thing', true],
    ['we{b', 'acme/we{b', true],
  ])('match %s: %s is %s', (pattern, name, is) => {
    expect(matches(pattern, name)).toBe(is);
  });

  test('that are named one by one are read whatever else is said, each once', async () => {
    const { fake } = await started(named('web'), named('old', { isArchived: true }), named('api'));
    const config = { owner: 'acme', exclude: ['old', 'api'], repositories: ['acme/old', 'acme/web'] };
    expect(namesOf((await read(fake, config)).rows)).toEqual(['acme/old', 'acme/web']);
  });

  test('that are named and nowhere to be found are said', async () => {
    const { fake } = await started(named('web'), named('secret', { state: 'forbidden' }));
    const { rows, ended } = await read(fake, { repositories: ['acme/web', 'acme/wep', 'acme/secret'] });
    expect(ended).toBeNull();
    expect(namesOf(rows)).toEqual(['acme/web']);
    const host = new URL(fake.url).host;
    expect(rows.leftOut).toEqual([
      `acme/wep is not on ${host}, or not shown to this token. Check "repositories".`,
      `acme/secret cannot be read: ${host} forbids it to this token ("Resource not accessible by personal access token"). Check "repositories".`,
    ]);
  });

  test('of which some may not be seen are counted', async () => {
    const { fake } = await started(named('web'), named('secret', { state: 'forbidden' }));
    expect((await read(fake)).rows.leftOut).toEqual(["Of acme's repositories this token may not see 1."]);
  });

  test('may be empty', async () => {
    const { fake } = await started(named('new', { pullRequests: [], defaultBranch: null }));
    const { rows, failures } = await read(fake);
    expect(failures).toEqual([]);
    expect([...rows.kept.values()]).toMatchObject([
      { repository: { name: 'acme/new', defaultBranch: 'main' }, end: {} },
    ]);
  });
});

test.each([
  ['https://api.github.com', 'github.com'],
  ['https://github.example.com/api/v3', 'github.example.com'],
  ['http://127.0.0.1:8080/api/v3', '127.0.0.1:8080'],
])('Ids of %s begin with the host %s', (apiUrl, host) => {
  expect(hostOf(apiUrl)).toBe(host);
});
