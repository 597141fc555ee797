const DAY = 86_400_000;

/** A calendar day as an address holds it, `2026-08-10`; undefined for what is none, such as 30 February. */
export function possibleDay(text: string): string | undefined {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || dayOf(at) !== text ? undefined : text;
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return dayOf(at - sinceMonday * DAY);
}

/** The Sunday of its week. */
export function sundayOf(day: string): string {
  return dayOf(Date.parse(`${mondayOf(day)}T00:00:00Z`) + 6 * DAY);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
