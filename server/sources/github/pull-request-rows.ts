import type { Commit } from '../../model/commit.ts';
import type { WalkStep } from '../../model/rows.ts';
import { normalisePullRequest } from './normalise.ts';
import type { GithubPullRequest } from './payload.ts';

/** Pull requests with their commits, each commit once; `towards` is where the walk is. */
export function pullRequestRows(
  found: readonly GithubPullRequest[],
  repositoryId: string,
  host: string,
  towards?: string,
): WalkStep {
  const bundles = found.map((raw) => normalisePullRequest(repositoryId, host, raw));
  const commits = new Map<string, Commit>();
  for (const bundle of bundles) for (const commit of bundle.commits) commits.set(commit.sha, commit);
  return {
    rows: {
      pullRequests: bundles.map(({ pullRequest }) => pullRequest),
      commits: [...commits.values()],
      ...(towards === undefined ? {} : { towards }),
    },
  };
}
