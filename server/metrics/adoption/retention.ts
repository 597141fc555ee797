import { isCannot } from '../../stats/cannot.ts';
import { kaplanMeier } from '../../stats/survival/kaplan-meier.ts';
import { survivalAt } from '../../stats/survival/survival-interval.ts';
import type { ActiveWeeks } from './practice.ts';

/** How long somebody went on: active weeks from the first to the last use, and whether they have stopped since. */
export type Stay = { readonly weeks: number; readonly stopped: boolean };

/** Silent for so many active weeks is stopped; fewer, and nobody knows yet. */
const SILENT = 4;

/** Weeks without merged work are not in `weeks`, so that they count against nobody. Null: never used it. */
export function stayOf(weeks: ActiveWeeks): Stay | null {
  const first = weeks.indexOf(true);
  if (first < 0) return null;
  const last = weeks.lastIndexOf(true);
  return { weeks: last - first, stopped: weeks.length - 1 - last >= SILENT };
}

export type Retained = {
  share: number;
  low: number | null;
  high: number | null;
  /** People known to have gone on for so long, or followed for so long: of fewer the curve says next to nothing. */
  followed: number;
};

/** Share still active after some active weeks, by Kaplan and Meier with the log-log interval (STATISTICS (g)). */
export function retained(stays: readonly Stay[], after: number): Retained {
  const curve = kaplanMeier(
    stays.map(({ weeks }) => weeks),
    stays.map(({ stopped }) => Number(stopped)),
  );
  const followed = stays.filter(({ weeks }) => weeks >= after).length;
  if (isCannot(curve)) return { share: 1, low: null, high: null, followed };
  const { survival, lower, upper } = survivalAt(curve, after);
  return { share: survival, low: lower, high: upper, followed };
}
