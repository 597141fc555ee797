import { calendarDate } from '../../words/date.ts';

export type Line = readonly { from: string; value: number | null }[];

/** What a small line shows, for those who cannot see it. */
export function lineWords(name: string, line: Line, say: (value: number) => string): string {
  const known = line.flatMap(({ from, value }) => (value === null ? [] : [{ from, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name}: nothing to show yet.`;
  return `${name} by four weeks: ${say(first.value)} in those from ${calendarDate(first.from)}, ${say(last.value)} in those from ${calendarDate(last.from)}.`;
}

/** Weekly parts of a whole as shares of four weeks from a Monday on; weeks before it are left out. */
export function byFourWeeks(
  weeks: readonly { week: string; part: number; whole: number }[],
  periods: readonly { from: string; to: string }[],
): { from: string; value: number | null }[] {
  return periods.map(({ from, to }) => {
    const own = weeks.filter(({ week }) => week >= from && week <= to);
    const whole = own.reduce((sum, one) => sum + one.whole, 0);
    const part = own.reduce((sum, one) => sum + one.part, 0);
    return { from, value: whole === 0 ? null : part / whole };
  });
}

/** Which entry of a line is the first after the first start; null: none. */
export function startsAt(length: number, before: number): number | null {
  return before > 0 && before < length ? before : null;
}

export const CANNOT = { standing: 'cannot', word: 'cannot be told' } as const;
