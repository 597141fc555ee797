import type { Metric } from '../metrics/definition.ts';
import type { Held } from './live.ts';

const known = new WeakMap<Held, Held>();

/** What a question about a measure is answered from: the state itself or, of a measure of issues, the same with issues in place of pull requests. */
export function sideOf(held: Held, { definition }: Pick<Metric, 'definition'>): Held {
  return definition.items === 'issues' ? issueSide(held) : held;
}

/** Issues in place of pull requests and projects in place of repositories; the same object for the same state. */
export function issueSide(held: Held): Held {
  if (held.snapshot === held.issues.snapshot) return held;
  const before = known.get(held);
  if (before !== undefined) return before;
  const side = { ...held, ...held.issues };
  known.set(held, side);
  return side;
}

/** What a page asks its window of, and by which groups of people are judged: pull requests; issues, where no repository has been read. */
export function mainSide(held: Held): Held {
  return held.freshness.length === 0 && held.issues.freshness.length > 0 ? issueSide(held) : held;
}

/** The state, whichever part of it is being looked at, has moved on to here. */
export function generationOf({ snapshot, issues, delivery }: Held): number {
  return Math.max(snapshot.generation, issues.snapshot.generation, delivery.generation);
}
