import type { ItemMeasure } from '../../contract/items.ts';
import type { ResolvedView } from '../../contract/view.ts';
import type { Metric, QuantileMetric } from '../../metrics/definition.ts';
import { metricById } from '../../metrics/register.ts';
import type { Held } from '../live.ts';
import { resolveQuestion } from '../question.ts';

/** The metric of each duration that an item has, by the clock that was asked for. */
export type Durations = Record<ItemMeasure, QuantileMetric>;

export function durationsBy(held: Held, hours: ResolvedView['hours']): Durations {
  // A question in working hours is about another metric; which it is, only the question knows.
  const asked = (id: ItemMeasure): Metric | null =>
    hours === 'calendar' ? metricById(id) : resolveQuestion(held, id, { hours }).metric;
  const of = (id: ItemMeasure): QuantileMetric => {
    const metric = asked(id);
    if (metric?.kind !== 'quantile') throw new Error(`${id} is no duration`);
    return metric;
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
