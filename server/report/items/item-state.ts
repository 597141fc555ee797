import type { Chunk } from '../../facts/columns/chunk.ts';
import { ISSUE_LEFT_OUT, isPush, LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import type { IssueLeftOut } from '../../facts/issue-fact.ts';
import type { LeftOut } from '../../facts/pull-request-fact.ts';

export const STATES = ['open', 'merged', 'closed'] as const;
export type State = (typeof STATES)[number];

/** Reasons and states together make one number: so many of the former. */
const REASONS = 8;

export function stateOf({ mergedAt, closedAt }: Chunk, row: number): State {
  if (mergedAt[row] !== UNKNOWN) return 'merged';
  return closedAt[row] === UNKNOWN ? 'open' : 'closed';
}

const known = new WeakMap<Chunk, Uint8Array>();

/** What became of each row and why it is left out, as one number. Found once for each chunk: chunks never change. */
export function fatesOf(chunk: Chunk): Uint8Array {
  const before = known.get(chunk);
  if (before !== undefined) return before;
  const fates = new Uint8Array(chunk.size);
  for (let row = 0; row < chunk.size; row++) {
    fates[row] = STATES.indexOf(stateOf(chunk, row)) * REASONS + (chunk.leftOut[row] ?? 0);
  }
  known.set(chunk, fates);
  return fates;
}

/** 1 for each fate that is of one of these states and left out for one of these reasons (null: not left out). */
export function fatesAmong(states: readonly State[], reasons: readonly (LeftOut | null)[]): Uint8Array {
  return fates(
    states,
    reasons.map((reason) => LEFT_OUT.indexOf(reason)),
  );
}

/** So of issues: what is finished is merged, and what was declined closed. */
export function issueFatesAmong(
  states: readonly State[],
  reasons: readonly (IssueLeftOut | null)[],
): Uint8Array {
  return fates(
    states,
    reasons.map((reason) => ISSUE_LEFT_OUT.indexOf(reason)),
  );
}

function fates(states: readonly State[], codes: readonly number[]): Uint8Array {
  const table = new Uint8Array(STATES.length * REASONS);
  for (const state of states) for (const code of codes) table[STATES.indexOf(state) * REASONS + code] = 1;
  return table;
}

/** Reasons of what is a pull request, null among them. */
export const OF_PULL_REQUESTS: readonly (LeftOut | null)[] = LEFT_OUT.filter((_, code) => !isPush(code));
