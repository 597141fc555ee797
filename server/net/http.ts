import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds from sending to the last byte of the answer; a request that hangs must not hold up a whole night. */
const TIME_LIMIT = 60_000;

/** `fetch` with a time limit for the whole request; over it rejects (or the body does) with a `TimeoutError`. */
export const httpFetch = fetchWithin(TIME_LIMIT);

/** `fetch` in which no request, its body included, may take longer than `limit` milliseconds. */
export function fetchWithin(limit: number): typeof fetch {
  return (input, init) => {
    const given = init?.signal ?? (input instanceof Request ? input.signal : null);
    const timeout = AbortSignal.timeout(limit);
    return fetch(input, { ...init, signal: given === null ? timeout : AbortSignal.any([given, timeout]) });
  };
}

/** Resolves after `ms` milliseconds; rejects at once with the signal's reason when that is aborted. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
