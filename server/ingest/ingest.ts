import { type CompiledRules, compiledRules } from '../facts/attribution/compiled.ts';
import type { Progress, Reading, StoredProjects, StoredRows } from '../model/rows.ts';
import type { StoredUsage } from '../model/tool-usage.ts';
import { weekTable } from '../model/week.ts';
import { STOPPED_EARLY } from '../net/source-error.ts';
import type { Store } from '../store/open.ts';
import { whyStopped, withinMinutes } from './budget.ts';
import { derive, type Measured } from './derive.ts';
import { deriveDeployments } from './derive-deployments.ts';
import { inTurn } from './in-turn.ts';
import { alone } from './lease.ts';
import { readSource, type SourceEnd } from './read-source.ts';
import { rescore } from './rescore.ts';
import { runSoFar } from './run-so-far.ts';
import { type Asked, nameOf, openReading, type World } from './sources.ts';
import { emptySummary, type Summary } from './summary.ts';

/** Tells what the ingest is doing; `asked` names the source. */
export type Report = (asked: string, progress: Progress) => void;

/**
 * Reads every source asked for, each on its own: one that fails loses nothing of the others, and nothing of what it had
 * read itself. Facts are measured after each, so that a long first import shows early what is already true. What a spent budget
 * did not reach goes first the next time.
 * @param minutes that the reading may take; null: as many as it takes
 */
export async function ingest(
  all: readonly Asked[],
  store: Store,
  world: World,
  report: Report,
  ended: AbortSignal,
  minutes: number | null = null,
): Promise<Summary> {
  const started = world.now();
  const { signal, end } = withinMinutes(minutes, ended);
  const summary = emptySummary(all.map(nameOf));
  const rules = compiledRules(world.attribution);
  await alone(store, world, async (holder) => {
    const run = { store, holder, world, rules, summary, report, signal };
    for (const asked of inTurn(all, await store.lastBegun())) {
      const named = { source: asked.source, name: nameOf(asked) };
      if (signal.aborted && whyStopped(signal) === null) break;
      await readOne(named, (known, tell, here) => openReading(asked, known, here, tell, signal), run);
    }
    if (ended.aborted) return;
    await measure(store, holder, world, rules, summary, (progress) => report('facts', progress));
    await store.keepSnapshot(holder, weekTable(world.zone));
  }).finally(end);
  summary.seconds = (world.now() - started) / 1000;
  return summary;
}

/** One run of which sources are a part. */
export type Running = {
  store: Store;
  holder: string;
  world: World;
  rules: CompiledRules;
  summary: Summary;
  report: Report;
  signal: AbortSignal;
};

/** Begins to read, told what is stored, how to tell of progress, and the world, whose waits are told too. */
type Open = (
  known: StoredRows & StoredProjects & StoredUsage,
  tell: (progress: Progress) => void,
  world: World,
) => Promise<Reading>;

/** Reads one source into the table of runs; where the budget is spent it is only told that it was not begun. */
export async function readOne(
  { source, name }: { source: string; name: string },
  open: Open,
  { store, holder, world, rules, summary, report, signal }: Running,
): Promise<SourceEnd> {
  const spent = whyStopped(signal);
  if (spent !== null) {
    const stopped = { asked: name, code: STOPPED_EARLY, message: `${name} was not begun. ${spent}` };
    summary.stopped.push(stopped);
    return { failures: [], stopped };
  }
  const soFar = runSoFar(summary, world, (progress) => report(name, progress));
  const tell = soFar.progress;
  const run = await store.beginRun(source, name, world.now());
  const outcome = await readSource(
    () => {
      const { stored, storedProjects, usageCursor } = store;
      return open({ ...stored, ...storedProjects, usageCursor }, tell, soFar.world);
    },
    {
      ...{ name, store, holder, summary, signal, walking: soFar.walking },
      measure: (what) => measure(store, holder, world, rules, summary, tell, what),
    },
  );
  summary.failed.push(...outcome.failures);
  if (outcome.stopped) summary.stopped.push(outcome.stopped);
  await store.endRun(run, outcomeOf(outcome), soFar.report(outcome), world.now());
  return outcome;
}

/** Marks every fact to be measured again from the stored rows, and does it. */
export async function rebuild(store: Store, world: World, report: Report): Promise<Summary> {
  return measureAlone('rebuild', store, world, report, (holder) => store.markEverything(holder));
}

/** Measures what is waiting to be measured, as after an edit of the organisation. */
export async function measureWaiting(store: Store, world: World, report: Report): Promise<Summary> {
  return measureAlone('derive', store, world, report, async () => {});
}

async function measureAlone(
  asked: string,
  store: Store,
  world: World,
  report: Report,
  before: (holder: string) => Promise<void>,
): Promise<Summary> {
  const started = world.now();
  const summary = emptySummary([asked]);
  await alone(store, world, async (holder) => {
    await before(holder);
    const rules = compiledRules(world.attribution);
    await measure(store, holder, world, rules, summary, (progress) => report('facts', progress));
    await store.keepSnapshot(holder, weekTable(world.zone));
  });
  summary.seconds = (world.now() - started) / 1000;
  return summary;
}

function outcomeOf({ failures, stopped }: SourceEnd): 'done' | 'stopped' | 'failed' {
  if (failures.length > 0) return 'failed';
  return stopped ? 'stopped' : 'done';
}

/** Rows to facts, of all that waits for it. */
export async function measure(
  store: Store,
  holder: string,
  { zone, now, delivery }: World,
  rules: CompiledRules,
  summary: Summary,
  tell: (progress: Progress) => void,
  what: Measured = 'everything',
): Promise<void> {
  const { changed } = await rescore(store, holder, rules, { at: now(), zone }, tell);
  summary.written.facts += changed;
  const counts = await derive(store, holder, zone, tell, rules, what);
  summary.written.facts += counts.changed;
  await deriveDeployments(store, holder, delivery, tell);
  for (const [why, count] of counts.leftOut) {
    summary.leftOut.items[why] = (summary.leftOut.items[why] ?? 0) + count;
  }
}
