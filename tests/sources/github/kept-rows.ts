import type { AccountTeams } from '../../../server/model/account-team.ts';
import type { BranchKnown, BranchPlace } from '../../../server/model/branch-place.ts';
import type { Commit } from '../../../server/model/commit.ts';
import type { Deployment, DeploymentPlace } from '../../../server/model/deployment.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import type { KnownRepository, Repository } from '../../../server/model/repository.ts';
import type { ReadingStep, StoredRows, WalkEnd, WalkStep } from '../../../server/model/rows.ts';

type Kept = { repository: Repository; end: WalkEnd | null; towards: string | null };

/** What readings of GitHub hand over, kept in memory as the store keeps it: upsert by id, the cursor with the end of a walk. */
export class KeptRows implements StoredRows {
  readonly kept = new Map<string, Kept>();
  readonly pullRequests = new Map<string, PullRequest>();
  readonly commits = new Map<string, Commit>();
  readonly deployments = new Map<string, Deployment>();
  /** By their commit. */
  readonly branch = new Map<string, BranchPlace>();
  teams: AccountTeams | null = null;
  readonly lost = new Map<string, string>();
  leftOut: string[] = [];
  /** Ids of what was handed over since the last `forget`. */
  read: { pullRequests: string[]; deployments: string[] } = { pullRequests: [], deployments: [] };

  forget(): void {
    this.read = { pullRequests: [], deployments: [] };
    this.leftOut = [];
  }

  take(step: Exclude<ReadingStep, { walk: unknown }>): void {
    if ('teams' in step) this.teams = step.teams;
    else if ('lost' in step) this.lost.set(step.lost.repositoryId, step.lost.why);
    else if ('leftOut' in step) this.leftOut.push(step.leftOut);
  }

  write(repository: Repository, step: WalkStep): void {
    const kept = this.kept.get(repository.id) ?? { repository, end: null, towards: null };
    this.kept.set(repository.id, { ...kept, repository });
    if ('end' in step) {
      this.kept.set(repository.id, { repository, end: step.end, towards: null });
      return;
    }
    const { rows } = step;
    if (rows.towards !== undefined)
      this.kept.set(repository.id, { ...kept, repository, towards: rows.towards });
    for (const row of rows.pullRequests ?? []) this.pullRequests.set(row.id, row);
    for (const row of rows.commits ?? []) this.commits.set(`${row.repositoryId}@${row.sha}`, row);
    for (const row of rows.deployments ?? []) this.deployments.set(row.id, row);
    for (const { sha, position } of this.branchOf(repository.id))
      if (position > (rows.branch?.keepUntil ?? position)) this.branch.delete(sha);
    for (const place of rows.branch?.places ?? []) this.branch.set(place.sha, place);
    this.read.pullRequests.push(...(rows.pullRequests ?? []).map(({ id }) => id));
    this.read.deployments.push(...(rows.deployments ?? []).map(({ id }) => id));
  }

  async cursor(id: string): Promise<string | null> {
    return this.kept.get(id)?.end?.cursor ?? null;
  }

  async towards(id: string): Promise<string | null> {
    return this.kept.get(id)?.towards ?? null;
  }

  async mergeShas(): Promise<ReadonlyMap<string, string | null>> {
    return new Map();
  }

  async sized(): Promise<ReadonlySet<string>> {
    return new Set();
  }

  // Only a clone's lines are followed.
  async watchedUntil(): Promise<number> {
    return 0;
  }

  async mainlineFrom(): Promise<never[]> {
    return [];
  }

  async repositories(prefix: string): Promise<KnownRepository[]> {
    return [...this.kept.values()]
      .filter(({ repository }) => repository.id.startsWith(prefix))
      .map(({ repository, end, towards }) => ({ ...repository, cursor: end?.cursor ?? null, towards }));
  }

  async landedAt(repositoryId: string, shas: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const branch = this.kept.get(repositoryId)?.repository.defaultBranch;
    const merged = new Set(
      [...this.pullRequests.values()]
        .filter((one) => one.repositoryId === repositoryId && one.baseBranch === branch)
        .map(({ mergeSha }) => mergeSha),
    );
    return new Map(
      shas.flatMap((sha) => {
        const commit = merged.has(sha) ? this.commits.get(`${repositoryId}@${sha}`) : undefined;
        return commit === undefined ? [] : [[sha, commit.committedAt]];
      }),
    );
  }

  async placedDeployments(ids: readonly string[]): Promise<ReadonlyMap<string, DeploymentPlace>> {
    return new Map(
      ids.flatMap((id) => {
        const { containsSha = null, containsUntil = null } = this.deployments.get(id) ?? {};
        return containsUntil === null ? [] : [[id, { containsSha, containsUntil }]];
      }),
    );
  }

  async branchKnown(repositoryId: string): Promise<BranchKnown> {
    const placed = this.branchOf(repositoryId);
    const successes = [...this.deployments.values()]
      .filter((one) => one.repositoryId === repositoryId)
      .flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]));
    const firstDeployedAt = successes.length === 0 ? null : Math.min(...successes);
    return { newest: placed.at(-1) ?? null, oldest: placed[0] ?? null, firstDeployedAt };
  }

  async branchPositions(repositoryId: string, shas: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const placed = this.branchOf(repositoryId).filter(({ sha }) => shas.includes(sha));
    return new Map(placed.map(({ sha, position }) => [sha, position]));
  }

  /** Oldest first. */
  branchOf(repositoryId: string): BranchPlace[] {
    const placed = [...this.branch.values()].filter((one) => one.repositoryId === repositoryId);
    return placed.sort((one, other) => one.position - other.position);
  }

  /** All rows in an order of their own, to compare two ways of getting there. */
  dump(): unknown {
    const sorted = <T>(map: ReadonlyMap<string, T>): T[] =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    return {
      repositories: [...this.kept.values()]
        .map(({ repository, end }) => ({ ...repository, limits: end?.limits, ended: end !== null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      pullRequests: sorted(this.pullRequests),
      commits: sorted(this.commits),
      deployments: sorted(this.deployments),
      branch: sorted(this.branch),
      teams: this.teams?.teams,
    };
  }
}
