import { type FakeRepository, repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import type { KeptRows } from './kept-rows.ts';
import { pullRequests } from './shop.ts';

let lastId = 100;

export function named(name: string, over: Partial<FakeRepository> = {}): FakeRepository {
  lastId += 1;
  return repository({ owner: 'acme', name, databaseId: lastId, pullRequests: pullRequests(2), ...over });
}

export function namesOf(rows: KeptRows): string[] {
  return [...rows.kept.values()].map((one) => one.repository.name).sort();
}

export async function started(...repositories: FakeRepository[]) {
  const fake = await startedGithub({ organisations: [acme(...repositories)] });
  const host = new URL(fake.url).host;
  return { fake, id: (name: string) => `github:${host}/${name}` };
}
