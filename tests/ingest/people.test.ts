import { expect, test } from 'vitest';
import { noCounts, sync } from '../../server/ingest/sync.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { Rows, WalkStep } from '../../server/model/rows.ts';
import type { Store } from '../../server/store/open.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { facts, measure, shop, till } from '../support/organised-store.ts';
import { repository as clone, commit, forgeDetails, pullRequest, walkEnd } from '../support/rows.ts';

async function read(store: Store, repository: Repository, rows: Rows): Promise<void> {
  async function* steps(): AsyncGenerator<WalkStep> {
    yield { rows };
    yield { end: walkEnd() };
  }
  await sync({ repository, steps: steps() }, store, HOLDER, noCounts());
}

const byAda = (repository: Repository, authorLogin: string | null) =>
  commit('c1', { repositoryId: repository.id, authorLogin });

const ofForge = (repository: Repository, login: string, kind: 'user' | 'bot' = 'user') =>
  pullRequest(1, {
    id: `${repository.id}#1`,
    repositoryId: repository.id,
    forge: forgeDetails({ account: { login, kind }, mergedBy: null }),
  });

test('an account on a forge and a mailbox in a clone are one person once the forge has told of a commit by both', async () => {
  const store = await openTestStore();
  await read(store, clone, { commits: [byAda(clone, null)], pullRequests: [pullRequest(1)] });
  await read(store, shop, { pullRequests: [ofForge(shop, 'Ada')] });
  await measure(store);
  const before = await facts(store);
  expect(before.map(({ author }) => author)).toEqual(['email:ada@example.com', 'login:github.com/ada']);
  expect(new Set(before.map(({ person }) => person)).size).toBe(2);
  await read(store, till, { commits: [byAda(till, 'ada')] });
  await measure(store);
  const after = await facts(store);
  expect(new Set(after.map(({ person }) => person)).size).toBe(1);
  expect(after.map(({ author }) => author)).toEqual(before.map(({ author }) => author));
});

test('the work of programs is nobody’s, that of an agent is who asked for it', async () => {
  const store = await openTestStore();
  await read(store, shop, { pullRequests: [ofForge(shop, 'dependabot', 'bot')] });
  const asked = ofForge(till, 'copilot-swe-agent', 'bot');
  await read(store, till, {
    pullRequests: [
      {
        ...asked,
        forge: forgeDetails({ account: { login: 'copilot-swe-agent', kind: 'bot' }, assignees: ['ada'] }),
      },
    ],
  });
  await read(store, clone, {
    commits: [byAda(clone, 'ada')],
    pullRequests: [ofForge(clone, 'devin-ai-integration', 'bot')],
  });
  await measure(store);
  expect((await facts(store)).map(({ author, person }) => [author, person !== null])).toEqual([
    ['login:example.com/devin-ai-integration[bot]', false],
    ['login:github.com/dependabot[bot]', false],
    ['login:github.com/ada', true],
  ]);
});

test('who wrote the commits is stored with them, or neither is', async () => {
  const store = await openTestStore();
  const broken = { ...pullRequest(2), repositoryId: 'github:nowhere' };
  await expect(read(store, shop, { commits: [byAda(shop, 'ada')], pullRequests: [broken] })).rejects.toThrow(
    'FOREIGN',
  );
  expect([await store.identityLinks(), await store.identityNames()]).toEqual([[], []]);
  await read(store, shop, { commits: [byAda(shop, 'ada')] });
  expect(await store.identityLinks()).toEqual([
    { a: 'email:ada@example.com', b: 'login:github.com/ada', kind: 'observed' },
  ]);
});

test('work whose author no team places belongs to the team that the CODEOWNERS of a night names', async () => {
  const store = await openTestStore();
  const team = {
    id: `github:github.com/acme/till`,
    ownerId: 'github:github.com/acme',
    name: 'Till',
    members: [],
  };
  await store.writeTeams(HOLDER, { ownerId: team.ownerId, at: 0, teams: [team] });
  const placed = async () => {
    await measure(store);
    return (await facts(store)).map(({ teams, teamBasis }) => [teams.length, teamBasis]);
  };
  await read(store, shop, { pullRequests: [ofForge(shop, 'ada')] });
  expect(await placed()).toEqual([[0, null]]);
  await read(store, { ...shop, codeOwners: '* @acme/till\n' }, {});
  expect(await placed()).toEqual([[1, 'repository']]);
  await read(store, shop, {});
  expect(await placed()).toEqual([[0, null]]);
});
