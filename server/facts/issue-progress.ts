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
  const meanings = stays.map(({ value }) => (value === null ? UNKNOWN : (status(value) ?? UNKNOWN)));
  const finish = stays.findIndex((stay, at) => meanings[at]?.category === 'done' && delivered(stay));
  const finished = finish >= 0;
  const start = meanings.findIndex(({ category }) => category === 'indeterminate');
  const started = start >= 0 && (!finished || start < finish);
  const reopen = finished ? meanings.findIndex(({ category }, at) => at > finish && left(category)) : -1;
  const cycle = finished && started ? timesIn(stays, meanings, start, finish) : null;
  return {
    startedAt: started ? (stays[start]?.from ?? null) : null,
    finishedAt: stays[finish]?.from ?? null,
    declinedAt: finished ? null : declinedAt(stays, meanings),
    reopenedAt: stays[reopen]?.from ?? null,
    activeTime: cycle?.activeTime ?? null,
    waitingTime: cycle?.waitingTime ?? null,
    statusTimes: statusTimes(stays, finished ? finish : stays.length - 1),
  };
}

const UNKNOWN: StatusMeaning = { category: null, waiting: false };

/** An unknown status may be another way of being done. */
function left(category: StatusMeaning['category']): boolean {
  return category === 'new' || category === 'indeterminate';
}

function declinedAt(stays: readonly Stay[], meanings: readonly StatusMeaning[]): Instant | null {
  const open = meanings.findLastIndex(({ category }) => category !== 'done');
  return open === stays.length - 1 ? null : (stays[open + 1]?.from ?? null);
}

/** Of the stays from one up to another; null: what a status among them means is unknown. */
function timesIn(
  stays: readonly Stay[],
  meanings: readonly StatusMeaning[],
  start: number,
  finish: number,
): { activeTime: number; waitingTime: number } | null {
  let activeTime = 0;
  let waitingTime = 0;
  for (let at = start; at < finish; at++) {
    const { category, waiting } = meanings[at] ?? UNKNOWN;
    if (category === null) return null;
    // Closed and opened again on the way: nobody worked on it and nobody waited for it.
    if (category === 'done') continue;
    const { from = 0, until = 0 } = stays[at] ?? {};
    if (category === 'new' || waiting) waitingTime += until - from;
    else activeTime += until - from;
  }
  return { activeTime, waitingTime };
}

/** Of the first so many stays: there are few statuses among them, so that each is looked for in a list. */
function statusTimes(stays: readonly Stay[], many: number): [string, number][] {
  const times: [string, number][] = [];
  for (let at = 0; at < many; at++) {
    const { value = null, from = 0, until = 0 } = stays[at] ?? {};
    if (value === null) continue;
    const known = times.find(([id]) => id === value);
    if (known === undefined) times.push([value, until - from]);
    else known[1] += until - from;
  }
  return times;
}
