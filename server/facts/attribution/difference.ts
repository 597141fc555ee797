import type { Attribution, Evidence, Level } from './evidence.ts';

/** What other rules make of the same pull request. */
export type AttributionDifference = {
  level: { from: Level; to: Level };
  toolsAdded: readonly string[];
  toolsDropped: readonly string[];
  markedCommits: { from: number | null; to: number | null };
  /** Marks that only one of them sees, or sees with another role or strength. */
  evidenceAdded: readonly Evidence[];
  evidenceDropped: readonly Evidence[];
  rulesVersion: { from: string; to: string };
};

/** Null: they conclude the same. Marks that come or go without changing what is concluded are no difference. */
export function attributionDifference(before: Attribution, after: Attribution): AttributionDifference | null {
  const toolsAdded = after.tools.filter((tool) => !before.tools.includes(tool));
  const toolsDropped = before.tools.filter((tool) => !after.tools.includes(tool));
  const same =
    before.level === after.level &&
    before.strength === after.strength &&
    before.markedCommits === after.markedCommits &&
    before.excluded === after.excluded &&
    toolsAdded.length + toolsDropped.length === 0;
  if (same) return null;
  return {
    level: { from: before.level, to: after.level },
    toolsAdded,
    toolsDropped,
    markedCommits: { from: before.markedCommits, to: after.markedCommits },
    evidenceAdded: without(after.evidence, before.evidence),
    evidenceDropped: without(before.evidence, after.evidence),
    rulesVersion: { from: before.rulesVersion, to: after.rulesVersion },
  };
}

function without(evidence: readonly Evidence[], other: readonly Evidence[]): Evidence[] {
  const known = new Set(other.map(keyOf));
  return evidence.filter((mark) => !known.has(keyOf(mark)));
}

function keyOf({ signal, tool, role, strength, where, commit, text }: Evidence): string {
  return JSON.stringify([signal, tool, role, strength, where, commit, text]);
}
