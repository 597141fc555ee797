import { cannot, type OrCannot } from '../cannot.ts';
import { detectableErrors } from './detectable.ts';

export type Design = {
  readonly authors: number;
  readonly perAuthorWeek: number;
  /** Variance of log durations within an author's week, about 1.4, and between the weeks of an author, about 0.05 to 0.1. */
  readonly within: number;
  readonly betweenWeeks: number;
};

/** A hundred years: nobody waits for that. */
const MOST_WEEKS = 5200;

/** Variance of before against after with the same authors on both sides, w weeks each: 2 [within / (A w m) + betweenWeeks / (A w)]. */
export function designVariance(
  { authors, perAuthorWeek, within, betweenWeeks }: Design,
  weeks: number,
): number {
  return 2 * (within / (authors * weeks * perAuthorWeek) + betweenWeeks / (authors * weeks));
}

/** Whole weeks needed on each side to notice a fall of so many percent (0 to 100) with power 0.8 at 5 %. */
export function weeksNeeded(design: Design, percent: number): OrCannot<number> {
  const wanted = Math.abs(Math.log1p(-percent / 100));
  if (!(wanted > 0) || !Number.isFinite(wanted)) return cannot('never');
  const errors = detectableErrors();
  // The variance falls as 1 / weeks, so one week tells them all; rounding decides at the edge.
  const about = (errors ** 2 * designVariance(design, 1)) / wanted ** 2;
  if (!(about <= MOST_WEEKS)) return cannot('never');
  let weeks = Math.max(1, Math.ceil(about) - 1);
  while (errors * Math.sqrt(designVariance(design, weeks)) > wanted) weeks++;
  return weeks;
}

/**
 * Weeks needed in all when `falling` is the part of the variance of a log ratio after `weeks` weeks that shrinks as weeks are added,
 * and `staying` the part between teams that does not. "Never" when more weeks alone will not do it; more teams would.
 */
export function weeksUntil(
  { falling, staying, weeks, df }: { falling: number; staying: number; weeks: number; df?: number },
  percent: number,
): OrCannot<number> {
  const room = (Math.abs(Math.log1p(-percent / 100)) / detectableErrors(df)) ** 2 - staying;
  if (!(room > 0)) return cannot('never');
  const needed = Math.max(weeks, Math.ceil((falling * weeks) / room));
  return needed <= MOST_WEEKS ? needed : cannot('never');
}
