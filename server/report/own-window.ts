import { type View, viewDefaults } from '../contract/view.ts';
import { firstWeek } from '../metrics/extent.ts';
import { QuestionError } from '../model/errors.ts';
import { weekLabel, weekLastDay, weekOfDate } from '../model/week.ts';
import { calendarDate } from '../words/date.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';
import type { AskedWindow } from './span.ts';

/**
 * The window of a question, one of its own in whole weeks: `from` its first Monday, `to` its last Sunday. Without `to` it runs to
 * the end of the data; without `from` it is as long as `window` says. Throws QuestionError on a date that there is none of, on
 * a window that ends before it begins, and on one beyond the data of the repositories asked about.
 */
export function resolvedWindow(held: Held, asked: AskedRepositories, view: View): AskedWindow {
  const [from, to] = [weekOf(view, 'from'), weekOf(view, 'to')];
  if (view.from !== undefined && view.to !== undefined && view.from > view.to) {
    const message = `The window begins on ${calendarDate(view.from)}, after it ends on ${calendarDate(view.to)}.`;
    throw new QuestionError('window-upside-down', message, 'from');
  }
  refuseBeyondData(held, asked, view);
  return {
    window: view.window ?? viewDefaults.window,
    from: from === null ? null : weekLabel(from),
    to: to === null ? null : weekLastDay(to),
  };
}

function weekOf(view: View, field: 'from' | 'to'): number | null {
  const date = view[field];
  if (date === undefined) return null;
  const week = /^\d{4}-\d{2}-\d{2}$/.test(date) ? weekOfDate(date) : Number.NaN;
  if (!Number.isNaN(week)) return week;
  throw new QuestionError(
    'unknown-filter',
    `"${date}" is no date: ${field} is written like 2026-08-10.`,
    field,
  );
}

function refuseBeyondData({ snapshot }: Held, { dataUntil, table }: AskedRepositories, view: View): void {
  const first = firstWeek(snapshot, table);
  if (dataUntil === null || first === null) return;
  const running = snapshot.weeks.weekOf(dataUntil);
  for (const field of ['from', 'to'] as const) {
    const date = view[field];
    if (date === undefined || weekOfDate(date) <= running) continue;
    const message = `${calendarDate(date)} lies after the data, which end in the week of ${calendarDate(weekLabel(running))}.`;
    throw new QuestionError('window-beyond-data', message, field);
  }
  const begin = Math.min(first, running);
  if (view.to !== undefined && weekOfDate(view.to) < begin) {
    const message = `The window ends on ${calendarDate(view.to)}, before the data, which begin in the week of ${calendarDate(weekLabel(begin))}.`;
    throw new QuestionError('window-beyond-data', message, 'to');
  }
}
