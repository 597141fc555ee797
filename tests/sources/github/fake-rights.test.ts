import { describe, expect, test } from 'vitest';
import { ask, askRest } from '../../support/github/ask.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';

async function started(): Promise<FakeGithub> {
  const other = shop({ name: 'mail', databaseId: 8, isPrivate: false });
  const team = { slug: 'team-1', name: 'Team 1', id: 1, members: ['ada', 'ben'] };
  return startedGithub({ organisations: [{ ...acme(shop(), other), teams: [team] }] });
}

const both =
  '{ shop: repository(owner: "acme", name: "shop") { id } mail: repository(owner: "acme", name: "mail") { id } }';
const teams =
  '{ organization(login: "acme") { teams(first: 5) { nodes { slug members(first: 5) { nodes { login } } } } } }';

describe('What the fake GitHub shows', () => {
  test('of a repository that vanishes half-way is an error beside the rest', async () => {
    const fake = await started();
    fake.faults.losses = [{ repository: 'acme/shop', from: 2, state: 'gone' }];
    expect((await ask(fake, both)).errors).toEqual([]);
    const reply = await ask(fake, both);
    expect(reply.at()).toEqual({ shop: null, mail: { id: 'R_kgDOOA' } });
    expect(reply.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['shop'] }]);
    expect((await askRest(fake, '/repos/acme/shop')).status).toBe(404);
    const node = await ask(fake, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: ['R_kgDONw', 'R_kgDOOA'],
    });
    expect(node.at('nodes')).toEqual([null, { id: 'R_kgDOOA' }]);
    expect(node.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 0] }]);
    const list = await ask(
      fake,
      '{ organization(login: "acme") { repositories(first: 9) { totalCount nodes { name } } } }',
    );
    expect(list.at('organization', 'repositories')).toEqual({ totalCount: 1, nodes: [{ name: 'mail' }] });
  });

  test('of a forbidden repository is a refusal, in its place in the list too', async () => {
    const fake = await started();
    fake.faults.losses = [{ repository: 'acme/shop', from: 1, state: 'forbidden' }];
    expect((await ask(fake, both)).errors).toMatchObject([{ type: 'FORBIDDEN', path: ['shop'] }]);
    expect((await askRest(fake, '/repos/acme/shop')).status).toBe(403);
    const list = await ask(
      fake,
      '{ organization(login: "acme") { repositories(first: 9) { nodes { name } } } }',
    );
    expect(list.at('organization', 'repositories', 'nodes')).toEqual([null, { name: 'mail' }]);
    expect(list.errors).toMatchObject([
      { type: 'FORBIDDEN', path: ['organization', 'repositories', 'nodes', 0] },
    ]);
  });

  test('without single sign-on is nothing of the organisation, and where to sign on', async () => {
    const fake = await started();
    fake.faults.sso = ['acme'];
    const reply = await ask(fake, teams);
    expect(reply.at()).toEqual({ organization: null });
    expect(reply.errors).toMatchObject([{ type: 'FORBIDDEN', extensions: { saml_failure: true } }]);
    expect(reply.headers.get('x-github-sso')).toMatch(
      /^required; url=https:\/\/github\.com\/orgs\/acme\/sso/,
    );
    const rest = await askRest(fake, '/repos/acme/shop');
    expect([rest.status, rest.headers.get('x-github-sso')]).toEqual([403, reply.headers.get('x-github-sso')]);
    expect((await ask(fake, '{ viewer { login } }')).at('viewer', 'login')).toBe('ada');
  });

  test('depends on the scopes that the token was granted', async () => {
    const fake = await started();
    const granted = await ask(fake, teams);
    expect(granted.headers.get('x-oauth-scopes')).toBe('repo, read:org');
    expect(granted.at('organization', 'teams', 'nodes')).toEqual([
      { slug: 'team-1', members: { nodes: [{ login: 'ada' }, { login: 'ben' }] } },
    ]);
    fake.faults.scopes = ['repo'];
    const refused = await ask(fake, teams);
    expect(refused.errors[0]).toMatchObject({ type: 'INSUFFICIENT_SCOPES' });
    expect(refused.errors[0]?.message).toMatch(
      /'teams' field requires .*\['read:org'\].* granted the: \['repo'\]/,
    );
    fake.faults.scopes = [];
    expect((await ask(fake, both)).errors).toMatchObject([{ type: 'NOT_FOUND', path: ['shop'] }]);
  });

  test('leaves out the fields that a fine-grained token may not read', async () => {
    const fake = await started();
    fake.organisations[0]?.repositories[0]?.pullRequests.push(pullRequest({ number: 1 }));
    const query = `{ repository(owner: "acme", name: "shop") { pullRequests(first: 1) { nodes { number
      commits(last: 1) { nodes { commit { oid statusCheckRollup { state } } } } files(first: 5) { totalCount } } } } }`;
    expect((await ask(fake, query)).errors).toEqual([]);
    fake.faults.refusedFields = ['Commit.statusCheckRollup', 'PullRequest.files'];
    const reply = await ask(fake, query);
    const path = ['repository', 'pullRequests', 'nodes', 0];
    expect(reply.errors).toMatchObject([
      { type: 'FORBIDDEN', path: [...path, 'commits', 'nodes', 0, 'commit', 'statusCheckRollup'] },
      { type: 'FORBIDDEN', path: [...path, 'files'] },
    ]);
    expect(reply.at(...path)).toMatchObject({
      number: 1,
      commits: { nodes: [{ commit: { statusCheckRollup: null } }] },
      files: null,
    });
  });
});
