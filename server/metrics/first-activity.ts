import { UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';

const known = new WeakMap<Snapshot, ReadonlyMap<string, Week>>();

/**
 * The week of each person's first work, by the person's id: of pull requests that of the first one opened; of issues, which may
 * have been created long before by others, that of the first one started or, never in progress, finished. Found once for each snapshot.
 */
export function firstActivity(snapshot: Snapshot): ReadonlyMap<string, Week> {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const first = new Int32Array(snapshot.people.values.length).fill(UNKNOWN);
  const weekAt = snapshot.kind === 'issue' ? weekOfIssue(snapshot) : null;
  for (const chunk of snapshot.chunks) {
    const { week, person } = chunk;
    for (let row = 0; row < person.length; row++) {
      const who = person[row] ?? UNKNOWN;
      if (who === UNKNOWN) continue;
      const at = weekAt === null ? week : weekAt(chunk, row);
      const reached = first[who] ?? UNKNOWN;
      if (at !== UNKNOWN && (reached === UNKNOWN || at < reached)) first[who] = at;
    }
  }
  const found = new Map<string, Week>();
  snapshot.people.values.forEach((person, number) => {
    const week = first[number] ?? UNKNOWN;
    if (week !== UNKNOWN) found.set(person, week);
  });
  known.set(snapshot, found);
  return found;
}

function weekOfIssue({ weeks }: Snapshot): (chunk: Snapshot['chunks'][number], row: number) => Week {
  return ({ readyAt, mergedAt }, row) => {
    const [started, finished] = [readyAt[row] ?? UNKNOWN, mergedAt[row] ?? UNKNOWN];
    const minute = started === UNKNOWN ? finished : started;
    return minute === UNKNOWN ? UNKNOWN : weeks.weekOf(minute * MINUTE);
  };
}
