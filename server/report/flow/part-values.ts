import type { QuantileMetric } from '../../metrics/definition.ts';
import { kindsOf, MEASURED, NOTED } from '../../metrics/kind.ts';
import { scratch } from '../../metrics/scratch.ts';
import type { Selection } from '../../metrics/selection.ts';
import type { ChunkRows } from './asked-rows.ts';
import type { Part } from './parting.ts';

/** The values of one metric within one part of the window, and the owner of each; rows are in no order. */
export type PartValues = {
  values: Int32Array;
  /** Empty where nobody asked for them. */
  owners: Int32Array;
  /** Merged pull requests that take part in measures, with a value or without. */
  merged: number;
};

/** Which rows belong to which part: found once for all metrics of a question. */
export type Split = {
  parts: number;
  /** The part of each week from the selection's first. */
  partOf: Uint8Array;
  /** How many rows each part has. */
  merged: Int32Array;
};

export function splitRows(
  asked: readonly ChunkRows[],
  { from, to }: Selection,
  parts: readonly Part[],
): Split {
  const partOf = partsByWeek(parts, from, to);
  const merged = new Int32Array(NO_PART + 1);
  for (const { weeks } of asked) {
    for (let at = 0; at < weeks.length; at++) {
      const part = partOf[weeks[at] ?? 0] ?? NO_PART;
      merged[part] = (merged[part] ?? 0) + 1;
    }
  }
  return { parts: parts.length, partOf, merged };
}

const rooms = { first: scratch(), second: scratch(), firstOwners: scratch(), secondOwners: scratch() };

/**
 * Of one part or two. `owners`: those of each chunk's rows, in their order; null: nobody asks for them. What it returns may be used until
 * it is called again: for a million rows and five metrics it would make and drop a hundred megabytes. What differs from row to row stays
 * out of arrays of arrays for their sake too.
 */
export function partValues(
  asked: readonly ChunkRows[],
  metric: QuantileMetric,
  { parts, partOf, merged }: Split,
  owners: readonly Int32Array[] | null,
): PartValues[] {
  const [many = 0, more = 0] = merged;
  const [first, second] = [rooms.first(many), rooms.second(more)];
  const firstOwners = rooms.firstOwners(owners === null ? 0 : many);
  const secondOwners = rooms.secondOwners(owners === null ? 0 : more);
  let [ones, others] = [0, 0];
  asked.forEach(({ chunk, rows, weeks }, place) => {
    const kinds = kindsOf(chunk, metric);
    const { itemValue } = metric;
    const own = owners?.[place] ?? NOBODY;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const kind = kinds[row];
      if (kind !== MEASURED && kind !== NOTED) continue;
      const part = partOf[weeks[at] ?? 0];
      if (part === 0) {
        first[ones] = itemValue(chunk, row);
        firstOwners[ones] = own[at] ?? 0;
        ones += 1;
      } else if (part === 1) {
        second[others] = itemValue(chunk, row);
        secondOwners[others] = own[at] ?? 0;
        others += 1;
      }
    }
  });
  const found = [
    { values: first.subarray(0, ones), owners: firstOwners.subarray(0, ones), merged: many },
    { values: second.subarray(0, others), owners: secondOwners.subarray(0, others), merged: more },
  ];
  return found.slice(0, parts);
}

const NOBODY = new Int32Array(0);
const NO_PART = 255;

/** The part of each week from the selection's first. */
export function partsByWeek(parts: readonly Part[], from: number, to: number): Uint8Array {
  const found = new Uint8Array(Math.max(0, to - from + 1)).fill(NO_PART);
  parts.forEach((part, index) => {
    found.fill(index, Math.max(0, part.from - from), Math.max(0, part.to - from + 1));
  });
  return found;
}
