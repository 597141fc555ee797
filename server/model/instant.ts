/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2026-08-10T09:00:00Z`: the only way in which instants leave the program. */
export function isoInstant(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
