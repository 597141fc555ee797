import type { Chunk } from '../facts/columns/chunk.ts';
import { LEFT_OUT, UNKNOWN } from '../facts/columns/column.ts';
import type { LeftOut } from '../facts/pull-request-fact.ts';
import type { Metric } from './definition.ts';

// What an item is to a metric, as a number: each is of one kind, so that one count of kinds tells all there is to tell.

/** Not merged. */
const APART = 0;
/** Has a value. */
export const MEASURED = 1;
/** Has a value, and the metric notes something of it. */
export const NOTED = 2;
/** Has none: the first of the metric's reasons, and the others behind it. */
const LACKING = 3;
/** Takes no part: in the order of `LEFT_OUT`. */
const LEFT = 8;
/** How many kinds there are, rounded up to a power of two. */
export const KINDS = 16;

export function lacking(reason: number): number {
  return LACKING + reason;
}

export function leftOutKind(reason: LeftOut): number {
  return LEFT + LEFT_OUT.indexOf(reason);
}

/** What each kind counts as in a repository whose deployments are set up. */
export const AS_IT_IS: Uint8Array = Uint8Array.from({ length: KINDS }, (_, kind) => kind);

/** The same where they are not: that is why nothing is known of deployments, the last of the reasons, whatever else may be. */
export function whereNotSetUp(metric: Metric): Uint8Array {
  if (metric.kind === 'count' || metric.needs !== 'deployments') return AS_IT_IS;
  const last = lacking(metric.missing.length - 1);
  return AS_IT_IS.map((kind) => (kind >= LACKING && kind < last ? last : kind));
}

const known = new WeakMap<Chunk, Map<Metric, Uint8Array>>();

/** The kind of every row. Found once for each chunk and metric: chunks never change. */
export function kindsOf(chunk: Chunk, metric: Metric): Uint8Array {
  const ofChunk = known.get(chunk) ?? new Map<Metric, Uint8Array>();
  known.set(chunk, ofChunk);
  const before = ofChunk.get(metric);
  if (before !== undefined) return before;
  const kinds = new Uint8Array(chunk.size);
  for (let row = 0; row < chunk.size; row++) kinds[row] = kindOf(chunk, row, metric);
  ofChunk.set(metric, kinds);
  return kinds;
}

function kindOf(chunk: Chunk, row: number, metric: Metric): number {
  if (chunk.mergedAt[row] === UNKNOWN) return APART;
  const code = chunk.leftOut[row] ?? 0;
  if (code !== 0) return LEFT + code;
  if (metric.kind === 'count') return MEASURED;
  const { itemValue, missing, noted } = metric;
  if (itemValue(chunk, row) !== UNKNOWN) return noted?.holds(chunk, row) ? NOTED : MEASURED;
  const reason = missing.findIndex(({ holds }) => holds(chunk, row));
  return lacking(reason < 0 ? missing.length - 1 : reason);
}
