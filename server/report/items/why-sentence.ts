import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { type Instant, MINUTE } from '../../model/instant.ts';
import { type Week, weekLabel } from '../../model/week.ts';
import { calendarDate, clockTime, dateBeside } from '../../words/date.ts';
import { duration } from '../../words/duration.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { count, number } from '../../words/number.ts';
import { stateOf } from './item-state.ts';
import { because, LEFT_OUT_BECAUSE } from './reasons.ts';
import type { Seen } from './seen.ts';
import type { Standing } from './standing.ts';
import { stretchOf } from './timeline.ts';

/** "Counts in cycle time, week of 2 Nov 2026: first commit 3 Nov 09:12, merged 5 Nov 14:00, 52.8 hours (2.2 days)." */
export function whySentence(seen: Seen): string {
  const { chunk, row, metric, standing, week, inData } = seen;
  const name = inSentence(metric.definition.name);
  if (standing.is === 'left-out') return `Left out of ${name}: ${LEFT_OUT_BECAUSE[standing.reason]}.`;
  if (standing.is === 'missing') return `Not in ${name}: ${because(standing.missing)}.`;
  if (standing.is === 'not-merged') {
    const closed = stateOf(chunk, row) === 'closed';
    return closed ? `Not in ${name}: closed without a merge.` : `Not in ${name} yet: it is still open.`;
  }
  if (metric.of === 'open') return openSentence(seen);
  if (week === null) {
    return `Not in ${name} by week of opening: nobody knows when it was opened. By week of merge it counts.`;
  }
  if (!inData) return `Not in ${name}: it is dated after the end of the data, so some clock was wrong.`;
  const monday = weekLabel(week);
  return `Counts in ${name}, week of ${calendarDate(monday)}: ${valueInWords(seen, standing.as, monday)}.`;
}

function openSentence({ metric, open }: Seen): string {
  const name = inSentence(metric.definition.name);
  if (open === null) return `Not in ${name}: it was open and ready for review at no week’s end.`;
  const week = (one: Week) => calendarDate(weekLabel(one));
  if (open.first === open.last) return `Counts in ${name} at the end of the week of ${week(open.first)}.`;
  return `Counts in ${name} at the end of ${open.last - open.first + 1} weeks, from that of ${week(open.first)} to that of ${week(open.last)}.`;
}

function valueInWords(
  { chunk, row, metric, zone, until }: Seen,
  as: Extract<Standing, { is: 'counted' }>['as'],
  monday: string,
): string {
  const at = (what: string, minute: number) => `${what} ${moment(minute * MINUTE, monday, zone)}`;
  const inWords = metric.definition.unit === 'working hours' ? workedInWords : hoursInWords;
  if (metric.kind === 'count') return at('merged', chunk.mergedAt[row] ?? 0);
  if (as !== 'valued') {
    const closed = chunk.closedAt[row] ?? UNKNOWN;
    const end = as === 'closed' ? Math.min(until, closed) : until;
    const waited = inWords((metric.waiting?.(chunk, row, end) ?? 0) / metric.perUnit);
    return as === 'closed'
      ? `${at('closed', closed)}, before it had a value: as at least ${waited}`
      : `still open, without a value yet: as at least ${waited}`;
  }
  const value = metric.itemValue(chunk, row);
  if (metric.definition.unit === 'lines') return linesOf(chunk, row, value);
  const stretch = stretchOf(chunk, row, metric.definition.id);
  const hours = inWords(value / metric.perUnit);
  if (stretch === null) return hours;
  const { from, to, draft } = stretch;
  if (to.minute < from.minute) {
    return `${at(to.what, to.minute)}, before it was ${at(from.what, from.minute)}, ${hours}`;
  }
  const less = draft === 0 ? '' : `, less ${duration(draft / 60)} as a draft again`;
  return `${at(from.what, from.minute)}, ${at(to.what, to.minute)}${less}, ${hours}`;
}

/** "3 Nov 09:12", with its year where that is not the week's. */
export function moment(at: Instant, monday: string, zone: string): string {
  return `${dateBeside(at, Date.parse(`${monday}T12:00:00Z`), zone)} ${clockTime(at, zone)}`;
}

/** Exact to a tenth, for this is where a number is checked; days are said beside it. */
export function hoursInWords(hours: number): string {
  if (hours < 1) return count(Math.round(hours * 60), 'minute');
  const exact = count(Math.round(hours * 10) / 10, 'hour');
  return hours < 48 ? exact : `${exact} (${duration(hours)})`;
}

/** Never days: how long one is differs. */
export function workedInWords(hours: number): string {
  if (hours < 1) return count(Math.round(hours * 60), 'working minute');
  return count(Math.round(hours * 10) / 10, 'working hour');
}

function linesOf({ files }: Chunk, row: number, lines: number): string {
  const inFiles = files[row] ?? UNKNOWN;
  return inFiles === UNKNOWN
    ? count(lines, 'line')
    : `${count(lines, 'line')} in ${number(inFiles)} ${inFiles === 1 ? 'file' : 'files'}`;
}
