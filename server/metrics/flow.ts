import { QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import {
  AGENTS_COMMIT_LATE,
  BY_QUANTILE,
  CHERRY_PICKS,
  COUNTED_BESIDE,
  DEPLOYED,
  ENOUGH,
  NO_SUM,
} from './limits.ts';
import {
  cloneWithoutOpenings,
  deployedWithoutCommits,
  deploymentsNotSetUp,
  notDeployed,
  withoutCommits,
} from './missing.ts';
import { cycleMinutes, leadMinutes, minutesToMerge } from './phase-minutes.ts';

export const cycleTime: QuantileMetric = {
  definition: {
    id: 'cycle-time',
    name: 'Cycle time',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the first commit (the earliest author date among a pull request’s own commits) to its merge. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request with known commits. This is not zero hours.',
    limits: [
      ENOUGH,
      'In a clone, a squash merge keeps none of a pull request’s own commits. Unless the clone also holds the pull request’s own ref (refs/pull), its cycle time is unknown and counts as missing coverage.',
      CHERRY_PICKS,
      COUNTED_BESIDE,
      AGENTS_COMMIT_LATE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from first commit to merge',
  needs: 'commits',
  itemValue: cycleMinutes,
  perUnit: 60,
  having: 'with known commits',
  missing: [withoutCommits],
  noted: null,
};

export const timeToMerge: QuantileMetric = {
  definition: {
    id: 'time-to-merge',
    name: 'Time to merge',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the opening of a pull request to its merge, also while it is a draft. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request of known opening. This is not zero hours.',
    limits: [
      ENOUGH,
      'It begins at the opening, so a team that opens drafts early has longer times for the same work.',
      NO_SUM,
      'A clone has no openings: its pull requests count as missing coverage.',
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from opening to merge',
  needs: 'openings',
  itemValue: minutesToMerge,
  perUnit: 60,
  having: 'of known opening',
  missing: [cloneWithoutOpenings],
  noted: null,
};

export const leadTimeForChanges: QuantileMetric = {
  definition: {
    id: 'lead-time-for-changes',
    name: 'Lead time for changes',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the first commit of a merged pull request to its first successful deployment. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request that is known to be deployed. This is not zero hours.',
    limits: [ENOUGH, DEPLOYED, NO_SUM, CHERRY_PICKS, COUNTED_BESIDE, AGENTS_COMMIT_LATE],
  },
  kind: 'quantile',
  what: 'Hours from first commit to deployment',
  needs: 'deployments',
  itemValue: leadMinutes,
  perUnit: 60,
  having: 'with a known deployment',
  missing: [notDeployed, deployedWithoutCommits, deploymentsNotSetUp],
  noted: null,
};
