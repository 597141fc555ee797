import { MINUTE } from '../model/instant.ts';
import { SourceError, STOPPED_EARLY } from '../net/source-error.ts';

/**
 * The signal of a run that may take so many minutes: it is aborted when they are over, for the reason that `whyStopped` tells, or
 * when `signal` is. Sources limit their requests themselves.
 * @param minutes null: as many as it takes
 */
export function withinMinutes(
  minutes: number | null,
  signal: AbortSignal,
): { signal: AbortSignal; end(): void } {
  if (minutes === null) return { signal, end: () => {} };
  const over = new AbortController();
  const message = `The ${minutes} minutes that a run may take are over: what was read is kept, and the next run carries on.`;
  const clock = setTimeout(() => over.abort(new SourceError(STOPPED_EARLY, message)), minutes * MINUTE);
  return { signal: AbortSignal.any([signal, over.signal]), end: () => clearTimeout(clock) };
}

/** The sentence of a budget that is spent; null: the signal is not aborted, or for another reason. */
export function whyStopped({ aborted, reason }: AbortSignal): string | null {
  return aborted && reason instanceof SourceError && reason.code === STOPPED_EARLY ? reason.message : null;
}
