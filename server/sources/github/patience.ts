import { type Instant, MINUTE, SECOND } from '../../model/instant.ts';
import type { Usage } from '../../model/rows.ts';
import type { Failure } from './failure.ts';
import type { GithubOutside } from './outside.ts';

export type Limit = Extract<Failure, { kind: 'limit' }>;

/** How long a run has waited, and how long it still may for GitHub's limits. Short waits before a repetition are free. */
export type Patience = {
  /** Waits until a limit ends; `now` by GitHub's clock. Null, or why it did not: that would take longer than the run may wait. */
  forLimit(limit: Limit, now: Instant): Promise<string | null>;
  /** Before the `repetition`th of the same request: 1, 2, 4, 8 seconds and so on. */
  beforeRepeating(repetition: number, why: string): Promise<void>;
  /** An answer came, so that the next limit is waited for but shortly again. */
  answered(): void;
  waits(): Usage['waits'];
};

/** Minutes that a run may wait. */
export const PATIENCE = 30;

const LONGEST_PAUSE = 30 * SECOND;

/** Throws the signal's reason when that is aborted during a wait. */
export function patience(minutes: number, { wait }: GithubOutside, signal: AbortSignal): Patience {
  const waited = new Map<string, number>();
  let left = minutes * MINUTE;
  let untoldInARow = 0;
  const doWait = async (ms: number, why: string): Promise<void> => {
    waited.set(why, (waited.get(why) ?? 0) + ms / SECOND);
    await wait(ms, signal);
  };

  /** GitHub asks for a minute at least, and longer each time, where it does not say how long. */
  function lasting({ seconds, until }: Limit, now: Instant): number {
    if (seconds !== null) return Math.max(SECOND, seconds * SECOND);
    // A second more, for its clock shows whole ones.
    if (until !== null) return Math.max(SECOND, until * SECOND - now + SECOND);
    untoldInARow += 1;
    return MINUTE * 2 ** (untoldInARow - 1);
  }

  return {
    async forLimit(limit, now) {
      const why =
        limit.limit === 'hourly'
          ? "GitHub's hourly limit"
          : "GitHub's limit for many requests in a short time";
      const ms = lasting(limit, now);
      if (ms > left)
        return `${why} lasts another ${inMinutes(ms)}, and of the ${inMinutes(minutes * MINUTE)} that a run may wait too little is left`;
      left -= ms;
      await doWait(ms, `for ${why}`);
      return null;
    },
    beforeRepeating: (repetition, why) =>
      doWait(Math.min(SECOND * 2 ** (repetition - 1), LONGEST_PAUSE), `to repeat after ${why}`),
    answered() {
      untoldInARow = 0;
    },
    waits: () => [...waited].map(([why, seconds]) => ({ why, seconds: Math.round(seconds) })),
  };
}

function inMinutes(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
