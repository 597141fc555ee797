import type { Instant } from './instant.ts';

/** Something that reached production: a deployment, a release or a run of a workflow, as the repository is set. */
export type Deployment = {
  /** `REPOSITORY!deployment:ID`, `REPOSITORY!release:ID`, `REPOSITORY!run:ID`. */
  id: string;
  repositoryId: string;
  /** The setting that it was read by, such as `deployments:production`, `releases`, `workflow:deploy.yml`. */
  via: string;
  sha: string;
  /** When it had succeeded; null: it has not. */
  succeededAt: Instant | null;
  /**
   * The newest commit of the default branch that it contains: its own, or the place where its branch left the default branch.
   * Null: not known. Where that commit's place in the branch is known, it goes before `containsUntil`.
   */
  containsSha: string | null;
  /**
   * It contains every commit that landed on the default branch up to this instant: the committer date of the deployed
   * commit, or of the place where its branch left the default branch. Null: not known.
   */
  containsUntil: Instant | null;
};

/** What a deployment contains, once it was found out. */
export type DeploymentPlace = { containsSha: string | null; containsUntil: Instant };
