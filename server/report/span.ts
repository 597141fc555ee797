import type { ResolvedView } from '../contract/view.ts';
import { firstWeek } from '../metrics/extent.ts';
import type { Week } from '../model/week.ts';
import { number } from '../words/number.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';
import type { Warning } from './warnings.ts';

/** A chart line has this many points at most. */
const MOST_WEEKS = 400;

/** The weeks of an answer. Full weeks are those from `from` up to, without, `running`. */
export type Span = {
  /** The first week that anything is known of: earlier ones are absent, not 0. */
  first: Week;
  from: Week;
  /** The week that the data end in. */
  running: Week;
  warnings: Warning[];
};

/** Null when nothing has been read of the repositories. */
export function spanOf(
  { snapshot }: Held,
  { dataUntil, table }: AskedRepositories,
  window: ResolvedView['window'],
): Span | null {
  const first = firstWeek(snapshot, table);
  if (dataUntil === null || first === null) return null;
  const running = snapshot.weeks.weekOf(dataUntil);
  const asked = Math.max(first, running - fullWeeks(window));
  const from = Math.max(asked, running - MOST_WEEKS);
  const warnings: Warning[] = [];
  if (from > asked) {
    const message = `Only the last ${number(MOST_WEEKS)} of ${number(running - asked)} weeks are shown.`;
    warnings.push({ code: 'weeks-cut', message });
  }
  // All that is known may lie after the instant that the data are said to reach: then there is the running week alone.
  return { first: Math.min(first, running), from: Math.min(from, running), running, warnings };
}

function fullWeeks(window: ResolvedView['window']): number {
  return window === 'all' ? Number.POSITIVE_INFINITY : Number.parseInt(window, 10);
}
