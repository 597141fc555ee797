import { UNKNOWN } from '../../facts/columns/column.ts';
import { kindsOf, MEASURED, NOTED } from '../../metrics/kind.ts';
import { isMarked } from '../../metrics/marks.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import { number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { sideWords } from './change-words.ts';
import type { Guarded } from './guarded.ts';
import { type Added, NOTHING } from './guardrail-cells.ts';
import { sideOf } from './judged-changes.ts';

/** Fewest pull requests of each kind. */
const FEWEST = 50;

/**
 * AI-marked work and the rest in the same weeks, in a sentence: it describes, and is never what AI has changed, since people choose what
 * they give to it. Null: it carries no marks, or too few of one kind.
 */
export function markedBeside({ snapshot }: Held, guarded: Guarded, selection: Selection): string | null {
  const { metric, scale } = guarded;
  if (metric.definition.items === 'issues') return null;
  const [marked, others] = [{ ...NOTHING }, { ...NOTHING }];
  const { from, to, teams } = selection;
  for (const chunk of snapshot.chunks) {
    const kinds = kindsOf(chunk, metric);
    const { mergeWeek, teamSet, aiLevel } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.countedUntil; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        const week = mergeWeek[row] ?? UNKNOWN;
        if (week < from || week > to || (teams !== null && teams[teamSet[row] ?? 0] !== 1)) continue;
        const level = aiLevel[row] ?? 0;
        if (level === 0) continue;
        const side: Added = isMarked(level) ? marked : others;
        side.part += guarded.part(chunk, row);
        side.whole += guarded.whole(chunk, row);
        side.n += 1;
        if (guarded.happened(chunk, row)) side.events += 1;
      }
    }
  }
  if (Math.min(marked.n, others.n) < FEWEST) return null;
  const [ai, rest] = [marked, others].map((added) => {
    const { value, n } = sideOf(guarded, added);
    if (value === null) return null;
    const counts = scale === 'share' ? `${number(added.part)} of ${number(n)}` : number(n);
    return `${sideWords(metric.definition, value)} (${counts})`;
  });
  return ai === null || rest === null ? null : `AI-marked ${ai}, all other ${rest}`;
}
