import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type CountMetric, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import { BY_QUANTILE, COUNTED_BESIDE, ENOUGH } from './limits.ts';
import { onNoRoster, withoutSize } from './missing.ts';

export const mergedPullRequests: CountMetric = {
  definition: {
    id: 'merged-pull-requests',
    name: 'Merged pull requests',
    unit: 'pull requests',
    weeks: 'merge',
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
  of: 'merged',
  perPerson: false,
  missing: [],
  noted: { what: 'name an issue', holds: ({ issues }, row) => (issues[row] ?? 0) > 0 },
};

export const mergedPerPerson: CountMetric = {
  definition: {
    id: 'merged-per-person',
    name: 'Merged pull requests per person',
    unit: 'pull requests per person',
    weeks: 'merge',
    better: 'neither',
    formula:
      'Number of pull requests merged in the week by people on the roster of the teams asked for, divided by the number of people who were on that roster in the week, whether they merged anything or not.',
    minimum: { p50: 5, p75: 5, p85: 5 },
    emptyMeans: 'A week within the data in which nobody on the roster merged anything is a true 0.',
    limits: [
      'A week needs five people on the roster.',
      'More pull requests are not more work: they may be smaller.',
      'A person is on the roster in every week that has a day of a membership, and once in each week, also in several teams. A membership told by a forge has no beginning: it counts from the person’s first activity on, so somebody in a team of a forge who has opened nothing yet does not count.',
      'People in no team do not count, and neither does what they merge; holidays and leave are not known yet, so weeks in which many are away look slow.',
      'In one repository it is what is merged there by everybody on the roster, wherever they work.',
      COUNTED_BESIDE,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: true,
  missing: [onNoRoster],
};

export const batchSize: QuantileMetric = {
  definition: {
    id: 'batch-size',
    name: 'Batch size',
    unit: 'lines',
    weeks: 'opening-or-merge',
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
  of: 'merged',
  what: 'Lines changed',
  needs: 'commits',
  itemValue: (chunk: Chunk, row: number) => chunk.lines[row] ?? UNKNOWN,
  perUnit: 1,
  having: 'of known size',
  missing: [withoutSize],
  noted: null,
  waiting: null,
};
