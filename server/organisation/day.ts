import { DAY } from '../model/instant.ts';

/** Whether a text is a date that exists, `2026-08-10`. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && dayOf(at) === text;
}

/** The day after a date. */
export function nextDay(day: string): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + DAY);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
