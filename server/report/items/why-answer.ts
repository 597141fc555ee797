import type { Why, WhyAnswer, WhyView } from '../../contract/items.ts';
import type { Attribution } from '../../facts/attribution/evidence.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { rowsHolding, wantedIds } from '../../facts/columns/rows-holding.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { metrics } from '../../metrics/register.ts';
import { QuestionError } from '../../model/errors.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { resolveQuestion } from '../question.ts';
import { LEFT_OUT_BECAUSE } from './reasons.ts';
import { countsSomewhere, type Seen, seenBy } from './seen.ts';
import { leftOutOf } from './standing.ts';
import { whyMarks } from './why-marks.ts';
import { whySentence } from './why-sentence.ts';

/**
 * Why an item is counted in each measure, or left out: from what the measure itself counts by, so that no sentence can disagree
 * with a number. Throws QuestionError on what a series refuses, and on an item that there is none of.
 */
export function whyAnswer(
  held: Held,
  { id, ...view }: WhyView,
  attribution: Attribution | null = null,
): WhyAnswer {
  const { view: asked, repositories } = resolveQuestion(held, 'time-to-merge', view);
  const found = rowOf(held.snapshot, id);
  if (found === null || repositories.table[found.chunk.repository[found.row] ?? 0] !== 1) {
    throw new QuestionError('unknown-item', `There is no item "${id}" here.`, 'id');
  }
  const reason = leftOutOf(found.chunk, found.row);
  return envelope(held, { ...asked, id }, repositories.dataUntil, [], {
    id,
    summary: reason === null ? '' : `Left out of every measure: ${LEFT_OUT_BECAUSE[reason]}.`,
    ai: whyMarks(attribution),
    measures: OF_PULL_REQUESTS.map((metric) => {
      const question = resolveQuestion(held, metric.definition.id, view);
      const seen = seenBy({ metric: question.metric, by: question.view.by }, found, held, repositories);
      const { id: measure, name } = metric.definition;
      return { measure, name, standing: standingIn(seen), sentence: whySentence(seen) };
    }),
  });
}

/** Issues have an answer of their own. */
const OF_PULL_REQUESTS = metrics.filter(({ definition }) => definition.items !== 'issues');

function standingIn(seen: Seen): Why['measures'][number]['standing'] {
  const { is } = seen.standing;
  return is !== 'counted' || countsSomewhere(seen) ? is : 'no-week';
}

/** Null: there is none of this id. */
export function rowOf(snapshot: Snapshot, id: string): { chunk: Chunk; row: number } | null {
  const wanted = wantedIds(snapshot, [id]);
  for (const chunk of snapshot.chunks) {
    for (const row of rowsHolding(chunk, wanted)) return { chunk, row };
  }
  return null;
}
