import type { Commit, CommitNote, CommitSize, LineRework } from '../../server/model/commit.ts';
import type { DeploymentPlace } from '../../server/model/deployment.ts';
import type { MainlineCommit, PullRequest } from '../../server/model/pull-request.ts';
import type { MainlinePlace, StoredRows, Walk, WalkEnd, WalkStep } from '../../server/model/rows.ts';
import { openClone } from '../../server/sources/git/clone.ts';
import { walkClone } from '../../server/sources/git/walk.ts';
import type { GitRepository } from './git-repository.ts';

export const NOW = Date.UTC(2026, 10, 22, 12);

/** Rows of one repository in memory, kept as the store keeps them: upsert by id, replace at the end of a walk from the beginning. */
export class KeptRows implements StoredRows {
  readonly commits = new Map<string, Commit>();
  readonly sizes = new Map<string, CommitSize>();
  readonly pullRequests = new Map<string, PullRequest>();
  readonly mainline = new Map<number, MainlineCommit>();
  readonly rework = new Map<string, LineRework>();
  notes: readonly CommitNote[] = [];
  end: WalkEnd | null = null;
  private open: string | null = null;
  /** Ids of the commits that the last walk read. */
  read: string[] = [];

  async cursor(): Promise<string | null> {
    return this.end?.cursor ?? null;
  }

  async towards(): Promise<string | null> {
    return this.open;
  }

  async mergeShas(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    return new Map(
      ids.flatMap((id) => {
        const stored = this.pullRequests.get(id);
        return stored === undefined ? [] : [[id, stored.mergeSha]];
      }),
    );
  }

  async sized(_repositoryId: string, shas: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(shas.filter((sha) => (this.sizes.get(sha)?.files ?? null) !== null));
  }

  async watchedUntil(): Promise<number> {
    const judged = [...this.mainline.values()].filter(({ sha }) => this.rework.has(sha));
    return Math.max(-1, ...judged.map(({ position }) => position)) + 1;
  }

  async mainlineFrom(_repositoryId: string, from: number, limit: number): Promise<MainlinePlace[]> {
    const branch = [...this.mainline.values()].sort((a, b) => a.position - b.position);
    return branch.slice(from, from + limit).map(({ position, sha, pullRequestId }) => {
      const committedAt = this.commits.get(sha)?.committedAt ?? 0;
      return { position, sha, work: pullRequestId ?? sha, committedAt };
    });
  }

  // A clone is one repository without deployments: nobody asks for others.
  async repositories(): Promise<never[]> {
    return [];
  }

  async landedAt(): Promise<ReadonlyMap<string, number>> {
    return new Map();
  }

  async placedDeployments(): Promise<ReadonlyMap<string, DeploymentPlace>> {
    return new Map();
  }

  async branchKnown() {
    return { newest: null, oldest: null, firstDeployedAt: null };
  }

  async branchPositions(): Promise<ReadonlyMap<string, number>> {
    return new Map();
  }

  write(step: WalkStep): void {
    if ('end' in step) {
      this.finish(step.end);
      return;
    }
    this.open = step.rows.towards ?? this.open;
    for (const commit of step.rows.commits ?? []) this.commits.set(commit.sha, commit);
    for (const size of step.rows.sizes ?? []) this.sizes.set(size.sha, size);
    for (const one of step.rows.rework ?? []) this.rework.set(one.sha, one);
    for (const found of step.rows.pullRequests ?? []) this.pullRequests.set(found.id, found);
    for (const row of step.rows.mainline ?? []) this.mainline.set(row.position, row);
    this.read.push(...(step.rows.commits ?? []).map((commit) => commit.sha));
  }

  private finish(end: WalkEnd): void {
    this.end = end;
    this.open = null;
    this.notes = end.notes ?? this.notes;
    const { replaces } = end;
    if (replaces === null) return;
    for (const sha of this.commits.keys()) if (!replaces.commits.has(sha)) this.commits.delete(sha);
    for (const sha of this.sizes.keys()) if (!replaces.commits.has(sha)) this.sizes.delete(sha);
    for (const sha of this.rework.keys()) if (!replaces.commits.has(sha)) this.rework.delete(sha);
    for (const id of this.pullRequests.keys())
      if (!replaces.pullRequests.has(id)) this.pullRequests.delete(id);
    for (const at of this.mainline.keys()) if (at >= replaces.mainlineLength) this.mainline.delete(at);
  }

  /** Everything but the cursor, in an order of its own, to compare two ways of getting there. */
  dump(): unknown {
    const sorted = <T>(map: Map<string, T>): T[] =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    return {
      commits: sorted(this.commits),
      sizes: sorted(this.sizes),
      pullRequests: sorted(this.pullRequests),
      mainline: [...this.mainline.values()].sort((a, b) => a.position - b.position),
      rework: sorted(this.rework),
      notes: this.notes,
      coveredUntil: this.end?.coveredUntil,
      limits: this.end?.limits,
    };
  }
}

export type WalkOptions = {
  rows?: KeptRows;
  stored?: StoredRows;
  branch?: string;
  path?: string;
  git?: string;
  now?: number;
  rework?: boolean;
};

/** Opens the clone and starts a walk, as an ingest does. */
export async function startWalk(repository: GitRepository, options: WalkOptions = {}): Promise<Walk> {
  const { branch, now = NOW, git = 'git', rows = new KeptRows(), rework = true } = options;
  const config = {
    ...{ path: options.path ?? repository.path, rework },
    ...(branch === undefined ? {} : { branch }),
  };
  const clone = await openClone(config, { git, env: repository.env, now });
  return walkClone(clone, options.stored ?? rows, now, () => undefined);
}

/** A whole walk into `rows`. */
export async function walked(repository: GitRepository, options: WalkOptions = {}): Promise<KeptRows> {
  const rows = options.rows ?? new KeptRows();
  rows.read = [];
  const walk = await startWalk(repository, { ...options, rows });
  for await (const step of walk.steps) rows.write(step);
  return rows;
}

export function pullRequest(rows: KeptRows, number: number): PullRequest {
  const found = [...rows.pullRequests.values()].find((row) => row.number === number);
  if (found === undefined) throw new Error(`No pull request ${number} was found`);
  return found;
}

/** "Fix the till: squash" for each pull request, in the order of their numbers. */
export function landings(rows: KeptRows): string[] {
  return [...rows.pullRequests.values()]
    .sort((a, b) => a.number - b.number)
    .map((row) => `#${row.number} ${row.landing}`);
}
