/** What a measure of deployments is, said once, as a `MetricDefinition` says it of pull requests. */
export type DeliveryDefinition = {
  id:
    | 'deployment-frequency'
    | 'change-fail-rate'
    | 'failed-deployment-recovery-time'
    | 'deployment-rework-rate';
  name: string;
  unit: 'deployments a week' | 'share' | 'hours';
  better: 'lower' | 'higher' | 'neither';
  formula: string;
  /** Fewest deployments from which a value is given; 0: any number, also none. */
  minimum: number;
  items: string;
  /** Full weeks of one point. */
  weeks: number;
  emptyMeans: string;
  limits: string[];
};

const BY_REPOSITORY =
  'Deployments belong to repositories, not to teams: a team filter leaves nothing to be told.';
const CONTAINS =
  'Which pull requests a deployment brought is told by the order of commits on the default branch; where that is not known, by the dates of commits, which a wrong clock or a rebase can move.';
const SIGNS =
  'A failure is known by what was deployed for it. What was mended without a deployment, or by a pull request that says nothing of it, is not seen: the true share is rather higher.';
const YOUNG =
  'A failure shows later than its deployment: the last days will still change, and an incident may be linked weeks afterwards.';
const APART =
  'The interval takes deployments for independent of each other; failures come in clusters, so that it is rather too narrow.';

export const deploymentFrequency: DeliveryDefinition = {
  id: 'deployment-frequency',
  name: 'Deployment frequency',
  unit: 'deployments a week',
  better: 'neither',
  formula:
    'Successful production deployments of a week, divided by the repositories that deploy. A deployment puts another commit into production than the one before: a roll-back counts, the same commit once more does not. A repository counts from the week after its first deployment on record.',
  minimum: 0,
  items: 'deployments',
  weeks: 1,
  emptyMeans: 'No repository that deploys was known yet. A week in which none deployed is a true 0.',
  limits: [
    'More deployments are not more work: they may be smaller.',
    'A repository that has stopped deploying still counts in the divisor.',
    BY_REPOSITORY,
  ],
};

export const changeFailRate: DeliveryDefinition = {
  id: 'change-fail-rate',
  name: 'Change fail rate',
  unit: 'share',
  better: 'lower',
  formula:
    'Deployments with new commits that are known to have failed, divided by all deployments with new commits. One has failed when the next deployment rolled it back; when a pull request that it brought was reverted, or a hotfix was deployed on top of it, within the hours that are set up (usually 24); or when an incident was created while it was the newest change in production and a pull request names that incident. DORA counts deployments that required immediate intervention.',
  minimum: 20,
  items: 'deployments with new commits',
  weeks: 4,
  emptyMeans: 'Those weeks have no deployment with new commits. This is not a share of zero.',
  limits: [
    SIGNS,
    'Of several deployments that a roll-back undoes, only the last counts as failed: which of them was the cause is not known.',
    'A hotfix is held against the newest change in production, whatever it mends.',
    YOUNG,
    APART,
    CONTAINS,
    BY_REPOSITORY,
  ],
};

export const recoveryTime: DeliveryDefinition = {
  id: 'failed-deployment-recovery-time',
  name: 'Failed deployment recovery time',
  unit: 'hours',
  better: 'lower',
  formula:
    'Median of the calendar hours from the success of a failed deployment to the success of the first deployment that rolled it back, or brought a hotfix, a revert or the mending of its incident.',
  minimum: 5,
  items: 'failed deployments that have recovered',
  weeks: 4,
  emptyMeans: 'No failed deployment of those weeks has recovered. This is not zero hours.',
  limits: [
    'It begins with the deployment, since nobody writes down when a failure was noticed, and ends with the deployment that mended it.',
    'What has not recovered yet has no hours; how many these are stands beside the figure.',
    'A hotfix or revert counts only within the hours that are set up, so that such recoveries are never longer.',
    SIGNS,
    BY_REPOSITORY,
  ],
};

export const reworkRate: DeliveryDefinition = {
  id: 'deployment-rework-rate',
  name: 'Deployment rework rate',
  unit: 'share',
  better: 'lower',
  formula:
    'Deployments that were made because of a failure in production, divided by all deployments: roll-backs, and deployments that brought a hotfix, a revert of what was deployed shortly before, or the mending of an incident.',
  minimum: 20,
  items: 'deployments',
  weeks: 4,
  emptyMeans: 'Those weeks have no deployment. This is not a share of zero.',
  limits: [
    'A deployment that brings a hotfix among planned changes counts as made for the failure.',
    SIGNS,
    APART,
    CONTAINS,
    BY_REPOSITORY,
  ],
};

/** In the order in which they are shown. */
export const deliveryDefinitions: readonly DeliveryDefinition[] = [
  deploymentFrequency,
  changeFailRate,
  recoveryTime,
  reworkRate,
];
