import { TEAM_BASES, UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { type Selection, slicesAsked } from '../metrics/selection.ts';
import type { TeamBasis } from '../model/organisation.ts';
import { count } from '../words/number.ts';

/** How many counted pull requests are placed in teams by what; `none`: in no team. */
export type Placing = Record<TeamBasis | 'none', number>;

/** Of all that a question is about but for its teams. */
export function placingOf({ chunks }: Snapshot, selection: Selection): Placing {
  const { from, to, by } = selection;
  const counts = new Int32Array(TEAM_BASES.length);
  for (const chunk of chunks) {
    if (by === 'opening' && (chunk.week < from || chunk.week > to)) continue;
    const { mergedAt, mergeWeek, leftOut, teamBasis } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.until; row++) {
        if (leftOut[row] !== 0 || mergedAt[row] === UNKNOWN) continue;
        const week = mergeWeek[row] ?? 0;
        if (by === 'merge' && (week < from || week > to)) continue;
        const code = teamBasis[row] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
  }
  const of = (basis: TeamBasis | null) => counts[TEAM_BASES.indexOf(basis)] ?? 0;
  return { stated: of('stated'), assumed: of('assumed'), repository: of('repository'), none: of(null) };
}

const BY: readonly [keyof Placing, string][] = [
  ['stated', 'by a stated membership'],
  ['assumed', 'by an assumed one'],
  ['repository', 'by who owns the repository'],
  ['none', 'in no team'],
];

/** "Teams of all 2,310 pull requests: 81 % by a stated membership, 12 % by an assumed one, 7 % in no team." */
export function placingSentence(placing: Placing): string {
  const all = BY.reduce((sum, [key]) => sum + placing[key], 0);
  if (all === 0) return '';
  const parts = BY.flatMap(([key, words]) => {
    const share = placing[key] / all;
    return share === 0 ? [] : [`${share < 0.005 ? 'under 1' : Math.round(100 * share)} % ${words}`];
  });
  return `Teams of all ${count(all, 'pull request')}: ${parts.join(', ')}.`;
}
