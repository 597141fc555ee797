import type { WalkEnd, WalkStep } from '../../model/rows.ts';
import type { GitCursor } from './cursor.ts';
import { type Node, nodeOf } from './graph.ts';
import { readCommits } from './history.ts';
import { type Interpreted, interpret } from './interpret.ts';
import { unsettled } from './landing.ts';
import { mainlineRows, pullRequestOf } from './pull-request.ts';
import { measureSizes, unknownSize } from './sizes.ts';
import type { Walking } from './walking.ts';
import type { Wanted } from './wanted.ts';

export type Replaced = NonNullable<WalkEnd['replaces']>;
export type Walked = { cursor: GitCursor; replaces: Replaced | null };

/**
 * Walks the branch from the beginning, or what came after `known`. Null: what came cannot be understood without the history
 * before it; what was yielded is right all the same, and a walk from the beginning will yield it again.
 */
export async function* walkRange(
  walking: Walking,
  known: GitCursor | null,
): AsyncGenerator<WalkStep, Walked | null> {
  const { clone } = walking;
  const settled = known?.settled ?? null;
  const graph = new Map<string, Node>();
  let history: Interpreted | null = { steps: [], pullRequests: [] };
  if (clone.head !== null) {
    const { sha } = clone.head;
    for await (const commits of readCommits(walking, settled === null ? [sha] : [sha, `^${settled.sha}`])) {
      for (const commit of commits) graph.set(commit.sha, nodeOf(commit));
      yield { rows: { commits } };
    }
    history = await interpret(walking, sha, graph, settled);
  }
  if (history === null) return null;

  const { steps, pullRequests } = history;
  const own = new Set(pullRequests.flatMap((pullRequest) => pullRequest.own ?? []));
  const fromHeads = [...own].filter((node) => !graph.has(node.sha));
  if (fromHeads.length > 0) {
    const shas = fromHeads.map((node) => `${node.sha}\n`);
    for await (const commits of readCommits(walking, ['--no-walk=unsorted', '--stdin'], shas))
      yield { rows: { commits } };
  }
  const rows = pullRequests.map((found) =>
    pullRequestOf(clone.repository, clone.remote, found.landing, found.own),
  );
  for (const some of batches(rows)) yield { rows: { pullRequests: some } };
  const landings = pullRequests.map(({ landing }) => landing);
  for (const some of batches(mainlineRows(clone.repository.id, steps, landings)))
    yield { rows: { mainline: some } };
  const unsized = yield* readSizes(walking, [...graph.values(), ...fromHeads], history);

  const replaces = {
    commits: new Set([...graph.keys(), ...fromHeads.map((node) => node.sha)]),
    pullRequests: new Set(rows.map((pullRequest) => pullRequest.id)),
    mainlineLength: steps.length,
  };
  const cursor = nextCursor(walking, known, history, unsized);
  return { cursor, replaces: settled === null ? replaces : null };
}

/**
 * Sizes of all commits but the merges inside side branches, whose changes are counted where they were made. At the edge of a
 * shallow clone a commit's parents are missing, and its difference would be the whole tree: unknown.
 */
async function* readSizes(
  walking: Walking,
  nodes: readonly Node[],
  { steps }: Interpreted,
): AsyncGenerator<WalkStep, boolean> {
  const { clone, stored, progress, signal } = walking;
  const mainline = new Map(steps.map((step) => [step.node.sha, step.parent]));
  const edge = nodes.filter((node) => clone.shallow.has(node.sha));
  if (edge.length > 0)
    yield { rows: { sizes: edge.map(({ sha }) => unknownSize(clone.repository.id, sha)) } };
  const wanted = nodes.flatMap(({ sha, parents }): Wanted[] => {
    if (clone.shallow.has(sha) || (parents.length > 1 && !mainline.has(sha))) return [];
    return [{ sha, parent: mainline.get(sha) ?? parents[0] ?? null }];
  });
  const { git, path, repository, partial } = clone;
  const reading = { git, path, repositoryId: repository.id, stored, progress, signal, partial };
  const sizes = measureSizes(wanted, reading);
  for (let next = await sizes.next(); ; next = await sizes.next()) {
    if (next.done) return next.value;
    yield { rows: { sizes: next.value } };
  }
}

function nextCursor(
  { clone }: Walking,
  known: GitCursor | null,
  { steps, pullRequests }: Interpreted,
  unsized: boolean,
): GitCursor {
  const before = known?.settled ?? null;
  const mainlineLength = (before?.length ?? 0) + steps.length;
  const last = steps[steps.length - 1 - unsettled(steps)];
  const blind = pullRequests.filter(({ landing, own }) => landing.kind === 'squash' && own === null);
  const hiddenUpTo = (length: number): number =>
    (before?.hidden ?? 0) + blind.filter(({ landing }) => landing.steps[0].position < length).length;
  const length = last === undefined ? 0 : last.position + 1;
  const lacking = blind.map(({ landing }) => landing.number).filter((n) => !clone.pullHeads.has(n));
  const headsKnown = clone.pullHeads.size > 0 || (known?.lacking ?? null) !== null;
  return {
    version: 1,
    branch: clone.repository.defaultBranch,
    head: clone.head?.sha ?? null,
    mainlineLength,
    settled: last === undefined ? before : { sha: last.node.sha, length, hidden: hiddenUpTo(length) },
    hidden: hiddenUpTo(mainlineLength),
    lacking: headsKnown ? [...new Set([...(known?.lacking ?? []), ...lacking])] : null,
    notes: null,
    shallow: [...clone.shallow].sort(),
    begins: before === null ? (steps[0]?.node.committedAt ?? null) : (known?.begins ?? null),
    unsized: unsized || (known?.unsized ?? false),
  };
}

function* batches<T>(items: readonly T[]): Generator<T[], void> {
  for (let at = 0; at < items.length; at += 1000) yield items.slice(at, at + 1000);
}
