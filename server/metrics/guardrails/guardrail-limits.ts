import type { Statistic } from '../definition.ts';

// Sentences that several guardrails share.

/** Fewest pull requests, or issues, of which a share is told. */
const FEWEST = 10;

export const ENOUGH_OF_THEM: Record<Statistic, number> = { p50: FEWEST, p75: FEWEST, p85: FEWEST };

export const ENOUGH = `A week needs ${FEWEST} merged pull requests.`;

export function pending(days: number): string {
  return `A week has a value once everything merged in it has been followed for ${days} days; until then it is pending.`;
}

export const BY_TEAM_AND_TIME =
  'It compares a team with itself, before and after its start. Teams do different work, so that two teams’ numbers are no contest.';
