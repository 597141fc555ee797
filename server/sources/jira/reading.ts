import type { Progress, ProjectStep, Reading, ReadingStep, StoredProjects } from '../../model/rows.ts';
import { clockSkew } from '../../net/clock-skew.ts';
import { beginRun, type Count } from './begin-run.ts';
import { changedGroups } from './changed.ts';
import type { JiraSourceConfig } from './config.ts';
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
  return { steps: steps(run, count), usage: run.asker.usage };
}

async function* steps(run: Begun, count: Count): AsyncGenerator<ReadingStep, void> {
  for await (const step of readingSteps(run, count)) {
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
