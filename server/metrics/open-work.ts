import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type CountMetric, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import { stillDraft } from './missing.ts';

const OPEN =
  'Open is what has been opened and ready for review before the end of the week, and neither merged nor closed by then. The running week ends with the data.';

const LIMITS = [
  'Drafts are counted beside the figure until they are marked ready for review; a draft again after that stays in.',
  'Pull requests by automation, back-ports and merges of long-lived branches are counted beside the figure too.',
  'A repository whose data end more than two days earlier is in no later week.',
  'A clone has no open work: it knows what was merged alone.',
];

export const workInProgress: CountMetric = {
  definition: {
    id: 'work-in-progress',
    name: 'Work in progress',
    unit: 'pull requests',
    weeks: 'end',
    better: 'neither',
    formula: `Number of pull requests that are open and ready for review at the end of the week. ${OPEN}`,
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans: 'A week within the data at whose end nothing was open is a true 0.',
    limits: [
      ...LIMITS,
      'Neither way is better by itself: it grows with what is begun as with what is left lying. Read it beside its age.',
    ],
  },
  kind: 'count',
  of: 'open',
  perPerson: false,
  missing: [stillDraft],
};

export const ageOfOpenWork: QuantileMetric = {
  definition: {
    id: 'age-of-open-work',
    name: 'Age of open work',
    unit: 'hours',
    weeks: 'end',
    better: 'lower',
    formula: `Calendar hours from the opening until the end of the week, of pull requests that are open and ready for review then. ${OPEN} Median by default; quantiles by linear interpolation (type 7).`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'At the end of that week nothing was open. This is not an age of zero.',
    limits: [
      'A week needs 5 open pull requests for its median, 8 for the 75th and 14 for the 85th percentile, so that at least two lie beyond it.',
      ...LIMITS,
      'Its clock is that of the time to merge, from the opening, so that the two can be read side by side. What is open at one moment is the slow part of what was opened: its ages are longer than times to merge.',
    ],
  },
  kind: 'quantile',
  of: 'open',
  what: 'Hours since opening of what is open at each week’s end',
  needs: 'openings',
  itemValue: ({ openedAt }: Chunk, row: number) => openedAt[row] ?? UNKNOWN,
  perUnit: 60,
  having: 'ready for review',
  missing: [stillDraft],
  noted: null,
  waiting: null,
};
