import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../server/model/identity.ts';
import { authorOf } from '../../server/people/author.ts';
import { emailIdentity } from '../../server/people/identity-key.ts';
import { sightingsOf } from '../../server/people/sighting.ts';
import { readIdentity, writeIdentity } from '../../server/people/written-identity.ts';
import { commit, forgeDetails, pullRequest } from '../support/rows.ts';

type Sighting = {
  says: string;
  login: string | null;
  name: string;
  email: string;
  links: string[];
  names: string[];
};

const golden: Sighting[] = JSON.parse(
  readFileSync(new URL('../golden/people-sightings.json', import.meta.url), 'utf8'),
);
const repositoryId = 'github:Code.example.com/acme/shop';

describe('Who wrote a commit', () => {
  it.each(golden)('$says', ({ login, name, email, links, names }) => {
    const seen = sightingsOf([commit('c1', { repositoryId, authorLogin: login, author: { name, email } })]);
    expect(seen.links.map(({ a, b, kind }) => (kind === 'observed' ? `${a} = ${b}` : kind))).toEqual(links);
    expect(seen.names.map((one) => `${one.identity}: ${one.name}`)).toEqual(names);
  });

  it('is told once of many commits', () => {
    const many = ['c1', 'c2', 'c3'].map((sha) => commit(sha, { repositoryId, authorLogin: 'ada' }));
    expect(sightingsOf(many)).toMatchObject({ links: [{}], names: [{}] });
  });
});

describe('Whose work a pull request is', () => {
  const of = (forge: Parameters<typeof forgeDetails>[0] | null, judged = {}) =>
    authorOf(pullRequest(1, { repositoryId, forge: forge === null ? null : forgeDetails(forge) }), {
      agent: false,
      automation: false,
      owner: null,
      ...judged,
    });
  const copilot = { account: { login: 'copilot-swe-agent', kind: 'bot' } } as const;

  it("is its account's on that host, in lower case", () => {
    expect(of({ account: { login: 'Ada', kind: 'user' } })).toEqual({
      identity: 'login:code.example.com/ada',
      program: false,
    });
  });

  it("is who asked an agent's, else the agent's own, which is no person's", () => {
    expect(of(copilot, { agent: true, owner: 'Ben' })).toEqual({
      identity: 'login:code.example.com/ben',
      program: false,
    });
    expect(of(copilot, { agent: true })).toEqual({
      identity: 'login:code.example.com/copilot-swe-agent[bot]',
      program: true,
    });
  });

  it('is the mailbox of who wrote it in a clone, and where the account is gone', () => {
    expect(of(null)).toEqual({ identity: 'email:ada@example.com', program: false });
    expect(of({ account: null })).toEqual({ identity: 'email:ada@example.com', program: false });
  });

  it('is nobody’s where nothing is known', () => {
    const unknown = pullRequest(1, { author: null });
    expect(authorOf(unknown, { agent: false, automation: false, owner: null }).identity).toBeNull();
  });

  it('of an app is not that of the person of its name', () => {
    const app = of({ account: { login: 'claude', kind: 'bot' } }).identity;
    expect([app, of({ account: { login: 'claude', kind: 'user' } }).identity]).toEqual([
      'login:code.example.com/claude[bot]',
      'login:code.example.com/claude',
    ]);
    expect(emailIdentity('7+claude[bot]@users.noreply.github.com')).toBe('login:github.com/claude[bot]');
  });
});

describe('Somebody as people write it', () => {
  const one = ['github.com'];
  const two = ['code.example.com', 'github.com'];

  it.each([
    ['ada', one, 'login:github.com/ada'],
    ['@Ada', [], 'login:github.com/ada'],
    [' ada_acme ', ['code.example.com'], 'login:code.example.com/ada_acme'],
    ['github.com/Ada', two, 'login:github.com/ada'],
    ['localhost:8080/ada', one, 'login:localhost:8080/ada'],
    ['login:code.example.com/ada', one, 'login:code.example.com/ada'],
    ['Ada@Example.com', two, 'email:ada@example.com'],
    ['email:ada@example.com', two, 'email:ada@example.com'],
    ['12+ada@users.noreply.github.com', one, 'login:github.com/ada'],
  ])('%s is understood', (written, hosts, identity) => {
    expect(readIdentity(written, hosts)).toEqual({ identity });
    expect(readIdentity(writeIdentity(identity, hosts), hosts)).toEqual({ identity });
  });

  it.each([
    ['tracker:acme.example.net/712020:Ada-1', [], 'tracker:acme.example.net/712020:ada-1'],
    ['Tracker:JIRAUSER10100', ['jira.example.com:8080'], 'tracker:jira.example.com:8080/jirauser10100'],
    ['tracker:127.0.0.1:8080/ada@example.com', [], 'tracker:127.0.0.1:8080/ada@example.com'],
  ])('%s is an account of a tracker', (written, trackers, identity) => {
    expect(readIdentity(written, one, trackers)).toEqual({ identity });
    expect(readIdentity(writeIdentity(identity, one), one)).toEqual({ identity });
  });

  it.each([
    ['tracker:ada', [], /names no tracker/],
    ['tracker:ada', ['a.example.com', 'b.example.com'], /write one of tracker:a.example.com\/ada, tracker:b/],
    ['tracker:', ['a.example.com'], /written tracker:HOST\/ACCOUNT/],
    ['tracker:Ada Example', ['a.example.com'], /written tracker:HOST\/ACCOUNT/],
  ])('"%s" is no account of a tracker', (written, trackers, fault) => {
    expect(readIdentity(written, one, trackers)).toEqual({ fault: expect.stringMatching(fault) });
  });

  it.each([
    ['ada lovelace', one, /neither a login nor an e-mail address/],
    ['', one, /neither/],
    ['ada@', one, /neither/],
    ['-ada', one, /neither/],
    ['a/b/c', one, /neither/],
    ['login:ada', one, /written HOST\/LOGIN/],
    ['ada', two, /could be of several forges; write one of code.example.com\/ada, github.com\/ada/],
  ])('"%s" is refused', (written, hosts, fault) => {
    expect(readIdentity(written, hosts)).toEqual({ fault: expect.stringMatching(fault) });
  });
});

it('The host of a repository is that of its id', () => {
  const ids = ['github:github.com/acme/shop', 'git:/folder/shop', 'demo:acme.example.com/acme/shop'];
  expect(ids.map(hostOf)).toEqual(['github.com', '', 'acme.example.com']);
});
