import type { AccountTeams } from '../../../server/model/account-team.ts';
import type { Commit } from '../../../server/model/commit.ts';
import type { Deployment } from '../../../server/model/deployment.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import type { Repository } from '../../../server/model/repository.ts';
import type { Rows, StoredProjects, StoredRows } from '../../../server/model/rows.ts';
import type { StoredUsage } from '../../../server/model/tool-usage.ts';
import type { DemoConfig } from '../../../server/sources/demo/config.ts';
import { openDemo } from '../../../server/sources/demo/reading.ts';

/** Monday, three in the morning. */
export const UNTIL = Date.UTC(2026, 10, 16, 3);

export type Generated = {
  repository: Repository;
  pullRequests: PullRequest[];
  commits: Commit[];
  deployments: Deployment[];
};

/** Everything that a demo hands over to a store in which nothing lies yet. */
export async function generated(
  config: DemoConfig,
  until = UNTIL,
): Promise<{ all: Generated[]; teams: AccountTeams | null; batches: Rows[] }> {
  const all: Generated[] = [];
  const batches: Rows[] = [];
  let teams: AccountTeams | null = null;
  const { steps } = openDemo(config, until, nothing, () => {}, new AbortController().signal);
  for await (const step of steps) {
    if ('teams' in step) teams = step.teams;
    if (!('walk' in step)) continue;
    const one: Generated = {
      repository: step.walk.repository,
      pullRequests: [],
      commits: [],
      deployments: [],
    };
    for await (const part of step.walk.steps) {
      if (!('rows' in part)) continue;
      batches.push(part.rows);
      one.pullRequests.push(...(part.rows.pullRequests ?? []));
      one.commits.push(...(part.rows.commits ?? []));
      one.deployments.push(...(part.rows.deployments ?? []));
    }
    all.push(one);
  }
  return { all, teams, batches };
}

const nothing: StoredRows & StoredProjects & StoredUsage = {
  usageCursor: async () => null,
  projects: async () => [],
  cursor: async () => null,
  towards: async () => null,
  mergeShas: async () => new Map(),
  sized: async () => new Set(),
  watchedUntil: async () => 0,
  mainlineFrom: async () => [],
  repositories: async () => [],
  landedAt: async () => new Map(),
  placedDeployments: async () => new Map(),
  branchKnown: async () => ({ newest: null, oldest: null, firstDeployedAt: null }),
  branchPositions: async () => new Map(),
};
