import type { Git } from './client.ts';
import { ancestry, type Graph, type Node, nodeOf } from './graph.ts';
import { normaliseCommit } from './normalise.ts';
import { COMMIT_FORMAT, rawCommits } from './payload.ts';
import { withoutBaseMerges } from './side-branch.ts';

/** As many commits as GitHub lists for one pull request; beyond it a head is more likely a branch than a piece of work. */
const MOST_COMMITS = 250;

/** The heads of pull requests and the commits that only they reach. */
export type PullHeads = { heads: ReadonlyMap<number, string>; graph: Graph };

/** Reads every commit that pull request heads have and `head` lacks, in one log. A head whose commit is gone is passed over. */
export async function readPullHeads(
  git: Git,
  heads: ReadonlyMap<number, string>,
  head: string,
  signal?: AbortSignal,
): Promise<PullHeads> {
  const graph = new Map<string, Node>();
  if (heads.size === 0) return { heads, graph };
  const input = [...[...heads.values()].map((sha) => `${sha}\n`), `^${head}\n`];
  const args = ['log', '-z', `--format=${COMMIT_FORMAT}`, '--ignore-missing', '--stdin'];
  for await (const raw of rawCommits(git.stream(args, signal, input)))
    graph.set(raw.sha, nodeOf(normaliseCommit('', raw)));
  return { heads, graph };
}

/**
 * The own commits of a pull request by its head: what the head reaches and the mainline did not before `position`.
 * Null: no head, nothing of its own, too much, or cut off by the edge of a shallow clone. Costs at most the commits it visits.
 */
export function ownCommits(
  pulls: PullHeads,
  number: number,
  landed: { graph: Graph; position: ReadonlyMap<string, number> },
  position: number,
  shallow: ReadonlySet<string>,
): Node[] | null {
  const head = pulls.heads.get(number);
  if (head === undefined) return null;
  let visited = 0;
  const reached = ancestry([head], (sha) => {
    const later = (landed.position.get(sha) ?? -1) >= position ? landed.graph.get(sha) : undefined;
    const node = pulls.graph.get(sha) ?? later ?? null;
    if (node !== null) visited += 1;
    return visited > 2 * MOST_COMMITS ? null : node;
  });
  if (reached.some((node) => shallow.has(node.sha))) return null;
  const own = withoutBaseMerges(reached);
  return own.length === 0 || own.length > MOST_COMMITS || visited > 2 * MOST_COMMITS ? null : own;
}
