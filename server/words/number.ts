const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "1,204": a whole number with separators; at most one decimal for others. */
export function number(value: number): string {
  return grouped.format(value);
}

/** "1 pull request", "1,204 pull requests"; the plural is the noun with an s unless given. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

/** Two significant digits as a plain number: 34.7 -> 35, 1.46 -> 1.5, 1234 -> 1200. */
export function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
