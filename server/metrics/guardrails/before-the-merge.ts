import { UNKNOWN } from '../../facts/columns/column.ts';
import type { CountMetric } from '../definition.ts';
import { COUNTED_BESIDE } from '../limits.ts';
import { BY_TEAM_AND_TIME, ENOUGH, ENOUGH_OF_THEM } from './guardrail-limits.ts';
import { sizeNotKnown, withoutChecks } from './guardrail-missing.ts';

/** Beyond this, reviewers find ever fewer faults in each line (Cohen, Best Kept Secrets of Peer Code Review, 2006: 200 to 400 lines at once). */
const LARGE = 400;

const share = { unit: 'share of pull requests', weeks: 'merge', minimum: ENOUGH_OF_THEM } as const;
const counted = { kind: 'count', of: 'merged', perPerson: false, share: true } as const;

export const largePullRequests: CountMetric = {
  definition: {
    ...share,
    id: 'large-pull-requests',
    name: `Over ${LARGE} lines`,
    better: 'lower',
    formula: `Pull requests merged in the week that added and deleted more than ${LARGE} lines together, divided by all that were merged in it and whose size is known. Generated and lock files do not count.`,
    emptyMeans: 'That week has no merged pull request of known size. This is not a share of zero.',
    limits: [
      ENOUGH,
      `Beyond ${LARGE} lines reviewers find fewer faults in each line (Cohen, “Best Kept Secrets of Peer Code Review”, 2006). The number is a rule of thumb.`,
      'Code that was moved counts as deleted and added.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  having: 'of known size',
  missing: [sizeNotKnown],
  noted: { what: `of more than ${LARGE} lines`, holds: ({ lines }, row) => (lines[row] ?? UNKNOWN) > LARGE },
};

export const ciFirstPassRate: CountMetric = {
  definition: {
    ...share,
    id: 'ci-first-pass-rate',
    name: 'CI first-pass rate',
    better: 'higher',
    formula:
      'Pull requests merged in the week whose checks passed on the first of their commits that checks ran on, divided by all that were merged in it and have checks.',
    emptyMeans: 'That week has no merged pull request with checks. This is not a share of zero.',
    limits: [
      'A week needs 10 merged pull requests with checks.',
      'A check that fails by chance counts as failed, also where it passed when it was run again. Stricter checks look like worse work.',
      'It is of merged work alone: what was given up after failing is not in it.',
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  needs: 'checks',
  having: 'with checks',
  missing: [withoutChecks],
  noted: {
    what: 'green on the first run of their checks',
    holds: ({ ciPassedFirst }, row) => ciPassedFirst[row] === 1,
  },
};
