import type { Chunk } from '../facts/columns/chunk.ts';
import { ISSUE_LEFT_OUT, LEFT_OUT, UNKNOWN } from '../facts/columns/column.ts';
import { type Descent, takenOver } from '../facts/columns/descent.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import type { IssueLeftOut } from '../facts/issue-fact.ts';
import type { LeftOut } from '../facts/pull-request-fact.ts';
import type { Metric, QuantileMetric, Waiting } from './definition.ts';

// What an item is to a metric, as a number: each is of one kind, so that one count of kinds tells all there is to tell.

/** Not merged. */
const APART = 0;
/** Has a value. */
export const MEASURED = 1;
/** Has a value, and the metric notes something of it. */
export const NOTED = 2;
/** Has none: the first of the metric's reasons, and the others behind it. */
const LACKING = 3;
/** Takes no part: in the order of `LEFT_OUT`, of issues in that of `ISSUE_LEFT_OUT`. */
const LEFT = 8;
/** Has no value yet, and is still open; or was closed before it had one. Of metrics that follow items alone. */
export const WAITING = 14;
export const CLOSED = 15;
/** How many kinds there are: a power of two. */
export const KINDS = 16;

export function lacking(reason: number): number {
  return LACKING + reason;
}

export function leftOutKind(reason: LeftOut | IssueLeftOut): number {
  const codes: readonly (LeftOut | IssueLeftOut | null)[] = LEFT_OUT.some((one) => one === reason)
    ? LEFT_OUT
    : ISSUE_LEFT_OUT;
  return LEFT + codes.indexOf(reason);
}

/** What each kind counts as in a repository whose deployments are set up. */
export const AS_IT_IS: Uint8Array = Uint8Array.from({ length: KINDS }, (_, kind) => kind);

/** The same where they are not: that is why nothing is known of deployments, the last of the reasons, whatever else may be. */
export function whereNotSetUp(metric: Metric): Uint8Array {
  if (metric.kind === 'count' || metric.needs !== 'deployments') return AS_IT_IS;
  const last = lacking(metric.missing.length - 1);
  return AS_IT_IS.map((kind) => (kind >= LACKING && kind < last ? last : kind));
}

type By = 'opening' | 'merge';

/** A metric that follows what was opened until it has its value. */
export type Following = QuantileMetric & { waiting: Waiting };

/** By week of merge nothing has to be followed: all of it is merged. */
export function follows(metric: Metric, by: By): metric is Following {
  return by === 'opening' && metric.kind === 'quantile' && metric.waiting !== null;
}

const ofAll = perChunk<Metric, Uint8Array>(
  (chunk, metric) => kindsBy(metric.of === 'open' ? ofOpen : ofMerged, chunk, metric),
  (kinds, descent, metric) => takenOverBy(metric.of === 'open' ? ofOpen : ofMerged, kinds, descent, metric),
);

const ofFollowing = perChunk<Metric, Uint8Array>(
  (chunk, metric) => kindsBy(ofFollowed, chunk, metric),
  (kinds, descent, metric) => takenOverBy(ofFollowed, kinds, descent, metric),
);

/** The kind of every row. Found once for each chunk and metric: chunks never change. */
export function kindsOf(chunk: Chunk, metric: Metric, by: By = 'merge'): Uint8Array {
  const like = metric.kind === 'quantile' ? (metric.like ?? metric) : metric;
  return (follows(metric, by) ? ofFollowing : ofAll)(chunk, like);
}

type KindOf = (chunk: Chunk, row: number, metric: Metric) => number;

function kindsBy(kindOf: KindOf, chunk: Chunk, metric: Metric): Uint8Array {
  const kinds = new Uint8Array(chunk.size);
  for (let row = 0; row < chunk.size; row++) kinds[row] = kindOf(chunk, row, metric);
  return kinds;
}

function takenOverBy(kindOf: KindOf, kinds: Uint8Array, descent: Descent, metric: Metric): Uint8Array {
  const { chunk } = descent;
  return takenOver(kinds, new Uint8Array(chunk.size), descent, (row) => kindOf(chunk, row, metric));
}

function ofMerged(chunk: Chunk, row: number, metric: Metric): number {
  return chunk.mergedAt[row] === UNKNOWN ? APART : ofTakingPart(chunk, row, metric);
}

function ofFollowed(chunk: Chunk, row: number, metric: Metric): number {
  const kind = ofTakingPart(chunk, row, metric);
  if (chunk.mergedAt[row] !== UNKNOWN || kind < LACKING || kind >= LEFT) return kind;
  if (metric.kind === 'count' || metric.waiting?.(chunk, row, 0) === UNKNOWN) return kind;
  return chunk.closedAt[row] === UNKNOWN ? WAITING : CLOSED;
}

/** Whether it is open is asked of each week's end; here, what it is while it is. */
function ofOpen(chunk: Chunk, row: number): number {
  const code = chunk.leftOut[row] ?? 0;
  if (code !== 0) return LEFT + code;
  return chunk.readyAt[row] === UNKNOWN ? LACKING : MEASURED;
}

function ofTakingPart(chunk: Chunk, row: number, metric: Metric): number {
  const code = chunk.leftOut[row] ?? 0;
  if (code !== 0) return LEFT + code;
  if (metric.kind === 'quantile' && metric.itemValue(chunk, row) !== UNKNOWN) {
    return metric.noted?.holds(chunk, row) ? NOTED : MEASURED;
  }
  const { missing } = metric;
  // By hand: of a million rows and a dozen metrics each is asked.
  for (let reason = 0; reason < missing.length; reason++) {
    if (missing[reason]?.holds(chunk, row)) return lacking(reason);
  }
  if (metric.kind === 'quantile') return lacking(metric.missing.length - 1);
  return metric.noted?.holds(chunk, row) ? NOTED : MEASURED;
}
