import type { Definition, Point, ResolvedView } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { count, number } from '../../server/words/number.ts';

export type Stat = ResolvedView['stat'];

/** How a percentile is said beside a line: "half", "75 %". */
export const shares: Record<Stat, string> = { p50: 'half', p75: '75 %', p85: '85 %' };

/** A measure that counts, or tells a share of what is counted, has one number a week; the others have a percentile with the middle half around it. */
export function counts({ unit }: Definition): boolean {
  return /^(?:pull requests|issues|share of)/.test(unit);
}

/** A share of what is counted: beside it stands how many that are. */
export function isShare({ unit }: Definition): boolean {
  return unit.startsWith('share of');
}

/** What one of its items is called. */
export function noun({ items }: Pick<Definition, 'items'>): string {
  return items === 'issues' ? 'issue' : 'pull request';
}

/** "too few (3)", "not reached yet (14 of 31 open)", "no data", or null where there is a value. Unknown is never written as 0. */
export function absence(point: Point): string | null {
  if (point.state === 'too-few') return `too few (${number(point.people ?? point.n)})`;
  if (point.state === 'not-reached') {
    if (point.open === 0) return 'pending';
    return `not reached yet (${number(point.open)} of ${number(point.n)} open)`;
  }
  return point.state === 'empty' || point.value === null ? 'no data' : null;
}

export type Reading = { readonly week: string; readonly value: string; readonly rest: readonly string[] };

/** One week in words, for whoever points at it or steps to it with the arrow keys. */
export function reading(point: Point, definition: Definition, stat: Stat): Reading {
  const short = point.young ? ['Followed for a short time: it may still change.'] : [];
  const rest = point.running ? ['This week is still running.'] : short;
  const week = `Week of ${calendarDate(point.week)}`;
  if (point.value === null || absence(point) !== null) {
    return { week, value: whyNone(point, definition, stat), rest };
  }
  const said = amount(point.value, definition.unit);
  if (isShare(definition))
    return { week, value: said, rest: [`Of ${count(point.n, noun(definition))}`, ...rest] };
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
    rest: [...band, `${number(point.n)} of ${count(point.of, noun(definition))}`, ...rest],
  };
}

function whyNone(point: Point, definition: Definition, stat: Stat): string {
  if (point.state === 'not-reached') {
    if (point.open === 0)
      return `Pending: ${count(point.n, noun(definition))} not followed for long enough yet`;
    return `Not reached yet: ${number(point.open)} of ${number(point.n)} still open`;
  }
  if (point.state !== 'too-few') return definition.emptyMeans;
  const few =
    point.people === null ? count(point.n, noun(definition)) : count(point.people, 'person', 'people');
  return `Too few: ${few}, and we show ${definition.minimum[stat]} or more`;
}

/** Durations are reached "within", sizes and ages go "up to". */
export function within({ unit, weeks }: Definition): string {
  return unit.endsWith('hours') && weeks !== 'end' ? 'within' : 'up to';
}
