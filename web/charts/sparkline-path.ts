export type SparklinePaths = {
  /** An svg path; empty: no two values stand side by side. */
  path: string;
  /** Values without a neighbour. */
  dots: readonly { x: number; y: number }[];
  /** Where a place of the line lies, also between two. */
  xOf(place: number): number;
};

/** Room above the highest value, so that its stroke is not cut. */
const PADDING = 3;

/** A line of values from 0 up, left to right over a whole width; null is a gap. */
export function pathsOf(values: readonly (number | null)[], width: number, height: number): SparklinePaths {
  const highest = Math.max(0, ...values.flatMap((value) => value ?? []));
  const xOf = (place: number) =>
    rounded(values.length < 2 ? width / 2 : (place / (values.length - 1)) * width);
  const yOf = (value: number) =>
    rounded(highest === 0 ? height - PADDING : height - PADDING - (value / highest) * (height - 2 * PADDING));
  const dots: { x: number; y: number }[] = [];
  let path = '';
  values.forEach((value, place) => {
    if (value === null) return;
    const before = values[place - 1] ?? null;
    const after = values[place + 1] ?? null;
    if (before === null && after === null) dots.push({ x: xOf(place), y: yOf(value) });
    else path += `${before === null ? 'M' : 'L'}${xOf(place)} ${yOf(value)}`;
  });
  return { path, dots, xOf };
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}
