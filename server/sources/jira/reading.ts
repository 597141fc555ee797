import type { Instant } from '../../model/instant.ts';
import type { Progress, ProjectStep, Reading, ReadingStep, StoredProjects } from '../../model/rows.ts';
import { clockSkew } from '../../net/clock-skew.ts';
import { beginRun, type Count } from './begin-run.ts';
import { changedGroups } from './changed.ts';
import type { JiraSourceConfig } from './config.ts';
import { olderWalk } from './older-walk.ts';
import type { JiraOutside } from './outside.ts';
import { type InScope, scopeOf } from './scope.ts';
import { changedWalk, fieldsKey, projectWalk, usableCursor } from './walk.ts';

export type { JiraOutside };

type Begun = Awaited<ReturnType<typeof beginRun>>;

/**
 * A Jira site, as configured. Projects that were read before come first, since they cost little; those that were never read to
 * their end go on where they were. Throws SourceError when the site cannot be asked at all.
 */
export async function openJira(
  config: JiraSourceConfig,
  outside: JiraOutside,
  stored: StoredProjects,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const count: Count = { done: 0, of: 0 };
  const run = await beginRun(config, outside, { stored, progress, signal, count });
  return { steps: untilEnded(readingSteps(run, count), run), usage: run.asker.usage };
}

/**
 * What a first import has left for later, of projects that were read to their end, as far back as `until`; null: all of it. Throws as
 * `openJira` does.
 */
export async function openOlderJira(
  config: JiraSourceConfig,
  outside: JiraOutside,
  stored: StoredProjects,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
  until: Instant | null,
): Promise<Reading> {
  const count: Count = { done: 0, of: 0 };
  const run = await beginRun(config, outside, { stored, progress, signal, count });
  return { steps: untilEnded(olderSteps(run, count, until), run), usage: run.asker.usage };
}

async function* olderSteps(
  run: Begun,
  count: Count,
  until: Instant | null,
): AsyncGenerator<ReadingStep, void> {
  yield { vocabulary: run.vocabulary };
  const { projects } = await scopeOf(run);
  const waiting = projects.flatMap((of) => {
    const cursor = usableCursor(of, run);
    const older = cursor?.older;
    if (cursor === null || older === undefined || of.towards !== null) return [];
    return until === null || older.before > until ? [{ of, cursor: { ...cursor, older } }] : [];
  });
  count.of = waiting.length;
  for (const [n, { of, cursor }] of waiting.entries()) {
    of.label = `project ${n + 1} of ${count.of}: ${of.project.key}`;
    yield { project: { project: of.project, steps: olderWalk(of, cursor, until, run) } };
    count.done += 1;
  }
}

async function* untilEnded(all: AsyncIterable<ReadingStep>, run: Begun): AsyncGenerator<ReadingStep, void> {
  for await (const step of all) {
    yield step;
    // What ends the source may have struck within a walk; then it ends here as well.
    const ended = run.asker.ended();
    if (ended !== null) throw ended;
  }
}

async function* readingSteps(run: Begun, count: Count): AsyncGenerator<ReadingStep, void> {
  const { asker, vocabulary } = run;
  yield { vocabulary };
  const scope = await scopeOf(run);
  const skew = clockSkew(asker.ahead(), "Jira's");
  if (skew !== null) yield { leftOut: skew };
  yield* scope.steps;
  for (const sentence of scope.unseen) yield { leftOut: sentence };

  const isKnown = (of: InScope) => usableCursor(of, run) !== null && !isBegun(of);
  const isBegun = ({ towards }: InScope) => towards?.fields === fieldsKey(run);
  const known = scope.projects.filter(isKnown);
  const others = scope.projects.filter((of) => !isKnown(of));
  // What was begun is ended before anything else is begun.
  others.sort((a, b) => Number(isBegun(b)) - Number(isBegun(a)));
  count.of = scope.projects.length;
  let begun = 0;
  const walk = (of: InScope, rows: AsyncIterable<ProjectStep>): ReadingStep => {
    begun += 1;
    of.label = `project ${begun} of ${count.of}: ${of.project.key}`;
    return { project: { project: of.project, steps: counted(rows, count) } };
  };
  for await (const { of: group, changed, startedAt } of changedGroups(known, run)) {
    for (const of of group) {
      const issues = changed?.get(of.project.id) ?? [];
      yield walk(of, changed === null ? projectWalk(of, run) : changedWalk(of, issues, startedAt, run));
    }
  }
  for (const of of others) yield walk(of, projectWalk(of, run));
}

async function* counted(steps: AsyncIterable<ProjectStep>, count: Count): AsyncGenerator<ProjectStep, void> {
  for await (const step of steps) {
    if ('end' in step) count.done += 1;
    yield step;
  }
}
