import type { FakePullRequest } from './pull-request.ts';

export type DeploymentState =
  | 'PENDING'
  | 'QUEUED'
  | 'IN_PROGRESS'
  | 'SUCCESS'
  | 'FAILURE'
  | 'ERROR'
  | 'INACTIVE';

export type FakeDeployment = {
  id: number;
  environment: string;
  commitOid: string;
  /** The branch or tag that it was made from; null: it is gone. */
  ref: string | null;
  createdAt: string;
  /** First to last; GitHub ends a superseded one with INACTIVE. */
  statuses: { state: DeploymentState; createdAt: string }[];
};

export type FakeRelease = {
  id: number;
  tagName: string;
  createdAt: string;
  /** Null: a draft. */
  publishedAt: string | null;
  isPrerelease: boolean;
  /** Null: the tag is gone. */
  tagCommitOid: string | null;
};

export type FakeWorkflowRun = {
  id: number;
  /** Name of the file, such as `deploy.yml`. */
  workflow: string;
  headBranch: string;
  headSha: string;
  event: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  createdAt: string;
  updatedAt: string;
};

/** Commits by id, enough to compare a branch with a commit. */
export type FakeGraph = Record<string, { parents: string[]; committedDate: string }>;

export type FakeRepository = {
  /** The lasting node id. */
  id: string;
  databaseId: number;
  name: string;
  /** The login that holds it now. */
  owner: string;
  isArchived: boolean;
  isFork: boolean;
  isPrivate: boolean;
  createdAt: string;
  pushedAt: string;
  /** Null: an empty repository. */
  defaultBranch: { name: string; oid: string } | null;
  pullRequests: FakePullRequest[];
  deployments: FakeDeployment[];
  releases: FakeRelease[];
  workflowRuns: FakeWorkflowRun[];
  graph: FakeGraph;
  /** Texts by path on the default branch; only of these the fake knows. */
  files: Record<string, string>;
  state: 'there' | 'gone' | 'forbidden';
  /** `owner/name` that it had before; GitHub leads from them to the present one. */
  formerNames: string[];
};

/** An empty repository of `owner`, with what is given put in its place. */
export function repository(
  given: Partial<FakeRepository> & { owner: string; name: string; databaseId: number },
): FakeRepository {
  return {
    id: `R_kgDO${Buffer.from(String(given.databaseId)).toString('base64url')}`,
    isArchived: false,
    isFork: false,
    isPrivate: true,
    createdAt: '2024-01-01T00:00:00Z',
    pushedAt: '2025-06-01T00:00:00Z',
    defaultBranch: null,
    pullRequests: [],
    deployments: [],
    releases: [],
    workflowRuns: [],
    graph: {},
    files: {},
    state: 'there',
    formerNames: [],
    ...given,
  };
}
