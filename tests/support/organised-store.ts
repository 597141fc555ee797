import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { derive } from '../../server/ingest/derive.ts';
import type { Repository } from '../../server/model/repository.ts';
import { type Desk, organisationOf } from '../../server/organisation/desk.ts';
import { sightingsOf } from '../../server/people/sighting.ts';
import type { Store } from '../../server/store/open.ts';
import { collected } from './collected.ts';
import { HOLDER, openTestStore } from './open-store.ts';
import { commit, forgeDetails, pullRequest } from './rows.ts';

/** One merged pull request: number, login of its author, ISO instant of its opening. */
export type Work = readonly [number: number, login: string, openedAt: string];

export const shop = onForge('shop');
export const till = onForge('till');

export function onForge(name: string): Repository {
  return {
    id: `github:github.com/acme/${name}`,
    name: `acme/${name}`,
    source: 'github',
    defaultBranch: 'main',
    externalId: name,
    deployedBy: null,
    codeOwners: null,
  };
}

/** Writes pull requests by these accounts, each with one commit by the account's mailbox, as a walk would. */
export async function writeWork(store: Store, repository: Repository, work: readonly Work[]): Promise<void> {
  const commits = work.map(([number, login]) =>
    commit(`c${number}`, {
      repositoryId: repository.id,
      authorLogin: login,
      author: { name: login, email: `${login}@example.com` },
    }),
  );
  const pullRequests = work.map(([number, login, openedAt]) =>
    pullRequest(number, {
      id: `${repository.id}#${number}`,
      repositoryId: repository.id,
      openedAt: Date.parse(openedAt),
      mergedAt: Date.parse(openedAt) + 36e5,
      forge: forgeDetails({ account: { login, kind: login.endsWith('[bot]') ? 'bot' : 'user' } }),
    }),
  );
  await store.writeRows(HOLDER, repository, { commits, pullRequests }, sightingsOf(commits));
}

export const measure = (store: Store, zone = 'UTC') => derive(store, HOLDER, zone, () => undefined);

/** In the order of their numbers, whatever order they were measured in. */
export async function facts(store: Store): Promise<PullRequestFact[]> {
  const all = (await collected(store.allFacts())).flat();
  return all.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

/** Names of each fact's teams and what they rest on, by number. */
export async function placings(store: Store): Promise<Record<number, string>> {
  const names = new Map((await store.organisation()).teams.map(({ id, name }) => [id, name]));
  const all = (await facts(store)).map(({ number, teams, teamBasis }) => [
    number,
    `${teams.map((id) => names.get(id) ?? id).join(' ')} ${teamBasis}`.trim(),
  ]);
  return Object.fromEntries(all);
}

/** A store with measured work in it, and the desk at which its organisation is edited. */
export async function organised(
  work: readonly Work[],
): Promise<{ store: Store; desk: Desk; marked(): Promise<number[]> }> {
  const store = await openTestStore();
  const desk = organisationOf(store, { now: () => Date.parse('2026-11-01T00:00:00Z'), zone: 'UTC' });
  await writeWork(store, shop, work);
  await measure(store);
  /** Numbers of the pull requests that are measured now. */
  const marked = async () => {
    const seen: number[] = [];
    const before = new Map((await facts(store)).map((fact) => [fact.id, fact]));
    while ((await store.unfoldMarks(HOLDER, 100)) > 0);
    while (
      (
        await store.derive(HOLDER, 100, (rows) => {
          if (rows.kind === 'landing') throw new Error('there are none');
          seen.push(rows.pullRequest.number);
          const fact = before.get(rows.pullRequest.id);
          if (fact === undefined) throw new Error(`${rows.pullRequest.id} is new`);
          return fact;
        })
      ).taken > 0
    );
    return seen.sort((one, other) => one - other);
  };
  return { store, desk, marked };
}
