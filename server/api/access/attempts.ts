import { MINUTE } from '../../model/instant.ts';

/** How often a wrong password may be given within a window: from one address, and from all together. */
const MOST = { address: 10, all: 100 };
const WINDOW = 15 * MINUTE;

/** Slows down who guesses. Forgets with time, and holds no more than what it counts. */
export type Attempts = {
  /** Seconds until the next one from this address is listened to; 0: now. */
  waits(address: string, now: number): number;
  failed(address: string, now: number): void;
};

export function attempts(): Attempts {
  let failures: { address: string; at: number }[] = [];
  const recent = (now: number) => {
    failures = failures.filter(({ at }) => now - at < WINDOW);
    return failures;
  };
  return {
    waits(address, now) {
      const all = recent(now);
      const own = all.filter((one) => one.address === address);
      const oldest = own.length >= MOST.address ? own[0] : all.length >= MOST.all ? all[0] : undefined;
      return oldest === undefined ? 0 : Math.ceil((oldest.at + WINDOW - now) / 1000);
    },
    failed(address, now) {
      recent(now).push({ address, at: now });
    },
  };
}
