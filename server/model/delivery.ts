/** What counts as a failure of a deployment, apart from roll-backs and reverts, which always do. */
export type DeliveryRules = {
  hotfix: {
    /** Labels of pull requests, whatever the case of their letters. */
    labels: readonly string[];
    /** What names of branches begin with. */
    branches: readonly string[];
    /** A hotfix or a revert that is deployed so many hours after a deployment, or sooner, tells that this one had failed. */
    withinHours: number;
  };
  incidents: {
    /** Labels of issues, and of pull requests that mend an incident. */
    labels: readonly string[];
    /** Names of types of issues. */
    issueTypes: readonly string[];
  };
};

/** The rules by repository: the first exception whose pattern names it counts, else `rules`; null: not set up. */
export type DeliverySettings = {
  rules: DeliveryRules | null;
  /** Patterns as of owners of repositories. */
  exceptions: readonly { match: string; rules: DeliveryRules | null }[];
};

export const NO_DELIVERY_RULES: DeliverySettings = { rules: null, exceptions: [] };

/** What stands where a configuration sets failures up and says no more of it. */
export const USUAL_DELIVERY_RULES: DeliveryRules = {
  hotfix: { labels: ['hotfix'], branches: ['hotfix/', 'hotfix-'], withinHours: 24 },
  incidents: { labels: ['incident'], issueTypes: ['Incident'] },
};
