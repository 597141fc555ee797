import type { Progress, Reading, ReadingStep, Walk } from '../model/rows.ts';
import { SourceError, STOPPED_EARLY } from '../net/source-error.ts';
import type { Store } from '../store/open.ts';
import { addCounts, type Failure, type Summary } from './summary.ts';
import { noCounts, sync } from './sync.ts';

/** What reading one source needs of the run that it is part of. */
export type SourceRun = {
  name: string;
  store: Store;
  holder: string;
  summary: Summary;
  signal: AbortSignal;
  progress: (progress: Progress) => void;
  /** Measures what has become dirty. */
  measure: () => Promise<void>;
};

export type SourceEnd = { failures: Failure[]; stopped: Failure | null };

/**
 * Reads one source to its end. A repository that fails loses nothing of the others; facts are measured after each, so that
 * a long first import shows early what is already true. Throws on nothing but a bug.
 */
export async function readSource(open: () => Promise<Reading>, run: SourceRun): Promise<SourceEnd> {
  const failed = new Map<SourceError, Failure>();
  let stopped: Failure | null = null;
  const fail = (where: string, error: unknown) => {
    const failure = failureOf(where, error, run.signal);
    if (error instanceof SourceError && error.code === STOPPED_EARLY) stopped = failure;
    // What ends a source in the middle of a repository is thrown by both; it is one failure.
    else if (error instanceof SourceError) failed.set(error, failed.get(error) ?? failure);
    else failed.set(new SourceError(failure.code, failure.message), failure);
  };
  let reading: Reading | null = null;
  try {
    reading = await open();
    for await (const step of reading.steps) {
      try {
        await take(step, run);
      } catch (error) {
        if (!('walk' in step) || run.signal.aborted) throw error;
        fail(run.name, error);
      }
    }
  } catch (error) {
    fail(run.name, error);
  }
  if (reading !== null) addUsage(reading, run);
  return { failures: [...failed.values()], stopped };
}

async function take(step: ReadingStep, { store, holder, summary, ...run }: SourceRun): Promise<void> {
  if ('walk' in step) {
    await takeWalk(step.walk, { store, holder, summary, ...run });
  } else if ('teams' in step) {
    await store.writeTeams(holder, step.teams);
  } else if ('lost' in step) {
    await store.loseRepository(holder, step.lost.repositoryId, step.lost.why);
    summary.leftOut.unseen.push(step.lost.why);
  } else {
    summary.leftOut.unseen.push(step.leftOut);
  }
}

async function takeWalk(walk: Walk, { store, holder, summary, measure }: SourceRun): Promise<void> {
  const counts = noCounts();
  try {
    await sync(walk, store, holder, counts);
    summary.repositories.push(walk.repository.id);
  } finally {
    addCounts(summary, counts);
    summary.leftOut.unseen.push(...counts.limits.map((limit) => `${walk.repository.name}: ${limit}`));
  }
  await measure();
}

function failureOf(name: string, error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted)
    return { asked: name, code: 'stopped', message: `${name} was stopped; the next run carries on.` };
  if (!(error instanceof SourceError)) throw error;
  return { asked: name, code: error.code, message: error.message };
}

function addUsage(reading: Reading, { name, summary }: SourceRun): void {
  const usage = reading.usage();
  if (usage.requests > 0) summary.usage.push({ asked: name, ...usage });
}
