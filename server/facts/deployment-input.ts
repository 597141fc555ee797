import type { Instant } from '../model/instant.ts';

/** A successful deployment, in the order of success. */
export type DeploymentRow = {
  id: string;
  sha: string;
  succeededAt: Instant;
  /** Place on the default branch of the newest commit that it contains; null: not known. */
  position: number | null;
  /** That commit is the deployed one itself: nothing beside the default branch was deployed. */
  onBranch: boolean;
};

/** A pull request of the repository, as far as it tells of deployments. */
export type DeliveredChange = {
  id: string;
  /** When it was first deployed; null: never, or not known. */
  deployedAt: Instant | null;
  openedAt: Instant | null;
  headBranch: string | null;
  labels: readonly string[];
  /** Pull requests of the repository that it takes back. */
  reverts: readonly string[];
  /** Incidents among the issues that its texts name, by when each was created. */
  incidents: readonly Instant[];
};

/** All stored rows that the deployment facts of one repository rest on. */
export type DeliveryInput = {
  repositoryId: string;
  deployments: readonly DeploymentRow[];
  changes: readonly DeliveredChange[];
};
