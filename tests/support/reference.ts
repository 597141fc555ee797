import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { isCannot, type OrCannot } from '../../server/stats/cannot.ts';

const folder = resolve(import.meta.dirname, '../reference');

/** The columns of a reference data file as numbers; an empty field is NaN, and words stay out of it. */
export function referenceColumns(name: string): Readonly<Record<string, number[]>> {
  const words = referenceWords(name);
  return Object.fromEntries(
    Object.entries(words).map(([column, fields]) => [
      column,
      fields.map((field) => (field === '' ? Number.NaN : Number(field))),
    ]),
  );
}

export function referenceWords(name: string): Readonly<Record<string, string[]>> {
  const [header = '', ...lines] = readFileSync(resolve(folder, 'data', name), 'utf8')
    .trimEnd()
    .split('\n');
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(
    header.split(',').map((column, index) => [column, rows.map((row) => row[index] ?? '')]),
  );
}

/** One column that the file is known to have. */
export function column(columns: Readonly<Record<string, number[]>>, name: string): number[] {
  const values = columns[name];
  if (values === undefined) throw new Error(`no column ${name}`);
  return values;
}

/** Expects `found` to lie within a relative tolerance of `wanted`, absolute near zero. */
export function close(found: unknown, wanted: number, tolerance: number, what = ''): void {
  const difference = Math.abs(Number(found) - wanted);
  const allowed = tolerance * Math.max(Math.abs(wanted), tolerance < 1e-10 ? Number.MIN_VALUE : 1e-3);
  expect(difference <= allowed, `${what} is ${String(found)}, not ${wanted} (off by ${difference})`).toBe(
    true,
  );
}

/** What a method found where it can. */
export function can<T>(found: OrCannot<T>): T {
  if (isCannot(found)) throw new Error(`cannot: ${found.cannot}`);
  return found;
}
