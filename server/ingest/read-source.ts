import type { ProjectWalk, Reading, ReadingStep, Walk } from '../model/rows.ts';
import { SourceError, STOPPED_EARLY } from '../net/source-error.ts';
import type { Store } from '../store/open.ts';
import { whyStopped } from './budget.ts';
import type { Measured } from './derive.ts';
import { addCounts, type Failure, type Summary } from './summary.ts';
import { noCounts, type SyncCounts, sync, syncProject, syncUsage } from './sync.ts';

/** What reading one source needs of the run that it is part of. */
export type SourceRun = {
  name: string;
  store: Store;
  holder: string;
  summary: Summary;
  signal: AbortSignal;
  /** Told the counts of each walk before it begins, and empty ones once they are in the summary. */
  walking: (counts: SyncCounts) => void;
  /** Measures what has become dirty. */
  measure: (what: Measured) => Promise<void>;
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
    const spent = whyStopped(run.signal);
    const failure = failureOf(where, error, run.signal);
    if (spent !== null) stopped = { asked: where, code: STOPPED_EARLY, message: `${where}: ${spent}` };
    else if (error instanceof SourceError && error.code === STOPPED_EARLY) stopped = failure;
    // What ends a source in the middle of a repository is thrown by both; it is one failure.
    else if (error instanceof SourceError) failed.set(error, failed.get(error) ?? failure);
    else failed.set(new SourceError(failure.code, failure.message), failure);
  };
  let reading: Reading | null = null;
  let bugsWait = false;
  try {
    reading = await open();
    for await (const step of reading.steps) {
      try {
        if ('walk' in step && bugsWait) await run.measure('bugs');
        bugsWait = 'project' in step ? step.project.workFollows === true : bugsWait && !('walk' in step);
        await take(step, run);
      } catch (error) {
        if (!('walk' in step || 'project' in step || 'usage' in step) || run.signal.aborted) throw error;
        fail(run.name, error);
      }
    }
  } catch (error) {
    fail(run.name, error);
  }
  if (reading !== null) addUsage(reading, run);
  return { failures: [...failed.values()], stopped };
}

async function take(step: ReadingStep, run: SourceRun): Promise<void> {
  const { store, holder, summary } = run;
  if ('walk' in step) {
    await takeWalk(step.walk, run);
  } else if ('project' in step) {
    await takeProject(step.project, run);
  } else if ('usage' in step) {
    const { account } = step.usage;
    await counted(account.name, run, (counts) => syncUsage(step.usage, store, holder, counts));
  } else if ('vocabulary' in step) {
    await store.writeVocabulary(holder, step.vocabulary);
  } else if ('teams' in step) {
    await store.writeTeams(holder, step.teams);
  } else if ('lostProject' in step) {
    await store.loseProject(holder, step.lostProject.projectId, step.lostProject.why);
    summary.leftOut.unseen.push(step.lostProject.why);
  } else if ('lost' in step) {
    await store.loseRepository(holder, step.lost.repositoryId, step.lost.why);
    summary.leftOut.unseen.push(step.lost.why);
  } else {
    summary.leftOut.unseen.push(step.leftOut);
  }
}

async function takeWalk(walk: Walk, run: SourceRun): Promise<void> {
  await counted(walk.repository.name, run, (counts) => sync(walk, run.store, run.holder, counts));
  run.summary.repositories.push(walk.repository.id);
  await run.measure('pull-requests');
}

async function takeProject(walk: ProjectWalk, run: SourceRun): Promise<void> {
  await counted(walk.project.key, run, (counts) => syncProject(walk, run.store, run.holder, counts));
  run.summary.projects.push(walk.project.id);
  if (walk.workFollows !== true) await run.measure('everything');
}

/** What a walk that breaks off has read is in the summary too. */
async function counted(
  name: string,
  { summary, walking }: SourceRun,
  read: (counts: SyncCounts) => Promise<void>,
): Promise<void> {
  const counts = noCounts();
  walking(counts);
  try {
    await read(counts);
  } finally {
    addCounts(summary, counts);
    walking(noCounts());
    summary.leftOut.unseen.push(...counts.limits.map((limit) => `${name}: ${limit}`));
  }
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
