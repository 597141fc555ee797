import type { Instant } from '../model/instant.ts';
import type { Schedule } from './schedule.ts';

export type NightWatch = {
  /** Begins what is due. To be called every second or so; however late it is called, one missed night is caught up once. */
  look(): void;
  /** When it begins next. */
  readonly next: Instant;
};

/**
 * Watches the clock rather than waiting for long: a machine that sleeps, or whose clock is set, is noticed at the next look. A clock
 * that is set back repeats no night.
 * @param begin begins an import; false: one is at work, so that it is tried again until it has ended
 */
export function nightWatch(schedule: Schedule, now: () => Instant, begin: () => boolean): NightWatch {
  let due = schedule.next(now());
  return {
    get next() {
      return due;
    },
    look() {
      const at = now();
      if (at >= due && begin()) due = schedule.next(Math.max(at, due));
    },
  };
}
