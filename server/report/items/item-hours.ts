import type { Item, ItemHours, ItemMeasure } from '../../contract/items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { ItemsQuestion } from './items-question.ts';
import { because } from './reasons.ts';
import { missingOf } from './standing.ts';

/** What an item has of each duration, or why it has none. */
export function itemHours(
  chunk: Chunk,
  row: number,
  { durations, repositories }: ItemsQuestion,
): Item['hours'] {
  const of = (id: ItemMeasure): ItemHours => {
    const metric = durations[id];
    const value = metric.itemValue(chunk, row);
    if (value !== UNKNOWN) return { hours: value / metric.perUnit, why: null };
    const missing = missingOf(chunk, row, metric, repositories);
    return { hours: null, why: missing === null ? 'it is not merged' : because(missing) };
  };
  return {
    'cycle-time': of('cycle-time'),
    'time-to-merge': of('time-to-merge'),
    'coding-time': of('coding-time'),
    'pickup-time': of('pickup-time'),
    'review-time': of('review-time'),
    'merge-time': of('merge-time'),
    'deploy-time': of('deploy-time'),
    'lead-time-for-changes': of('lead-time-for-changes'),
  };
}
