import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type CountMetric, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import { BY_QUANTILE, COUNTED_BESIDE, ENOUGH } from './limits.ts';
import { withoutSize } from './missing.ts';

export const mergedPullRequests: CountMetric = {
  definition: {
    id: 'merged-pull-requests',
    name: 'Merged pull requests',
    unit: 'pull requests',
    better: 'neither',
    formula: 'Number of pull requests merged in the week.',
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans: 'A week within the data in which nothing was merged is a true 0.',
    limits: [
      'More pull requests are not more work: they may be smaller.',
      COUNTED_BESIDE,
      'A forge tells of merges into any branch, and all of them count but back-ports; a clone tells of those into the default branch alone.',
      'In a clone a pull request is known by the number in its merge or squash message; commits without one count as direct pushes.',
    ],
  },
  kind: 'count',
};

export const batchSize: QuantileMetric = {
  definition: {
    id: 'batch-size',
    name: 'Batch size',
    unit: 'lines',
    better: 'neither',
    formula: `Lines added plus lines deleted by a merged pull request, without generated and lock files. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request of known size. This is not zero lines.',
    limits: [
      ENOUGH,
      'Generated and lock files are told by name and folder; a binary file has no lines.',
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Lines changed',
  needs: 'commits',
  itemValue: (chunk: Chunk, row: number) => chunk.lines[row] ?? UNKNOWN,
  perUnit: 1,
  having: 'of known size',
  missing: [withoutSize],
  noted: null,
};
