import { type Instant, SECOND } from '../../model/instant.ts';

/** Forges tell instants in whole seconds. */
export function wholeSecond(at: Instant): Instant {
  return Math.round(at / SECOND) * SECOND;
}
