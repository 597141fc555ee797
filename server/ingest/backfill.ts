import { setTimeout } from 'node:timers/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { compiledRules } from '../facts/attribution/compiled.ts';
import { type Instant, SECOND } from '../model/instant.ts';
import { BACKFILL } from '../model/run.ts';
import { weekTable } from '../model/week.ts';
import type { Store } from '../store/open.ts';
import { whyStopped, withinMinutes } from './budget.ts';
import { measure, type Report, type Running, readOne } from './ingest.ts';
import { aloneUntilAsked } from './lease.ts';
import { type Asked, type AskedOlder, nameOf, openOlder, type World } from './sources.ts';
import { emptySummary, type Summary } from './summary.ts';

/** How often it is looked whether an import that goes first has ended. */
const PAUSE = SECOND;

/** Cursors of the sources that leave something for later. */
const WithOlder = Type.Object({ older: Type.Object({ before: Type.Integer() }) });

/** `until`: reads no further back; null: all there is. `minutes`: may take no longer; null: as long as it takes. */
export type BackfillWish = { until: Instant | null; minutes: number | null };

/**
 * Reads what first imports have left for later, back from there, and measures it. It gives way to every import and every edit, and
 * goes on when these have ended; broken off at any place, the next one goes on there.
 */
export async function backfill(
  all: readonly Asked[],
  store: Store,
  world: World,
  report: Report,
  ended: AbortSignal,
  { until, minutes }: BackfillWish,
): Promise<Summary> {
  const started = world.now();
  const { signal: inTime, end } = withinMinutes(minutes, ended);
  const waits = await olderWaits(store, until);
  const left = waits ? all.filter((asked) => asked.source === 'github' || asked.source === 'jira') : [];
  const summary = emptySummary(left.map(olderName));
  const rules = compiledRules(world.attribution);
  try {
    while (left.length > 0 && !ended.aborted) {
      const isOver = await aloneUntilAsked(store, world, inTime, (holder, signal) =>
        slice(left, until, { store, holder, world, rules, summary, report, signal }),
      );
      if (isOver === true || whyStopped(inTime) !== null) break;
      // That it gave way is over by then.
      summary.stopped.splice(0);
      for (const asked of left) report(olderName(asked), WAITING);
      await setTimeout(PAUSE, undefined, { signal: inTime }).catch(() => {});
    }
  } finally {
    end();
  }
  summary.seconds = (world.now() - started) / 1000;
  return summary;
}

/** Whether there is anything that first imports have left for later, as far back as `until`. */
export async function olderWaits(
  store: Pick<Store, 'stored' | 'storedProjects'>,
  until: Instant | null,
): Promise<boolean> {
  const repositories = await store.stored.repositories('');
  const projects = await store.storedProjects.projects('');
  const cursors = [...repositories.filter(({ source }) => source === 'github'), ...projects].map(
    ({ cursor }): unknown => JSON.parse(cursor ?? 'null'),
  );
  return cursors.some(
    (cursor) => Value.Check(WithOlder, cursor) && (until === null || cursor.older.before > until),
  );
}

const WAITING = { what: 'waiting for an import to end', done: 0, total: null };

/** Takes from `left` what has come to its end; false: it was told to end before. */
async function slice(left: AskedOlder[], until: Instant | null, run: Running): Promise<boolean> {
  const { store, holder, world, rules, summary, report, signal } = run;
  for (let asked = left[0]; asked !== undefined && !signal.aborted; asked = left[0]) {
    const own = asked;
    await readOne(
      { source: BACKFILL, name: olderName(own) },
      (known, tell, here) => openOlder(own, known, here, tell, signal, until),
      run,
    );
    if (!signal.aborted) left.shift();
  }
  if (signal.aborted) return false;
  await measure(store, holder, world, rules, summary, (progress) => report('facts', progress));
  await store.keepSnapshot(holder, weekTable(world.zone));
  return true;
}

function olderName(asked: AskedOlder): string {
  return `${BACKFILL} ${nameOf(asked)}`;
}
