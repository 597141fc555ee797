import { UNKNOWN } from '../facts/columns/column.ts';
import type { CountMetric } from './definition.ts';
import { COUNTED_BESIDE } from './limits.ts';
import { isMarked } from './marks.ts';
import type { Missing } from './missing.ts';

const MARKED =
  'AI-marked is what a coding agent did, or a person with a tool that left its mark: in a commit, the branch, the title, the body or the label. A suggestion that was applied and a review by AI are not counted; both have levels of their own.';
const NONE_SEEN =
  'None seen is not “no AI”: completion in the editor leaves no mark, and marks can be switched off.';
const VERSIONED =
  'The rules that tell marks have versions. When they change, all history is scored again, and a note on the charts says so.';

export const notScored: Missing = {
  why: 'not looked at yet',
  todo: 'Whether AI took part is found out when a pull request is measured; the next import does that.',
  holds: ({ aiLevel }, row) => (aiLevel[row] ?? 0) === 0,
};

export const noneSeen: Missing = {
  why: 'not AI-marked',
  todo: 'No mark of an AI tool was found in what was merged. None seen is not “no AI”: many tools leave none.',
  holds: ({ aiLevel, mergedAt }, row) => !isMarked(aiLevel[row] ?? 0) && mergedAt[row] !== UNKNOWN,
};

/** Fewest merged pull requests of which a share is told. */
const ENOUGH = 10;

export const aiMarkedShare: CountMetric = {
  definition: {
    id: 'ai-marked-share',
    name: 'AI-marked share',
    unit: 'share of pull requests',
    weeks: 'merge',
    better: 'neither',
    formula: `Pull requests merged in the week that are AI-marked, divided by all that were merged in it. ${MARKED}`,
    minimum: { p50: ENOUGH, p75: ENOUGH, p85: ENOUGH },
    emptyMeans: 'That week has no merged pull request. This is not a share of zero.',
    limits: [
      `A week needs ${ENOUGH} merged pull requests.`,
      NONE_SEEN,
      'It describes what tools leave behind. What a rollout has changed is told by teams before and after their start, not by marked work beside the rest.',
      'One of several marked commits is enough; how many there are is shown with each pull request.',
      VERSIONED,
      COUNTED_BESIDE,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: false,
  share: true,
  beware: 'None seen is not “no AI”.',
  missing: [notScored],
  noted: { what: 'AI-marked', holds: ({ aiLevel }, row) => isMarked(aiLevel[row] ?? 0) },
};

export const aiAssistedThroughput: CountMetric = {
  definition: {
    id: 'ai-assisted-throughput',
    name: 'AI-assisted throughput',
    unit: 'pull requests',
    weeks: 'merge',
    better: 'neither',
    formula: `Number of AI-marked pull requests merged in the week. ${MARKED}`,
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans:
      'A week within the data in which nothing AI-marked was merged is a true 0 of marks, not of use.',
    limits: [
      'More pull requests are not more work: they may be smaller.',
      NONE_SEEN,
      VERSIONED,
      COUNTED_BESIDE,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: false,
  missing: [notScored, noneSeen],
};
