import { onTestFinished } from 'vitest';
import { type FakeGithub, type FakeGithubOptions, startFakeGithub } from './fake-github.ts';
import type { FakeOrganisation } from './organisation.ts';
import { type FakeRepository, repository } from './repository.ts';

/** A fake for one test, which ends with it. */
export async function startedGithub(options: FakeGithubOptions): Promise<FakeGithub> {
  const fake = await startFakeGithub(options);
  onTestFinished(() => fake.close());
  return fake;
}

/** An organisation `acme` of the repositories given. */
export function acme(...repositories: FakeRepository[]): FakeOrganisation {
  return { login: 'acme', kind: 'Organization', repositories, teams: [] };
}

/** The repository `acme/shop`, with what is given put in its place. */
export function shop(given: Partial<FakeRepository> = {}): FakeRepository {
  return repository({ owner: 'acme', name: 'shop', databaseId: 7, ...given });
}

/** The real clock, which a test may put forward. */
export function movableClock(): { now: () => number; forward: (ms: number) => void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    forward: (ms) => {
      ahead += ms;
    },
  };
}
