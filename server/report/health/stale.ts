import type { Instant } from '../../model/instant.ts';
import { BACKFILL, type Run } from '../../model/run.ts';
import { byAsked } from './background.ts';

/** A source whose data are older than two nights. */
export type StaleSource = {
  asked: string;
  /** When its last run that did not fail began; null: none that is remembered has. */
  since: Instant | null;
  /** What its last run failed with; empty: there was none, or it ended without a word. */
  said: string;
};

/**
 * What has not been read to its end since the night before the last; a run that stopped early for its budget has read as well.
 * @param night when the night before the last began
 */
export function staleSources(runs: readonly Run[], night: Instant, now: Instant): StaleSource[] {
  const nightly = runs.filter(({ source }) => source !== BACKFILL);
  return byAsked(nightly, now).flatMap(([asked, own]) => {
    const good = own.find(({ outcome }) => outcome === 'done' || outcome === 'stopped');
    // What was asked for the first time after that night has not had its nights yet.
    const first = own.at(-1)?.startedAt ?? now;
    if ((good?.startedAt ?? first) >= night) return [];
    const last = own.find(({ outcome }) => outcome !== null);
    const said = last?.outcome === 'failed' ? (last.report?.said ?? '') : '';
    return [{ asked, since: good?.startedAt ?? null, said }];
  });
}
