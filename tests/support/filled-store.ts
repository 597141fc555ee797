import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { derive } from '../../server/ingest/derive.ts';
import type { Repository } from '../../server/model/repository.ts';
import { openStore } from '../../server/store/open.ts';
import { HOLDER, MIGRATIONS } from './open-store.ts';
import { walkEnd } from './rows.ts';
import { yearOfReviews } from './year-of-reviews.ts';

/** A repository of an organisation, as a forge names it. */
export function onForge(name: string, deployedBy: string | null): Repository {
  return {
    id: `github:github.com/acme/${name}`,
    name: `acme/${name}`,
    source: 'github',
    defaultBranch: 'main',
    externalId: `R_${name}`,
    deployedBy,
    codeOwners: null,
  };
}

/** Writes `weeks` weeks of each repository into the database of a data folder, as an ingest would, and measures them. */
export async function fillStore(
  data: string,
  repositories: readonly Repository[],
  weeks: number,
): Promise<void> {
  mkdirSync(data, { recursive: true });
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  const me = { holder: HOLDER, host: 'here', pid: 1 };
  await store.takeLease(me, 0, 60_000, () => true);
  for (const [seed, repository] of repositories.entries()) {
    const { coveredUntil, ...rows } = yearOfReviews(repository, seed + 1, weeks);
    await store.writeRows(HOLDER, repository, rows);
    await store.endWalk(HOLDER, repository, walkEnd({ coveredUntil }));
  }
  await derive(store, HOLDER, 'UTC', () => undefined);
  await store.freeLease(me);
  store.close();
}
