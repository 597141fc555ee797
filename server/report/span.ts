import type { ResolvedView } from '../contract/view.ts';
import { firstWeek } from '../metrics/extent.ts';
import type { Instant } from '../model/instant.ts';
import { type Week, type WeekTable, weekLabel, weekOfDate } from '../model/week.ts';
import { calendarDate } from '../words/date.ts';
import { number } from '../words/number.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';
import type { Warning } from './warnings.ts';

/** A chart line has this many points at most. */
const MOST_WEEKS = 400;

/** What a question says about its weeks: `from` and `to` are a window of its own, whole weeks; null: `window` says it. */
export type AskedWindow = Pick<ResolvedView, 'window' | 'from' | 'to'>;

/** The weeks of an answer. Full weeks are those from `from` up to, without, `end`. */
export type Span = {
  /** The first week that anything is known of: earlier ones are absent, not 0. */
  first: Week;
  from: Week;
  /** The week after the last full one shown. */
  end: Week;
  /** The last week shown, included: `end` where that is the running one (the one that the data end in), else the last full one. */
  to: Week;
  warnings: Warning[];
};

/**
 * The weeks that a question over some repositories is about. Null when nothing has been read of these, or their data and the
 * window have no week in common. Throws nothing: `resolvedWindow` has refused what makes no sense.
 */
export function spanOf(
  { snapshot }: Held,
  { dataUntil, table }: AskedRepositories,
  asked: AskedWindow,
): Span | null {
  return spanFrom(snapshot.weeks, firstWeek(snapshot, table), dataUntil, asked);
}

/** The same of data that begin in a known week. */
export function spanFrom(
  weeks: WeekTable,
  known: Week | null,
  dataUntil: Instant | null,
  asked: AskedWindow,
): Span | null {
  if (dataUntil === null || known === null) return null;
  const running = weeks.weekOf(dataUntil);
  // All that is known may lie after the instant that the data are said to reach: then there is the running week alone.
  const first = Math.min(known, running);
  const to = asked.to === null ? running : Math.min(weekOfDate(asked.to), running);
  const end = Math.min(to + 1, running);
  const wanted = asked.from === null ? end - fullWeeks(asked.window) : weekOfDate(asked.from);
  const begin = Math.max(first, wanted);
  if (begin > to) return null;
  const from = Math.max(begin, end - MOST_WEEKS);
  const warnings = [
    ...(from > begin ? [cut(end - begin)] : []),
    ...(asked.from !== null && wanted < first ? [early(first)] : []),
  ];
  return { first, from, end, to, warnings };
}

function fullWeeks(window: AskedWindow['window']): number {
  return window === 'all' ? Number.POSITIVE_INFINITY : Number.parseInt(window, 10);
}

function early(first: Week): Warning {
  const message = `Data begin in the week of ${calendarDate(weekLabel(first))}: the window is shown from there.`;
  return { code: 'window-before-data', message };
}

function cut(weeks: number): Warning {
  const message = `Only the last ${number(MOST_WEEKS)} of ${number(weeks)} weeks are shown.`;
  return { code: 'weeks-cut', message };
}
