import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type Metric, QUANTILE_MINIMUM } from './definition.ts';

const NOT_COUNTED =
  'Pull requests by automation and merges of long-lived branches are counted beside the figure, not in it.';

export const mergedPullRequests: Metric = {
  definition: {
    id: 'merged-pull-requests',
    name: 'Merged pull requests',
    unit: 'pull requests',
    better: 'neither',
    formula: 'Number of pull requests merged into the default branch in the week.',
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans: 'A week within the data in which nothing was merged is a true 0.',
    limits: [
      'More pull requests are not more work: they may be smaller.',
      NOT_COUNTED,
      'In a clone a pull request is known by the number in its merge or squash message; commits without one count as direct pushes.',
    ],
  },
  kind: 'count',
};

export const batchSize: Metric = {
  definition: {
    id: 'batch-size',
    name: 'Batch size',
    unit: 'lines',
    better: 'neither',
    formula:
      'Lines added plus lines deleted by a merged pull request, without generated and lock files. Median by default; quantiles by linear interpolation (type 7).',
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'No pull request of known size was merged in that week. This is not zero lines.',
    limits: [
      'A week needs 5 pull requests for its median, 8 for the 75th and 14 for the 85th percentile, so that at least two lie beyond it.',
      'Generated and lock files are told by name and folder; a binary file has no lines.',
      NOT_COUNTED,
    ],
  },
  kind: 'quantile',
  itemValue: (chunk: Chunk, row: number) => chunk.lines[row] ?? UNKNOWN,
  perUnit: 1,
  having: 'of known size',
  lacking: 'of unknown size',
};
