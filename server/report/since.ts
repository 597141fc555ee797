import type { View } from '../contract/view.ts';
import { QuestionError } from '../model/errors.ts';
import { weekLabel, weekOfDate } from '../model/week.ts';

/** The Monday of the week whose beginning parts before from after; null: nothing is parted. Throws QuestionError on no date. */
export function sinceOf({ since }: View): string | null {
  if (since === undefined) return null;
  const week = /^\d{4}-\d{2}-\d{2}$/.test(since) ? weekOfDate(since) : Number.NaN;
  if (!Number.isNaN(week)) return weekLabel(week);
  throw new QuestionError(
    'unknown-filter',
    `"${since}" is no date: since is written like 2026-08-10.`,
    'since',
  );
}
