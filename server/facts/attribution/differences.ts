import { attributionDifference } from './difference.ts';
import type { Attribution, Evidence, Level } from './evidence.ts';

/** What other rules make of many pull requests: how many, and a few ids of each sort as examples. Nothing of whose they are. */
export type Differences = {
  /** How many both have judged, and of how many they conclude something else. */
  judged: number;
  changed: number;
  /** By the old level and the new, the most frequent first; where the level is the same, something else of it is not. */
  levels: readonly (Counted & { from: Level; to: Level })[];
  /** Marks that only one of them sees, in pull requests that are concluded differently. */
  signals: readonly (Counted & { change: 'added' | 'dropped'; signal: string; tool: string })[];
};

type Counted = { count: number; examples: readonly string[] };

const EXAMPLES = 3;

export type DifferencesSoFar = {
  add(id: string, before: Attribution, after: Attribution): void;
  all(): Differences;
};

export function differences(): DifferencesSoFar {
  const levels = tally<{ from: Level; to: Level }>();
  const signals = tally<{ change: 'added' | 'dropped'; signal: string; tool: string }>();
  let [judged, changed] = [0, 0];
  return {
    add(id, before, after) {
      judged += 1;
      const difference = attributionDifference(before, after);
      if (difference === null) return;
      changed += 1;
      levels.add(difference.level, id);
      for (const one of signalsOf(difference.evidenceAdded)) signals.add({ change: 'added', ...one }, id);
      for (const one of signalsOf(difference.evidenceDropped)) signals.add({ change: 'dropped', ...one }, id);
    },
    all: () => ({ judged, changed, levels: levels.all(), signals: signals.all() }),
  };
}

/** A mark in several places of one pull request counts once. */
function signalsOf(evidence: readonly Evidence[]): { signal: string; tool: string }[] {
  const found = evidence.map(({ signal, tool }) => [`${signal} ${tool}`, { signal, tool }] as const);
  return [...new Map(found).values()];
}

function tally<Sort extends object>() {
  const counts = new Map<string, Sort & { count: number; examples: string[] }>();
  return {
    add(sort: Sort, id: string): void {
      const key = JSON.stringify(sort);
      const known = counts.get(key);
      if (known === undefined) {
        counts.set(key, { ...sort, count: 1, examples: [id] });
        return;
      }
      known.count += 1;
      if (known.examples.length < EXAMPLES) known.examples.push(id);
    },
    all: () => [...counts.values()].toSorted((one, other) => other.count - one.count),
  };
}
