import type { Chunk } from '../../facts/columns/chunk.ts';
import { type ColumnName, UNKNOWN } from '../../facts/columns/column.ts';
import { DAY, MINUTE } from '../../model/instant.ts';
import type { CountMetric } from '../definition.ts';
import { COUNTED_BESIDE } from '../limits.ts';
import { BY_TEAM_AND_TIME, ENOUGH, ENOUGH_OF_THEM, pending } from './guardrail-limits.ts';
import { filesNotKnown, linesNotWatched } from './guardrail-missing.ts';

// What becomes of work after it was merged. Each is followed for as many days after every merge, so that an old week has no more
// time to go wrong than a recent one.

const REVERTED = 21;
const HOTFIXED = 7;
const REWORKED = 21;
const BUG = 30;

/** Whether something happened within some days after the merge. */
function within(column: ColumnName, days: number) {
  const minutes = (days * DAY) / MINUTE;
  return (chunk: Chunk, row: number) => {
    const [at, merged] = [chunk[column][row] ?? UNKNOWN, chunk.mergedAt[row] ?? UNKNOWN];
    return at !== UNKNOWN && at - merged <= minutes;
  };
}

const rate = {
  unit: 'share of pull requests',
  weeks: 'merge',
  better: 'lower',
  minimum: ENOUGH_OF_THEM,
  emptyMeans: 'That week has no merged pull request. This is not a share of zero.',
} as const;

const counted = { kind: 'count', of: 'merged', perPerson: false } as const;

export const revertRate: CountMetric = {
  definition: {
    ...rate,
    id: 'revert-rate',
    name: 'Revert rate',
    formula: `Pull requests merged in the week that were reverted within ${REVERTED} days, divided by all that were merged in it. A revert is a commit whose message says “This reverts commit”, or a pull request that a forge says to revert another.`,
    limits: [
      ENOUGH,
      pending(REVERTED),
      'A branch that is called “revert” is not enough, and a revert that was itself reverted is none. Work that was mended instead of taken back is told by the hotfix rate.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  share: true,
  settles: REVERTED,
  missing: [],
  noted: { what: `reverted within ${REVERTED} days`, holds: within('revertedAt', REVERTED) },
};

export const hotfixRate: CountMetric = {
  definition: {
    ...rate,
    id: 'hotfix-rate',
    name: 'Hotfix rate',
    formula: `Pull requests merged in the week on whose files a fix was merged within ${HOTFIXED} days, divided by all that were merged in it and whose files are known.`,
    limits: [
      ENOUGH,
      pending(HOTFIXED),
      'A fix is told by what it calls itself: in its title, its branch or its labels. One on the same file may mend something older, so that busy files show more of them.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  share: true,
  having: 'of known files',
  settles: HOTFIXED,
  missing: [filesNotKnown],
  noted: { what: `followed by a hotfix within ${HOTFIXED} days`, holds: within('hotfixedAt', HOTFIXED) },
};

export const reworkShare: CountMetric = {
  definition: {
    ...rate,
    id: 'rework-share',
    name: 'Rework share',
    unit: 'share',
    formula: `Lines written by pull requests merged in the week that were changed or deleted again within ${REWORKED} days of the merge, divided by all lines that they wrote.`,
    limits: [
      'A week needs 10 merged pull requests whose lines are known.',
      pending(REWORKED),
      'It needs a clone: lines are followed through the commits of the default branch. Generated and lock files are left out.',
      'Some rework is good work, as when something is built in steps. It is its change that tells.',
      'It is a sum by a sum: a large pull request counts for more than a small one.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  sums: {
    part: ({ linesReworked }, row) => Math.max(0, linesReworked[row] ?? 0),
    whole: ({ linesWatched }, row) => Math.max(0, linesWatched[row] ?? 0),
    per: 1,
  },
  having: 'whose lines are known',
  settles: REWORKED,
  missing: [linesNotWatched],
  noted: { what: 'changed again in part', holds: ({ linesReworked }, row) => (linesReworked[row] ?? 0) > 0 },
};

export const bugsLinked: CountMetric = {
  definition: {
    ...rate,
    id: 'bugs-linked',
    name: 'Bugs linked',
    formula: `Pull requests merged in the week with which a bug is linked that was reported within ${BUG} days of the merge, divided by all that were merged in it. A bug is an issue of a type that the tracker calls so.`,
    limits: [
      ENOUGH,
      pending(BUG),
      'It needs an issue tracker, and people who link a bug with the change it came from: few do, so that it shows fewer bugs than there are. It is its change that tells.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  share: true,
  settles: BUG,
  missing: [],
  noted: { what: `linked with a bug within ${BUG} days`, holds: within('bugLinkedAt', BUG) },
};
