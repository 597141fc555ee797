/** A wait that an outside system asks for: so many seconds, or until an instant (in seconds since 1970); both null: it does not say. */
export type Limit = { why: string; seconds: number | null; until: number | null };

/** How long a run has waited, and how long it still may for limits. Short waits before a repetition are free. */
export type Patience = {
  /** Waits until a limit ends; `now` by the outside system's clock. Null, or why it did not: that would take longer than the run may wait. */
  forLimit(limit: Limit, now: number): Promise<string | null>;
  /** Before the `repetition`th of the same request: 1, 2, 4, 8 seconds and so on. */
  beforeRepeating(repetition: number, why: string): Promise<void>;
  /** An answer came, so that the next limit is waited for but shortly again. */
  answered(): void;
  waits(): { why: string; seconds: number }[];
};

/** Minutes that a run may wait. */
export const PATIENCE = 30;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LONGEST_PAUSE = 30 * SECOND;

/** Throws the signal's reason when that is aborted during a wait. */
export function patience(
  minutes: number,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Patience {
  const waited = new Map<string, number>();
  let left = minutes * MINUTE;
  let untoldInARow = 0;
  const doWait = async (ms: number, why: string): Promise<void> => {
    waited.set(why, (waited.get(why) ?? 0) + ms / SECOND);
    await wait(ms, signal);
  };

  /** A minute at least, and longer each time, where it is not said how long. */
  function lasting({ seconds, until }: Limit, now: number): number {
    if (seconds !== null) return Math.max(SECOND, seconds * SECOND);
    // A second more, for the clock shows whole ones.
    if (until !== null) return Math.max(SECOND, until * SECOND - now + SECOND);
    untoldInARow += 1;
    return MINUTE * 2 ** (untoldInARow - 1);
  }

  return {
    async forLimit(limit, now) {
      const ms = lasting(limit, now);
      if (ms > left)
        return `${limit.why} lasts another ${inMinutes(ms)}, and of the ${inMinutes(minutes * MINUTE)} that a run may wait too little is left`;
      left -= ms;
      await doWait(ms, `for ${limit.why}`);
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
