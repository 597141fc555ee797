import type { Definition, Point, ResolvedView } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { count, number } from '../../server/words/number.ts';

export type Stat = ResolvedView['stat'];

/** How a percentile is said beside a line: "half", "75 %". */
export const shares: Record<Stat, string> = { p50: 'half', p75: '75 %', p85: '85 %' };

/** A measure that counts has one number a week; the others have a percentile with the middle half around it. */
export function counts(definition: Definition): boolean {
  return definition.unit === 'pull requests';
}

/** "too few (3)", "no data", or null where there is a value. Unknown is never written as 0. */
export function absence(point: Point): string | null {
  if (point.state === 'too-few') return `too few (${number(point.n)})`;
  return point.state === 'empty' || point.value === null ? 'no data' : null;
}

export type Reading = { readonly week: string; readonly value: string; readonly rest: readonly string[] };

/** One week in words, for whoever points at it or steps to it with the arrow keys. */
export function reading(point: Point, definition: Definition, stat: Stat): Reading {
  const rest = point.running ? ['This week is still running.'] : [];
  const week = `Week of ${calendarDate(point.week)}`;
  if (point.value === null || absence(point) !== null) {
    const least = definition.minimum[stat];
    const why =
      point.state === 'too-few'
        ? `Too few: ${count(point.n, 'pull request')}, and we show ${least} or more`
        : definition.emptyMeans;
    return { week, value: why, rest };
  }
  const said = amount(point.value, definition.unit);
  if (counts(definition)) return { week, value: said, rest };
  const share = shares[stat];
  const value = `${share.charAt(0).toUpperCase()}${share.slice(1)} ${within(definition)} ${said}`;
  const band =
    point.low === null || point.high === null
      ? []
      : [`Middle half ${amount(point.low, definition.unit)} to ${amount(point.high, definition.unit)}`];
  return {
    week,
    value,
    rest: [...band, `${number(point.n)} of ${count(point.of, 'pull request')}`, ...rest],
  };
}

/** Durations are reached "within", sizes go "up to". */
export function within(definition: Definition): string {
  return definition.unit === 'hours' ? 'within' : 'up to';
}
