import type { Point } from '../contract/series.ts';
import { DAY, MINUTE } from '../model/instant.ts';
import { count } from '../words/number.ts';
import { itemWords } from './item-words.ts';
import type { Found } from './points.ts';
import type { Question } from './question.ts';
import type { Span } from './span.ts';
import type { Warning } from './warnings.ts';

/** From this share on, leaving open whether what was closed would have been merged says too little (STATISTICS (e)). */
const MANY = 0.1;
const WEEK = (7 * DAY) / MINUTE;

/** What to beware of in weeks whose pull requests are still on their way, or never arrived. */
export function rightEdgeWarnings(
  { metric, view }: Question,
  { items }: Found,
  { from, end }: Span,
  points: readonly Point[],
): Warning[] {
  const warnings: Warning[] = [];
  const young = points.filter((point) => point.young && !point.running).length;
  if (young > 0) {
    const weeks = young === 1 ? 'The last full week has' : `The last ${count(young, 'full week')} have`;
    const message = `${weeks} been followed for less time than three quarters of ${itemWords(metric.definition).noun}s take, and may still change: drawn dashed.`;
    warnings.push({ code: 'open-work-young', message });
  }
  const [all, closed] = [items.measured(from, end - 1), items.closed(from, end - 1)];
  if (metric.definition.id === 'time-to-merge' && view.by === 'opening' && closed > MANY * all) {
    const [week = null, four = null] = items.sharesWithin(from, end - 1, [WEEK, 4 * WEEK]);
    const within =
      week === null || four === null
        ? ''
        : ` Of all of it, ${percent(week)} was merged within a week and ${percent(four)} within four.`;
    const message = `${percent(closed / all)} of what was opened was closed without a merge.${within}`;
    warnings.push({ code: 'closed-unmerged', message });
  }
  return warnings;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
