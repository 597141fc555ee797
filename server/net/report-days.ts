const DAY = 86_400_000;

/**
 * The days of UTC that a vendor's daily reports are asked for, the oldest first: from the last one that was read on, with some days
 * before it once more, since reports of recent days still change; else from `reach` days ago. Today is not over and not asked for.
 * @param cursor the last day that was read, `2026-11-20`
 */
export function daysToAsk(asked: {
  cursor: string | null;
  now: number;
  again: number;
  reach: number;
}): string[] {
  const { cursor, now, again, reach } = asked;
  const today = Math.floor(now / DAY) * DAY;
  const oldest = today - reach * DAY;
  const read = Date.parse(`${cursor}T00:00:00Z`);
  // Also after a gap of many nights: what was recent when it was read may have changed since.
  const from = Number.isNaN(read) ? oldest : read - (again - 1) * DAY;
  const days: string[] = [];
  for (let day = Math.max(from, oldest); day < today; day += DAY)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

/** The end of the last day that was asked for, which reports reach: never later than now. */
export function endOfDay(day: string | undefined, now: number): number {
  return day === undefined ? now : Math.min(now, Date.parse(`${day}T00:00:00Z`) + DAY);
}
