import type { Progress } from '../model/rows.ts';
import { SourceError } from '../net/source-error.ts';
import type { Store } from '../store/open.ts';
import { derive } from './derive.ts';
import { alone } from './lease.ts';
import { type Asked, nameOf, openWalk, type World } from './sources.ts';
import { sync } from './sync.ts';

export type Failure = { asked: string; code: string; message: string };

/** What one ingest did: the object that `--json` prints. */
export type Summary = {
  asked: string[];
  /** Ids of the repositories that were read to their end. */
  repositories: string[];
  read: { commits: number; pullRequests: number };
  written: { commits: number; pullRequests: number; removed: number; facts: number };
  /** Items that take part in no measure, and why; and what the source cannot see, as sentences. */
  leftOut: { items: Record<string, number>; unseen: string[] };
  failed: Failure[];
  seconds: number;
};

/** Tells what the ingest is doing; `asked` names the source. */
export type Report = (asked: string, progress: Progress) => void;

/**
 * Reads every source asked for, each on its own: one that fails loses nothing of the others, and nothing of what it had
 * read itself. Facts are measured after each, so that a long first import shows early what is already true.
 */
export async function ingest(
  all: readonly Asked[],
  store: Store,
  world: World,
  report: Report,
  signal: AbortSignal,
): Promise<Summary> {
  const started = world.now();
  const summary = emptySummary(all.map(nameOf));
  await alone(store, world, async (holder) => {
    for (const asked of all) {
      if (signal.aborted) break;
      const name = nameOf(asked);
      const run = await store.beginRun(asked.source, name, world.now());
      const failure = await readOne(asked, store, world, holder, summary, report, signal);
      if (failure) summary.failed.push(failure);
      const outcome = failure ? 'failed' : 'done';
      await store.endRun(run, outcome, failure?.message ?? JSON.stringify(summary.written), world.now());
    }
    if (!signal.aborted) await measure(store, holder, summary, (progress) => report('facts', progress));
  });
  summary.seconds = (world.now() - started) / 1000;
  return summary;
}

/** Marks every fact to be measured again from the stored rows, and does it. */
export async function rebuild(store: Store, world: World, report: Report): Promise<Summary> {
  const started = world.now();
  const summary = emptySummary(['rebuild']);
  await alone(store, world, async (holder) => {
    await store.markEverything(holder);
    await measure(store, holder, summary, (progress) => report('facts', progress));
  });
  summary.seconds = (world.now() - started) / 1000;
  return summary;
}

async function readOne(
  asked: Asked,
  store: Store,
  world: World,
  holder: string,
  summary: Summary,
  report: Report,
  signal: AbortSignal,
): Promise<Failure | null> {
  const name = nameOf(asked);
  const tell = (progress: Progress) => report(name, progress);
  try {
    const walk = await openWalk(asked, store.stored, world, tell, signal);
    const counts = await sync(walk, store, holder);
    summary.repositories.push(walk.repository.id);
    summary.read.commits += counts.read.commits;
    summary.read.pullRequests += counts.read.pullRequests;
    summary.written.commits += counts.written.commits;
    summary.written.pullRequests += counts.written.pullRequests;
    summary.written.removed += counts.written.removed;
    summary.leftOut.unseen.push(...counts.limits.map((limit) => `${walk.repository.name}: ${limit}`));
    await measure(store, holder, summary, tell);
    return null;
  } catch (error) {
    if (signal.aborted)
      return { asked: name, code: 'stopped', message: `${name} was stopped; the next run carries on.` };
    if (!(error instanceof SourceError)) throw error;
    return { asked: name, code: error.code, message: error.message };
  }
}

async function measure(
  store: Store,
  holder: string,
  summary: Summary,
  tell: (progress: Progress) => void,
): Promise<void> {
  const counts = await derive(store, holder, tell);
  summary.written.facts += counts.changed;
  for (const [why, count] of counts.leftOut) {
    summary.leftOut.items[why] = (summary.leftOut.items[why] ?? 0) + count;
  }
}

function emptySummary(asked: string[]): Summary {
  return {
    asked,
    repositories: [],
    read: { commits: 0, pullRequests: 0 },
    written: { commits: 0, pullRequests: 0, removed: 0, facts: 0 },
    leftOut: { items: {}, unseen: [] },
    failed: [],
    seconds: 0,
  };
}
