import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type Metric, QUANTILE_MINIMUM } from './definition.ts';

export const cycleTime: Metric = {
  definition: {
    id: 'cycle-time',
    name: 'Cycle time',
    unit: 'hours',
    better: 'lower',
    formula:
      'Calendar hours from the first commit (the earliest author date among a pull request’s own commits) to its merge. Median by default; quantiles by linear interpolation (type 7).',
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'No pull request with known commits was merged in that week. This is not zero hours.',
    limits: [
      'A week needs 5 pull requests for its median, 8 for the 75th and 14 for the 85th percentile, so that at least two lie beyond it.',
      'A squash merge keeps none of a pull request’s own commits. Unless the clone also holds the pull request’s own ref (refs/pull), its cycle time is unknown and counts as missing coverage.',
      'Author dates more than 90 days before the opening (in a clone: before the earliest committer date) are taken for cherry-picks and left out.',
      'Pull requests by automation and merges of long-lived branches are counted beside the figure, not in it.',
      'Coding agents commit late, so a first commit can move without anything being faster.',
    ],
  },
  kind: 'quantile',
  itemValue: minutesToMerge,
  perUnit: 60,
  having: 'with known commits',
  lacking: 'without known commits',
};

function minutesToMerge(chunk: Chunk, row: number): number {
  const from = chunk.firstCommitAt[row] ?? UNKNOWN;
  const to = chunk.mergedAt[row] ?? UNKNOWN;
  return from === UNKNOWN || to === UNKNOWN || to < from ? UNKNOWN : to - from;
}
