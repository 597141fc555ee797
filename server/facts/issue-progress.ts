import type { Instant } from '../model/instant.ts';
import type { IssueFact } from './issue-fact.ts';
import type { IssueInput, StatusMeaning } from './issue-input.ts';
import type { Stay } from './issue-timeline.ts';

export type Progress = Pick<
  IssueFact,
  'startedAt' | 'finishedAt' | 'declinedAt' | 'reopenedAt' | 'activeTime' | 'waitingTime' | 'statusTimes'
>;

/** What the statuses of an issue, one after the other, say of its way. */
export function progressOf(
  stays: readonly Stay[],
  status: IssueInput['status'],
  delivered: (stay: Stay) => boolean,
): Progress {
  const categories = stays.map(({ value }) => meaning(value, status)?.category ?? null);
  const finish = stays.findIndex((stay, at) => categories[at] === 'done' && delivered(stay));
  const until = finish < 0 ? stays.length : finish;
  const start = categories.slice(0, until).indexOf('indeterminate');
  const finishedAt = stays[finish]?.from ?? null;
  const reopen = finish < 0 ? -1 : categories.findIndex((category, at) => at > finish && left(category));
  const cycle = finish < 0 || start < 0 ? null : stays.slice(start, finish);
  return {
    startedAt: stays[start]?.from ?? null,
    finishedAt,
    declinedAt: finish < 0 ? declinedAt(stays, categories) : null,
    reopenedAt: stays[reopen]?.from ?? null,
    ...timesIn(cycle, status),
    statusTimes: statusTimes(stays.slice(0, finish < 0 ? stays.length - 1 : finish)),
  };
}

/** An unknown status may be another way of being done. */
function left(category: StatusMeaning['category']): boolean {
  return category === 'new' || category === 'indeterminate';
}

function declinedAt(
  stays: readonly Stay[],
  categories: readonly StatusMeaning['category'][],
): Instant | null {
  const open = categories.findLastIndex((category) => category !== 'done');
  return open === stays.length - 1 ? null : (stays[open + 1]?.from ?? null);
}

function timesIn(
  cycle: readonly Stay[] | null,
  status: IssueInput['status'],
): Pick<Progress, 'activeTime' | 'waitingTime'> {
  const unknown = { activeTime: null, waitingTime: null };
  if (cycle === null) return unknown;
  let [activeTime, waitingTime] = [0, 0];
  for (const { value, from, until } of cycle) {
    const { category, waiting } = meaning(value, status) ?? { category: null, waiting: false };
    if (category === null) return unknown;
    // Closed and opened again on the way: nobody worked on it and nobody waited for it.
    if (category === 'done') continue;
    if (category === 'new' || waiting) waitingTime += until - from;
    else activeTime += until - from;
  }
  return { activeTime, waitingTime };
}

function statusTimes(stays: readonly Stay[]): [string, number][] {
  const times = new Map<string, number>();
  for (const { value, from, until } of stays) {
    if (value !== null) times.set(value, (times.get(value) ?? 0) + (until - from));
  }
  return [...times];
}

function meaning(value: string | null, status: IssueInput['status']): StatusMeaning | undefined {
  return value === null ? undefined : status(value);
}
