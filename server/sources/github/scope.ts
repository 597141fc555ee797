import type { KnownRepository, Repository } from '../../model/repository.ts';
import type { ReadingStep } from '../../model/rows.ts';
import type { Deployed, GithubSourceConfig } from './config.ts';
import { deployedOf, viaOf } from './deployed.ts';
import { discoverByIds, discoverNamed, discoverOwner, type Looked, type Owner } from './discover.ts';
import { matches } from './glob.ts';
import { identities, idPrefix } from './identity.ts';
import { LeftOutNames } from './left-out-names.ts';
import { codeOwnersOf, type GithubRepository } from './repository-query.ts';
import type { Run } from './run.ts';
import { hiddenBecause, lostBecause } from './vanished.ts';

/** A repository that this run reads. */
export type InScope = {
  repository: Repository;
  /** GitHub's lasting id, by which it is asked for. */
  nodeId: string;
  /** All that it has. */
  pullRequests: number;
  known: KnownRepository | null;
  deployed: Deployed | null;
  /** For progress: "repository 12 of 60: acme/web". */
  label: string;
};

export type Scope = {
  repositories: InScope[];
  owner: Owner | null;
  /** What is lost, and what is left out on purpose. */
  steps: ReadingStep[];
  /** Single repositories that are not to be found, as sentences. */
  unseen: string[];
};

/** What is to be read by the configuration, what of it cannot be, and what is left out. */
export async function scopeOf(run: Run): Promise<Scope> {
  const { config, host, stored } = run;
  const known = await stored.repositories(idPrefix(host));
  const found = new Map<string, GithubRepository>();
  const leftOut = new LeftOutNames(known);
  const steps: ReadingStep[] = [];

  const owner = config.owner === undefined ? null : await discoverOwner(config.owner, run);
  const takeOwned = (repository: GithubRepository): void => {
    const reason = exclusion(config, repository);
    if (reason === null) found.set(repository.id, repository);
    else leftOut.add(repository, reason);
  };
  owner?.repositories.forEach(takeOwned);
  const named = await discoverNamed(config.repositories ?? [], run);
  for (const { repository } of named) if (repository !== null) found.set(repository.id, repository);
  leftOut.keep(found);

  const missing = missingOf(known, config, (id) => found.has(id) || leftOut.has(id));
  const looked = await discoverByIds(
    missing.map(({ externalId }) => externalId ?? ''),
    run,
  );
  looked.forEach(({ repository, refusal }, n) => {
    const lost = missing[n];
    if (lost === undefined) return;
    if (repository === null)
      steps.push({ lost: { repositoryId: lost.id, why: lostBecause(lost.name, host, refusal) } });
    else if (isOf(repository.nameWithOwner, config.owner)) takeOwned(repository);
    else leftOut.add(repository, 'moved away');
  });
  steps.push(...leftOut.steps());
  const accounted = looked.filter(
    ({ repository, refusal }) => repository !== null || refusal?.type === 'FORBIDDEN',
  );
  const hidden = (owner?.hidden ?? 0) - accounted.length;
  if (owner !== null && hidden > 0)
    steps.push({ leftOut: `Of ${owner.login}'s repositories this token may not see ${hidden}.` });
  const repositories = inOrder([...found.values()], known, run);
  return { repositories, owner, steps, unseen: unseenOf(named, missing, host) };
}

function exclusion(
  { include, exclude, archived, forks }: GithubSourceConfig,
  of: GithubRepository,
): string | null {
  const among = (patterns: readonly string[]) =>
    patterns.some((pattern) => matches(pattern, of.nameWithOwner));
  if ((include !== undefined && !among(include)) || among(exclude ?? [])) return 'by name';
  if (of.isArchived && archived !== true) return 'archived';
  return of.isFork && forks !== true ? 'forks' : null;
}

/** Repositories read before that should be here and are not. */
function missingOf(
  known: readonly KnownRepository[],
  { owner, repositories = [] }: GithubSourceConfig,
  isHere: (nodeId: string) => boolean,
): KnownRepository[] {
  const single = repositories.map((name) => name.toLowerCase());
  return known.filter(
    ({ name, externalId }) =>
      externalId !== null &&
      !isHere(externalId) &&
      (isOf(name, owner) || single.includes(name.toLowerCase())),
  );
}

function isOf(nameWithOwner: string, owner: string | undefined): boolean {
  return owner !== undefined && nameWithOwner.toLowerCase().startsWith(`${owner.toLowerCase()}/`);
}

/** Those read before are told as lost. */
function unseenOf(
  named: readonly Looked<string>[],
  missing: readonly KnownRepository[],
  host: string,
): string[] {
  const lost = missing.map(({ name }) => name.toLowerCase());
  return named
    .filter(({ asked, repository }) => repository === null && !lost.includes(asked.toLowerCase()))
    .map(({ asked, refusal }) => `${hiddenBecause(asked, host, refusal)} Check "repositories".`);
}

function inOrder(
  found: GithubRepository[],
  known: readonly KnownRepository[],
  { config, host }: Run,
): InScope[] {
  const byName = found.sort((a, b) => (a.nameWithOwner < b.nameWithOwner ? -1 : 1));
  const ids = identities(byName, known, host);
  return byName.map((github) => {
    const deployed = deployedOf(config, github.nameWithOwner);
    return {
      repository: {
        id: ids.get(github.id) ?? '',
        name: github.nameWithOwner,
        source: 'github',
        // Without a branch it is empty, and no pull request can be there.
        defaultBranch: github.defaultBranchRef?.name ?? 'main',
        externalId: github.id,
        deployedBy: deployed && viaOf(deployed),
        codeOwners: codeOwnersOf(github),
      },
      nodeId: github.id,
      pullRequests: github.pullRequests.totalCount,
      known: known.find(({ externalId }) => externalId === github.id) ?? null,
      deployed,
      label: github.nameWithOwner,
    };
  });
}
