import { firstActivity } from '../metrics/first-activity.ts';
import type { RosterSpell } from '../model/roster.ts';
import type { Week } from '../model/week.ts';
import type { Held } from './live.ts';

/** How many people were on a roster in each week; everybody once, in however many of its teams. */
export type Roster = {
  people(week: Week): number;
  /** Of them, those of whom a forge tells no beginning. */
  assumed(week: Week): number;
};

/** The roster of some teams (none: of all) in the weeks from one to another; null: nobody has ever been on it. */
export function rosterOfTeams(
  held: Held,
  teams: readonly string[],
  { from, to }: { from: Week; to: Week },
): Roster | null {
  const asked = held.roster.filter(({ teamId }) => teams.length === 0 || teams.includes(teamId));
  if (asked.length === 0) return null;
  const first = [held.snapshot, held.issues.snapshot].map(firstActivity);
  const began = ({ person, basis, from: begin }: RosterSpell) => {
    if (basis === 'stated') return begin;
    return Math.min(...first.map((weeks) => weeks.get(person) ?? Number.POSITIVE_INFINITY));
  };
  const weeks = Math.max(0, to - from + 1);
  const counts = { stated: new Int32Array(weeks + 1), assumed: new Int32Array(weeks + 1) };
  for (const spells of Map.groupBy(asked, ({ person }) => person).values()) {
    let reached = from;
    const inOrder = spells
      .map((spell) => ({ ...spell, begin: began(spell) }))
      .sort((one, other) => one.begin - other.begin);
    // Overlapping memberships of one person count once: each begins where those before it have come to.
    for (const { basis, begin, to: last } of inOrder) {
      const [start, end] = [Math.max(begin, reached), Math.min(last, to) + 1];
      if (start >= end) continue;
      mark(counts[basis], start - from, end - from);
      reached = end;
    }
  }
  const [stated, assumed] = [summed(counts.stated), summed(counts.assumed)];
  return {
    people: (week) => (stated[week - from] ?? 0) + (assumed[week - from] ?? 0),
    assumed: (week) => assumed[week - from] ?? 0,
  };
}

function mark(changes: Int32Array, first: number, end: number): void {
  changes[first] = (changes[first] ?? 0) + 1;
  changes[end] = (changes[end] ?? 0) - 1;
}

function summed(changes: Int32Array): Int32Array {
  let sum = 0;
  return changes.map((change) => {
    sum += change;
    return sum;
  });
}
