import type { GitCursor } from './cursor.ts';
import type { Graph, Node } from './graph.ts';
import { findLandings, type Landing } from './landing.ts';
import { findMainline, type Step } from './mainline.ts';
import { ownCommits, type PullHeads, readPullHeads } from './pull-heads.ts';
import { keepsItsAuthorDate, pullRequestId } from './pull-request.ts';
import { rebasedHeads } from './rebased-heads.ts';
import { type Landed, landSides, withoutBaseMerges } from './side-branch.ts';
import type { Walking } from './walking.ts';

export type Owned = { landing: Landing; own: readonly Node[] | null };

/** What a stretch of history says: the mainline, and the pull requests that landed on it, in its order. */
export type Interpreted = { steps: readonly Step[]; pullRequests: readonly Owned[] };

/** Null: the commits after `settled` cannot be understood without the history before them. */
export async function interpret(
  walking: Walking,
  head: string,
  graph: Graph,
  settled: GitCursor['settled'],
): Promise<Interpreted | null> {
  const { clone, progress, signal } = walking;
  const steps = findMainline(graph, head, clone.repository.defaultBranch, clone.remote, settled);
  if (steps === null) return null;
  const { size } = clone.pullHeads;
  if (size > 0) progress({ what: 'reading pull request heads', done: 0, total: size });
  const pulls = await readPullHeads(clone.git, clone.pullHeads, head, signal);
  const told = await firstOnly(findLandings(steps), walking, settled);
  const rebased = rebasedHeads(pulls, steps, told, clone.shallow, settled !== null);
  if (rebased === null) return null;
  const landed = landSides(graph, steps, clone.shallow);
  const rebasedFirst = await firstOnly(rebased, walking, settled);
  const early = new Set(rebasedFirst.map((landing) => landing.number));
  const landings = [...rebasedFirst, ...told.filter((landing) => !early.has(landing.number))];
  landings.sort((a, b) => a.steps[0].position - b.steps[0].position);
  const ownOf = (landing: Landing): readonly Node[] | null =>
    ownByKind(landing, landed, pulls, graph, clone.shallow);
  return { steps, pullRequests: landings.map((landing) => ({ landing, own: ownOf(landing) })) };
}

function ownByKind(
  landing: Landing,
  landed: Landed,
  pulls: PullHeads,
  graph: Graph,
  shallow: ReadonlySet<string>,
): readonly Node[] | null {
  const { node, position } = landing.steps[0];
  if (landing.kind === 'rebase') return landing.steps.map((step) => step.node);
  if (landing.kind === 'merge') {
    const side = landed.sides.get(node.sha);
    return side === undefined || side.cut ? null : withoutBaseMerges(side.commits);
  }
  const own = ownCommits(pulls, landing.number, { graph, position: landed.position }, position, shallow);
  return own ?? (keepsItsAuthorDate(node) ? [node] : null);
}

/** Without numbers that already landed with an earlier commit. What a killed walk stored of these very commits is no earlier one. */
async function firstOnly(
  landings: Landing[],
  { clone, stored }: Walking,
  settled: GitCursor['settled'],
): Promise<Landing[]> {
  if (settled === null || landings.length === 0) return landings;
  const idOf = (landing: Landing): string => pullRequestId(clone.repository.id, landing.number);
  const mergeShas = await stored.mergeShas(landings.map(idOf));
  return landings.filter((landing) => {
    const merged = mergeShas.get(idOf(landing)) ?? null;
    return merged === null || landing.steps.some((step) => step.node.sha === merged);
  });
}
