import type { MeasureId } from '../../contract/definition.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { CountMetric, Metric, Noted, Sums } from '../../metrics/definition.ts';
import { guardrails } from '../../metrics/register.ts';
import { batchSize } from '../../metrics/throughput.ts';

/**
 * What a measure is added up from, row by row: its value is `per` times the sum of parts by that of wholes. `share`: a part is one or
 * none of a whole of one; `sums`: any two; `log-mean`: the mean of logarithms.
 */
export type Guarded = {
  id: MeasureId;
  metric: Metric;
  scale: 'share' | 'sums' | 'log-mean';
  per: number;
  part(chunk: Chunk, row: number): number;
  whole(chunk: Chunk, row: number): number;
  /** Whether it happened to a pull request, or issue, that nobody wants. */
  happened(chunk: Chunk, row: number): boolean;
  /** Days after the merge until it stands. */
  settles: number;
  /** Which way is worse; null: neither is in itself. */
  worse: 'more' | 'less' | null;
};

/** In the order in which they are shown; last the size of a change, which is no guardrail by itself and belongs beside a gain. */
export const guarded: readonly Guarded[] = [...guardrails.map(guardedOf), sizeGuarded()];

function guardedOf(metric: CountMetric): Guarded {
  const { definition, noted, sums } = metric;
  if (noted === undefined) throw new Error(`${definition.id} notes nothing`);
  const about = {
    id: definition.id,
    metric,
    settles: metric.settles ?? 0,
    worse: ({ lower: 'more', higher: 'less', neither: null } as const)[definition.better],
  };
  return sums === undefined
    ? { ...about, ...asShare(noted, about.worse) }
    : { ...about, ...asSums(noted, sums) };
}

function asShare({ holds }: Noted, worse: Guarded['worse']) {
  return {
    scale: 'share' as const,
    per: 1,
    part: (chunk: Chunk, row: number) => Number(holds(chunk, row)),
    whole: () => 1,
    happened: (chunk: Chunk, row: number) => holds(chunk, row) === (worse !== 'less'),
  };
}

function asSums({ holds }: Noted, { part, whole, per }: Sums) {
  return { scale: 'sums' as const, per, part, whole, happened: holds };
}

function sizeGuarded(): Guarded {
  return {
    id: 'batch-size',
    metric: batchSize,
    scale: 'log-mean',
    per: 1,
    part: ({ lines }, row) => Math.log(Math.max(1, lines[row] ?? UNKNOWN)),
    whole: () => 1,
    happened: () => true,
    settles: 0,
    worse: 'more',
  };
}
