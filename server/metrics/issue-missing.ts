import { TEAM_BASES, UNKNOWN } from '../facts/columns/column.ts';
import type { Missing } from './missing.ts';

/** Codes of being in a team as a person, and not by whose project it is. */
const MEMBERS = [TEAM_BASES.indexOf('stated'), TEAM_BASES.indexOf('assumed')];

export const neverInProgress: Missing = {
  why: 'never in progress',
  todo: 'They went from a status before progress straight to done, so that nobody knows when work on them began. See which statuses your tracker calls “in progress”.',
  holds: ({ readyAt }, row) => readyAt[row] === UNKNOWN,
};

export const finishedTooEarly: Missing = {
  why: 'finished before they were created',
  todo: 'Their dates contradict each other, as after an import from another tracker.',
  holds: () => true,
};

/** What has been started, and yet has no cycle. */
export const unknownStatus: Missing = {
  why: 'in statuses that are gone, or without a minute between',
  todo: 'They were in a status that the tracker no longer tells of, so that nobody knows whether they waited there; or they were started and finished within a minute.',
  holds: () => true,
};

export const byNobodyOnRoster: Missing = {
  why: 'by nobody on a roster',
  todo: 'Whoever had them when they were finished is in no team by a membership, or nobody had them. Import who is in which team with `uptake teams import FILE`, and say which accounts are one person.',
  holds: ({ teamBasis }, row) => !MEMBERS.includes(teamBasis[row] ?? 0),
};

/** Of issues that are not finished. */
export const notStarted: Missing = {
  why: 'not started',
  todo: 'All that is open has not been started. Issues are counted apart until they are in progress.',
  holds: () => true,
};
