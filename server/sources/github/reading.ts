import type { Instant } from '../../model/instant.ts';
import type { Progress, Reading, ReadingStep, StoredRows, WalkStep } from '../../model/rows.ts';
import { clockSkew } from '../../net/clock-skew.ts';
import { beginRun, type Count } from './begin-run.ts';
import type { GithubSourceConfig } from './config.ts';
import { parseCursor, parseTowards } from './cursor.ts';
import { type Known, knownWalks } from './known-walks.ts';
import { longWalk } from './long-walk.ts';
import { olderWalk } from './older-walk.ts';
import type { GithubOutside } from './outside.ts';
import { priceParts } from './prices.ts';
import type { Run } from './run.ts';
import { type InScope, scopeOf } from './scope.ts';
import { teamsOf } from './teams.ts';

export type { GithubOutside };

/**
 * GitHub, as configured. Repositories that were read before come first, since they cost little; those that were never read to
 * their end go on where they were. Throws SourceError when the credentials cannot be used at all.
 */
export async function openGithub(
  config: GithubSourceConfig,
  outside: GithubOutside,
  stored: StoredRows,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const count: Count = { done: 0, of: 0 };
  const run = await beginRun(config, outside, { stored, progress, signal, count });
  return { steps: untilEnded(readingSteps(run, count), run), usage: run.asker.usage };
}

/**
 * What a first import has left for later, of repositories that were read to their end, as far back as `until`; null: all of it. Throws
 * as `openGithub` does.
 */
export async function openOlderGithub(
  config: GithubSourceConfig,
  outside: GithubOutside,
  stored: StoredRows,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
  until: Instant | null,
): Promise<Reading> {
  const count: Count = { done: 0, of: 0 };
  const run = await beginRun(config, outside, { stored, progress, signal, count });
  return { steps: untilEnded(olderSteps(run, count, until), run), usage: run.asker.usage };
}

async function* olderSteps(run: Run, count: Count, until: Instant | null): AsyncGenerator<ReadingStep, void> {
  const { repositories } = await scopeOf(run);
  const waiting = repositories.flatMap((of) => {
    const cursor = parseCursor(of.known?.cursor ?? null);
    const older = cursor?.older;
    const isOpen = parseTowards(of.known?.towards ?? null) !== null;
    if (cursor === null || older === undefined || isOpen) return [];
    return until === null || older.before > until ? [{ of, cursor: { ...cursor, older } }] : [];
  });
  count.of = waiting.length;
  const [first] = waiting;
  if (first === undefined) return;
  const all = waiting.reduce((sum, { of }) => sum + of.pullRequests, 0);
  await priceParts(all, first.of.nodeId, run);
  for (const [n, { of, cursor }] of waiting.entries()) {
    of.label = `repository ${n + 1} of ${count.of}: ${of.repository.name}`;
    yield { walk: { repository: of.repository, steps: olderWalk(of, cursor, until, run) } };
    count.done += 1;
  }
}

async function* untilEnded(all: AsyncIterable<ReadingStep>, run: Run): AsyncGenerator<ReadingStep, void> {
  for await (const step of all) {
    yield step;
    // What ends the source may have struck within a walk; then it ends here as well.
    const ended = run.asker.ended();
    if (ended !== null) throw ended;
    for (const sentence of run.leftOut.splice(0)) yield { leftOut: sentence };
  }
  for (const sentence of run.leftOut.splice(0)) yield { leftOut: sentence };
}

async function* readingSteps(run: Run, count: Count): AsyncGenerator<ReadingStep, void> {
  const { asker } = run;
  run.progress({ what: 'looking for repositories', done: 0, total: null });
  const scope = await scopeOf(run);
  const skew = clockSkew(asker.ahead(), "GitHub's");
  if (skew !== null) yield { leftOut: skew };
  yield* scope.steps;
  for (const sentence of scope.unseen) yield { leftOut: sentence };
  if (scope.owner?.isOrganization) yield await teamsOf(scope.owner.login, run);

  const known: Known[] = [];
  const others: InScope[] = [];
  for (const of of scope.repositories) {
    const cursor = parseCursor(of.known?.cursor ?? null);
    if (cursor !== null && parseTowards(of.known?.towards ?? null) === null) known.push({ of, cursor });
    else others.push(of);
  }
  // What was begun is ended before anything else is begun.
  others.sort((a, b) => Number(b.known?.towards != null) - Number(a.known?.towards != null));
  count.of = scope.repositories.length;
  let begun = 0;
  const walk = (of: InScope, rows: AsyncIterable<WalkStep>): ReadingStep => {
    begun += 1;
    of.label = `repository ${begun} of ${count.of}: ${of.repository.name}`;
    return { walk: { repository: of.repository, steps: counted(rows, count) } };
  };
  const [first] = others;
  if (first !== undefined) {
    const expected = others.reduce((sum, of) => sum + leftToRead(of), 0);
    await priceParts(expected, first.nodeId, run);
  }
  yield* knownWalks(known, walk, run);
  for (const of of others) {
    const { cursor = null, towards = null } = of.known ?? {};
    yield walk(of, longWalk(of, parseCursor(cursor), parseTowards(towards), run));
  }
}

function leftToRead({ pullRequests, known }: InScope): number {
  const towards = parseTowards(known?.towards ?? null);
  if (towards === null) return pullRequests;
  return towards.paged ? 0 : Math.max(0, pullRequests - towards.passed);
}

async function* counted(steps: AsyncIterable<WalkStep>, count: Count): AsyncGenerator<WalkStep, void> {
  for await (const step of steps) {
    if ('end' in step) count.done += 1;
    yield step;
  }
}
