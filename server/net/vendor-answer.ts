import { SourceError } from './source-error.ts';

/** A shape that answers are checked by, as typebox compiles it. */
export type Shape<T> = {
  Check(value: unknown): value is T;
  Errors(value: unknown): readonly { instancePath: string; message: string }[];
};

/** An answer in JSON of a shape. Throws SourceError `unexpected-answer` that names the first field which is otherwise. */
export function checked<T>(text: string, shape: Shape<T>, vendor: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unexpected(vendor, 'it is no JSON');
  }
  if (shape.Check(value)) return value;
  const [first] = shape.Errors(value);
  const where = first?.instancePath.slice(1).replaceAll('/', '.') || 'it';
  throw unexpected(vendor, `${where} ${first?.message ?? 'is of another shape'}`);
}

export function unexpected(vendor: string, what: string): SourceError {
  return new SourceError(
    'unexpected-answer',
    `${vendor} answered something else than a usage report: ${what}. Its API may have changed; a newer version of Uptake may know it.`,
  );
}
