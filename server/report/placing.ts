import type { Chunk } from '../facts/columns/chunk.ts';
import { TEAM_BASES } from '../facts/columns/column.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { isAsked, type Selection, slicesAsked } from '../metrics/selection.ts';
import { MINUTE } from '../model/instant.ts';
import type { TeamBasis } from '../model/organisation.ts';
import { count } from '../words/number.ts';

/** How many counted pull requests are placed in teams by what; `none`: in no team. */
export type Placing = Record<TeamBasis | 'none', number>;

/** Of all that a question is about but for its teams. */
export function placingOf({ chunks, weeks }: Snapshot, selection: Selection): Placing {
  const { from, to, by } = selection;
  const [begin, end] = [weeks.weekStart(from) / MINUTE, weeks.weekStart(to + 1) / MINUTE];
  const counts = new Uint32Array(TEAM_BASES.length);
  for (const chunk of chunks) {
    const { week, merged } = chunk;
    if (by === 'opening') {
      if (week >= from && week <= to) addWhole(counts, chunk, selection);
    } else if (merged.from >= begin && merged.until < end) addWhole(counts, chunk, selection);
    else if (merged.from < end && merged.until >= begin) addMerged(counts, chunk, selection);
  }
  const of = (basis: TeamBasis | null) => counts[TEAM_BASES.indexOf(basis)] ?? 0;
  return { stated: of('stated'), assumed: of('assumed'), repository: of('repository'), none: of(null) };
}

function addWhole(counts: Uint32Array, chunk: Chunk, selection: Selection): void {
  const ofSlices = countsOf(chunk, null);
  chunk.slices.forEach((slice, place) => {
    if (!isAsked(slice, selection)) return;
    for (let code = 0; code < counts.length; code++)
      counts[code] = (counts[code] ?? 0) + (ofSlices[place * counts.length + code] ?? 0);
  });
}

function addMerged(counts: Uint32Array, chunk: Chunk, selection: Selection): void {
  const { from, to } = selection;
  const { mergeWeek, teamBasis } = chunk;
  for (const slice of slicesAsked(chunk, selection)) {
    for (let row = slice.from; row < slice.countedUntil; row++) {
      const week = mergeWeek[row] ?? 0;
      if (week < from || week > to) continue;
      const code = teamBasis[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
}

/** How many of each basis each slice has, one slice after the other. */
const countsOf = perChunk<null, Uint32Array>(({ slices, teamBasis }) => {
  const counts = new Uint32Array(slices.length * TEAM_BASES.length);
  slices.forEach(({ from, countedUntil }, place) => {
    for (let row = from; row < countedUntil; row++) {
      const at = place * TEAM_BASES.length + (teamBasis[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  });
  return counts;
}, null);

const BY: readonly [keyof Placing, string][] = [
  ['stated', 'by a stated membership'],
  ['assumed', 'by an assumed one'],
  ['repository', 'by who owns the repository'],
  ['none', 'in no team'],
];

/** "Teams of all 2,310 pull requests: 81 % by a stated membership, 12 % by an assumed one, 7 % in no team." */
export function placingSentence(placing: Placing, noun = 'pull request'): string {
  const all = BY.reduce((sum, [key]) => sum + placing[key], 0);
  if (all === 0) return '';
  const parts = BY.flatMap(([key, words]) => {
    const share = placing[key] / all;
    return share === 0 ? [] : [`${share < 0.005 ? 'under 1' : Math.round(100 * share)} % ${words}`];
  });
  return `Teams of all ${count(all, noun)}: ${parts.join(', ')}.`;
}
