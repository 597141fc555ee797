import type { Commit, LineRework } from '../../model/commit.ts';
import type { PullRequest } from '../../model/pull-request.ts';
import type { WalkStep } from '../../model/rows.ts';
import { deliveredBy } from './delivered.ts';
import type { Landed } from './kinds.ts';
import type { Opening } from './opening.ts';
import type { Organisation } from './organisation.ts';
import type { DemoRepository } from './repositories.ts';
import { type Told, toldUntil } from './story.ts';
import { backPortOf, dependencyUpdate, type Upkeep, upkeepOf } from './upkeep.ts';
import { workOf } from './work.ts';

const BATCH = 300;

/** One repository's whole history, in the order in which its pull requests were opened; `cursor` ends it. */
export async function* walkDemo(
  organisation: Organisation,
  repository: DemoRepository,
  openings: readonly Opening[],
  cursor: string,
  signal: AbortSignal,
): AsyncGenerator<WalkStep, void> {
  const { until } = organisation.demo;
  const landed: Landed[] = [];
  let pullRequests: PullRequest[] = [];
  let commits: Commit[] = [];
  let rework: LineRework[] = [];
  for (const told of everything(organisation, repository, openings, landed)) {
    pullRequests.push(told.pullRequest);
    commits.push(...told.commits);
    if (told.rework !== null) rework.push(told.rework);
    if (pullRequests.length < BATCH) continue;
    signal.throwIfAborted();
    yield { rows: { pullRequests, commits, rework, towards: cursor } };
    [pullRequests, commits, rework] = [[], [], []];
  }
  signal.throwIfAborted();
  const delivered = deliveredBy(organisation, repository, landed);
  yield { rows: { pullRequests, commits, rework, ...delivered, towards: cursor } };
  yield { end: { cursor, coveredUntil: until, limits: [], replaces: null, notes: null } };
}

/** Puts into `landed` what reached the default branch. */
function* everything(
  organisation: Organisation,
  repository: DemoRepository,
  openings: readonly Opening[],
  landed: Landed[],
): Generator<Told> {
  let number = repository.numberedFrom;
  const numbers = () => ++number;
  const main = repository.row.defaultBranch;
  for (const one of inOrder(openings, upkeepOf(organisation, repository))) {
    let story = null;
    if (!('is' in one)) story = workOf(organisation, one, { kind: null, base: main }, landed, numbers);
    else if (one.is === 'dependency') story = dependencyUpdate(organisation, repository, one, numbers());
    else {
      const back = backPortOf(organisation, repository, one, landed);
      const asked = { kind: back?.kind ?? null, base: repository.maintained ?? main };
      if (back !== null) story = workOf(organisation, back.opening, asked, landed, numbers);
    }
    if (story === null) continue;
    const told = toldUntil(story, organisation.demo.until);
    if (told.landed !== null) landed.push(told.landed);
    yield told;
  }
}

function inOrder(openings: readonly Opening[], upkeep: readonly Upkeep[]): (Opening | Upkeep)[] {
  return [...openings, ...upkeep].sort((one, other) => one.at - other.at || one.seed - other.seed);
}
