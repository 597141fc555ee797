import type { Chunk } from '../../facts/columns/chunk.ts';
import { isPush, LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import type { LeftOut } from '../../facts/pull-request-fact.ts';
import type { Metric, QuantileMetric } from '../../metrics/definition.ts';
import {
  AS_IT_IS,
  CLOSED,
  kindsOf,
  lacking,
  MEASURED,
  NOTED,
  WAITING,
  whereNotSetUp,
} from '../../metrics/kind.ts';
import type { Missing } from '../../metrics/missing.ts';
import type { AskedRepositories } from '../repositories.ts';

/** What an item is to a metric, as the metric itself counts it. */
export type Standing =
  | { is: 'counted'; as: 'valued' | 'waiting' | 'closed' }
  | { is: 'missing'; missing: Missing }
  | { is: 'left-out'; reason: LeftOut }
  | { is: 'not-merged' };

export type By = 'opening' | 'merge';

/** Kinds of items that a point's value rests on. */
export const COUNTED: readonly number[] = [MEASURED, NOTED, WAITING, CLOSED];

export function standingOf(
  chunk: Chunk,
  row: number,
  metric: Metric,
  by: By,
  { deploying }: Pick<AskedRepositories, 'deploying'>,
): Standing {
  const reason = leftOutOf(chunk, row);
  if (reason !== null) return { is: 'left-out', reason };
  const as = deploying[chunk.repository[row] ?? 0] === 1 ? AS_IT_IS : whereNotSetUp(metric);
  const kind = as[kindsOf(chunk, metric, by)[row] ?? 0] ?? 0;
  if (kind === WAITING) return { is: 'counted', as: 'waiting' };
  if (kind === CLOSED) return { is: 'counted', as: 'closed' };
  if (COUNTED.includes(kind)) return { is: 'counted', as: 'valued' };
  const missing = metric.missing[kind - lacking(0)];
  return missing === undefined ? { is: 'not-merged' } : { is: 'missing', missing };
}

export function leftOutOf(chunk: Chunk, row: number): LeftOut | null {
  return LEFT_OUT[chunk.leftOut[row] ?? 0] ?? null;
}

/** By opening a figure knows nothing of what has none, as in a clone. */
export function hasWeek({ openedAt, leftOut }: Chunk, row: number, by: By): boolean {
  return by === 'merge' || openedAt[row] !== UNKNOWN || isPush(leftOut[row] ?? 0);
}

/** Why a value is not known, also of what is left out; null: nothing is known of it before it is merged. */
export function missingOf(
  chunk: Chunk,
  row: number,
  metric: QuantileMetric,
  { deploying }: Pick<AskedRepositories, 'deploying'>,
): Missing | null {
  if (chunk.mergedAt[row] === UNKNOWN) return null;
  const last = metric.missing[metric.missing.length - 1] ?? metric.missing[0];
  const notSetUp = metric.needs === 'deployments' && deploying[chunk.repository[row] ?? 0] !== 1;
  return notSetUp ? last : (metric.missing.find(({ holds }) => holds(chunk, row)) ?? last);
}
