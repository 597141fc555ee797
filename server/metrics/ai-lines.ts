import { UNKNOWN } from '../facts/columns/column.ts';
import type { CountMetric } from './definition.ts';
import { COUNTED_BESIDE } from './limits.ts';
import type { Missing } from './missing.ts';

/** Fewest merged pull requests of whose lines a share is told. */
const ENOUGH = 10;

export const withoutNote: Missing = {
  why: 'without a note of git-ai',
  todo: 'Which lines an AI wrote is told by notes of git-ai alone: people have to have it installed, and the clone needs its notes (git fetch origin "+refs/notes/ai:refs/notes/ai"). Without them it is not known, which is not zero.',
  holds: ({ linesByAi }, row) => linesByAi[row] === UNKNOWN,
};

export const moreThanAdded: Missing = {
  why: 'with twice as many lines in their notes as they added, or an unknown size',
  todo: 'Their notes attest far more lines than the work has added, as happens when a rebase carries a note along, or the clone lacks the contents. Nobody knows which of those lines are of this work.',
  holds: ({ linesNoted }, row) => linesNoted[row] === UNKNOWN,
};

export const aiLineShare: CountMetric = {
  definition: {
    id: 'ai-line-share',
    name: 'AI line share',
    unit: 'share of lines',
    weeks: 'merge',
    better: 'neither',
    formula:
      'Lines that git-ai attests to an AI in pull requests merged in the week, divided by all lines that those added (by all that it attests, where lines were changed again on the way). Only pull requests count that have a note of git-ai in which a line is attested.',
    minimum: { p50: ENOUGH, p75: ENOUGH, p85: ENOUGH },
    emptyMeans:
      'No pull request that was merged that week has a note of git-ai that attests a line. The share is not known, which is not a share of zero.',
    limits: [
      `A week needs ${ENOUGH} merged pull requests with such a note.`,
      'It speaks of work with notes alone, and of nobody who has not installed git-ai: see how much of all work that is before comparing it with anything.',
      'A line that no key attests is counted as not by an AI, though git-ai only did not see who wrote it. Work written wholly by hand mostly has a note without any line, which says nothing and is not counted.',
      'It is a sum by a sum: a large pull request counts for more than a small one. Generated files are lines too.',
      'Who typed a line says little about who thought of it, and nothing about its worth.',
      COUNTED_BESIDE,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: false,
  sums: {
    part: ({ linesByAi }, row) => Math.max(0, linesByAi[row] ?? 0),
    whole: ({ linesNoted }, row) => Math.max(0, linesNoted[row] ?? 0),
    per: 1,
  },
  having: 'with a note of git-ai',
  beware: 'It speaks of work with notes of git-ai alone.',
  missing: [withoutNote, moreThanAdded],
  noted: {
    what: 'wholly by AI',
    holds: ({ linesByAi, linesNoted }, row) => linesByAi[row] === linesNoted[row],
  },
};
