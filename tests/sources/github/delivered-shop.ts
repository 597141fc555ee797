import { HOUR, MINUTE } from '../../../server/model/instant.ts';
import type { GithubSourceConfig } from '../../../server/sources/github/config.ts';
import type {
  FakeDeployment,
  FakeGraph,
  FakeRelease,
  FakeRepository,
} from '../../support/github/repository.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';
import type { KeptRows } from './kept-rows.ts';

// A repository with a small history from which something is deployed.

export const NOW = Date.UTC(2026, 10, 1, 12);
export const ago = (ms: number): string => new Date(NOW - ms).toISOString().replace('.000Z', 'Z');

/** `main` of four commits, one an hour up to the present; the third has a branch of two commits. */
export const graph: FakeGraph = {
  m1: { parents: [], committedDate: ago(4 * HOUR) },
  m2: { parents: ['m1'], committedDate: ago(3 * HOUR) },
  m3: { parents: ['m2'], committedDate: ago(2 * HOUR) },
  m4: { parents: ['m3'], committedDate: ago(HOUR) },
  b1: { parents: ['m3'], committedDate: ago(50 * MINUTE) },
  b2: { parents: ['b1'], committedDate: ago(40 * MINUTE) },
  lone: { parents: [], committedDate: ago(30 * MINUTE) },
};

export function deployment(
  id: number,
  commitOid: string,
  over: Partial<FakeDeployment> = {},
): FakeDeployment {
  return {
    ...{ id, environment: 'production', commitOid, ref: 'main', createdAt: ago(30 * MINUTE) },
    statuses: [
      { state: 'IN_PROGRESS', createdAt: ago(29 * MINUTE) },
      { state: 'SUCCESS', createdAt: ago(28 * MINUTE) },
    ],
    ...over,
  };
}

export function release(id: number, over: Partial<FakeRelease> = {}): FakeRelease {
  return {
    ...{ id, tagName: `v${id}`, createdAt: ago(HOUR), publishedAt: ago(HOUR), isPrerelease: false },
    tagCommitOid: 'm3',
    ...over,
  };
}

export async function started(over: Partial<FakeRepository>) {
  const clock = { now: NOW };
  const repository = shop({ defaultBranch: { name: 'main', oid: 'm4' }, graph, ...over });
  const fake = await startedGithub({ organisations: [acme(repository)], now: () => clock.now });
  return { fake, repository, clock };
}

/** What is known of each deployment, by the end of its id. */
export function known(rows: KeptRows) {
  return Object.fromEntries(
    [...rows.deployments.values()].map(({ sha, succeededAt, containsUntil }) => [
      sha,
      { succeededAt, containsUntil },
    ]),
  );
}

export const at = (text: string): number => Date.parse(text);
export const deployed = (from: GithubSourceConfig['deployed']): GithubSourceConfig =>
  from === undefined ? { owner: 'acme' } : { owner: 'acme', deployed: from };
