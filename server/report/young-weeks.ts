import { follows } from '../metrics/kind.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';
import type { Held } from './live.ts';
import type { Question } from './question.ts';
import type { Span } from './span.ts';

/** Full weeks that tell how long three quarters take. */
const TELLING = 12;

/**
 * Kaplan and Meier do not cure weeks that have hardly been followed: those whose last pull requests the data follow for less time than
 * three quarters of the last twelve weeks' took (the last ceil(P75 / week) of STATISTICS (e), told from where the data end).
 */
export function youngWeeks(
  { snapshot }: Held,
  { metric, view, repositories }: Question,
  items: WeeklyItems,
  { end }: Span,
): (week: Week) => boolean {
  const { dataUntil } = repositories;
  if (!follows(metric, view.by) || dataUntil === null) return () => false;
  const first = Math.max(items.from, end - TELLING);
  if (first >= end || items.measured(first, end - 1) === 0) return (week) => week >= end;
  // With the quantiles beside it that a finding asks for, so that they are found once.
  const [, , needed = null] = items.quantiles(first, end - 1, [0.25, 0.5, 0.75]);
  return (week) => needed === null || snapshot.weeks.weekStart(week + 1) + needed * MINUTE > dataUntil;
}
