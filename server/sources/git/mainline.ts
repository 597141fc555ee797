import { type ForeignMerges, isFoxtrot } from './foxtrot.ts';
import { type Graph, generations, type Node } from './graph.ts';
import { recogniseSelfMerge } from './recognise.ts';
import type { Remote } from './remote.ts';

/** One commit of the default branch. `parent` is the branch's commit before it, which need not be its first parent. */
export type Step = { node: Node; position: number; parent: string | null };

/** Where a known mainline stands, so that only what is newer has to be read. */
export type Known = { sha: string; length: number };

/**
 * The default branch from its first commit (or the one after `known`) to `head`, along first parents except at foxtrot merges.
 * Null: what is known does not lie on it, or older history is needed to say which parent to follow; walk from the beginning.
 */
export function findMainline(
  graph: Graph,
  head: string,
  branch: string,
  remote: Remote | null,
  known: Known | null,
): Step[] | null {
  const newestFirst: { node: Node; parent: string | null }[] = [];
  let history: ForeignMerges | null = null;
  let sha: string | null = head;
  while (sha !== null && sha !== known?.sha) {
    const node = graph.get(sha);
    if (node === undefined) {
      if (known !== null) return null;
      break;
    }
    let parent = node.parents[0] ?? null;
    const told = node.parents.length > 1 ? recogniseSelfMerge(node.subject, branch) : null;
    if (told !== null) {
      if (known !== null) return null;
      history ??= { graph, generation: generations(graph), remote };
      if (isFoxtrot(node, told, history)) parent = node.parents[1] ?? null;
    }
    newestFirst.push({ node, parent });
    sha = parent;
  }
  if (known !== null && sha === null) return null;
  const start = known?.length ?? 0;
  return newestFirst.reverse().map((step, index) => ({ ...step, position: start + index }));
}
