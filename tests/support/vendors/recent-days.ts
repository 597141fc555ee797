import { DAY } from '../../../server/model/instant.ts';

/** The machine's clock, which an App's requests are signed by. */
export function machineNow(): number {
  return Date.now();
}

/** So many days, the last of them some days ago: for a program that knows no other clock than the machine's. */
export function recentDays(many: number, ago: number): string[] {
  const last = Date.now() - ago * DAY;
  return Array.from({ length: many }, (_, place) =>
    new Date(last - (many - 1 - place) * DAY).toISOString().slice(0, 10),
  );
}
