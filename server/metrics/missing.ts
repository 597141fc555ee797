import type { Chunk } from '../facts/columns/chunk.ts';
import { TEAM_BASES, UNKNOWN } from '../facts/columns/column.ts';

/** Why an item that takes part in a measure has no value there. */
export type Missing = {
  /** As it stands behind a number: "3 without human review". */
  why: string;
  /** What is behind it and what helps, for a figure that has nothing but such items. */
  todo: string;
  /** As if deployments were set up everywhere: where they are not, the metric's last reason is why. */
  holds(chunk: Chunk, row: number): boolean;
};

/** Codes of being in a team as a person, and not by whose repository it is. */
const MEMBERS = [TEAM_BASES.indexOf('stated'), TEAM_BASES.indexOf('assumed')];

const isClone = (chunk: Chunk, row: number) => chunk.readyAt[row] === UNKNOWN;
const otherwise = () => true;

export const withoutCommits: Missing = {
  why: 'without known commits',
  todo: 'In a clone, a squash merge keeps none of a pull request’s own commits. Where the remote offers them, fetch refs/pull/*/head and import again; merged pull requests and batch size need no more than the clone has.',
  holds: (chunk, row) => chunk.firstCommitAt[row] === UNKNOWN,
};

/** For measures that a clone cannot give, whether or not it has the commits. */
export const withoutCommitsOnForge: Missing = {
  why: withoutCommits.why,
  todo: 'None of their commits is known, or all of them are dated after the merge or long before the opening.',
  holds: (chunk, row) => !isClone(chunk, row) && withoutCommits.holds(chunk, row),
};

export const readyBeforeCommits: Missing = {
  why: 'ready before their first commit',
  todo: 'They were ready for review before the earliest commit that they have now: it was amended or rebased since. There was no coding time to measure.',
  holds: (chunk, row) => !isClone(chunk, row),
};

export const withoutReview: Missing = {
  why: 'without human review',
  todo: 'They were merged without a review by another person, so there was nothing to measure. This is not zero hours.',
  holds: (chunk, row) => !isClone(chunk, row),
};

/** Of items that are not merged: a clone has none. */
export const neverReady: Missing = {
  why: 'never ready for review',
  todo: 'They are, or were closed as, drafts: nobody was asked to review them yet.',
  holds: ({ mergedAt, readyAt }, row) => mergedAt[row] === UNKNOWN && readyAt[row] === UNKNOWN,
};

export const stillDraft: Missing = {
  why: 'still drafts',
  todo: 'All that is open is still a draft. Drafts are counted apart until they are marked ready for review.',
  holds: otherwise,
};

export const onNoRoster: Missing = {
  why: 'by nobody on a roster',
  todo: 'Their authors are in no team by a membership. Import who is in which team with `uptake teams import FILE`.',
  holds: ({ teamBasis }, row) => !MEMBERS.includes(teamBasis[row] ?? 0),
};

export const neverApproved: Missing = {
  why: 'never approved',
  todo: 'They were merged without an approval by another person, so there was nothing to measure. This is not zero hours.',
  holds: (chunk, row) => !isClone(chunk, row),
};

export const notDeployed: Missing = {
  why: 'not deployed',
  todo: 'Deployments are set up, but none is known to contain these merges. See whether the key deployed: under the GitHub source in uptake.yaml names what these repositories deploy with.',
  holds: (chunk, row) => chunk.deployedAt[row] === UNKNOWN,
};

export const deployedWithoutCommits: Missing = {
  why: withoutCommits.why,
  todo: withoutCommitsOnForge.todo,
  holds: otherwise,
};

export const deploymentsNotSetUp: Missing = {
  why: 'where deployments are not set up',
  todo: 'Name what counts as deployed with the key deployed: under the GitHub source in uptake.yaml, and import again.',
  holds: otherwise,
};

export const cloneWithoutOpenings: Missing = {
  why: 'from a clone, which has no openings',
  todo: 'A clone has commits and merges, no openings, reviews or deployments. Add GitHub as a source in uptake.yaml, and import.',
  holds: otherwise,
};

export const cloneWithoutReviews: Missing = {
  ...cloneWithoutOpenings,
  why: 'from a clone, which has no reviews',
};

export const withoutSize: Missing = {
  why: 'of unknown size',
  todo: 'The contents of their commits are missing. Fetch them (a clone without --filter) and import again.',
  holds: otherwise,
};
