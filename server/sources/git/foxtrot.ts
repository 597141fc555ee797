import type { Graph, Node } from './graph.ts';
import type { SelfMerge } from './recognise.ts';
import { parseRemote, type Remote } from './remote.ts';

export type ForeignMerges = { graph: Graph; generation: ReadonlyMap<string, number>; remote: Remote | null };

/**
 * Whether a merge of the branch into itself turned the branch's own history into the second parent. Somebody with local commits
 * pulled, merged, and pushed: then the first parent's own commits are all theirs. A maintainer who pulls a fork's branch of the
 * same name writes the same message; there the first parent is right. The side with more pull requests decides; if none has
 * more, the names and the committers do.
 */
export function isFoxtrot(merge: Node, told: SelfMerge, history: ForeignMerges): boolean {
  const [first, second] = merge.parents;
  if (first === undefined || second === undefined || merge.parents.length > 2) return false;
  const { firstOnly, secondOnly } = difference(first, second, history);
  const local = landings(firstOnly.values());
  const pulled = landings(secondOnly.values());
  if (pulled !== local) return pulled > local;
  if (told.intoOther || isOtherRepository(told.from, history.remote)) return false;
  for (let node = firstOnly.get(first); node !== undefined; node = firstOnly.get(node.parents[0] ?? ''))
    if (node.committer !== merge.committer) return false;
  return true;
}

function landings(nodes: Iterable<Node>): number {
  let count = 0;
  for (const node of nodes) if (node.mark !== null) count += 1;
  return count;
}

function isOtherRepository(from: string | null, remote: Remote | null): boolean {
  const other = from === null ? null : parseRemote(from);
  if (other === null || remote === null) return false;
  return other.host !== remote.host || other.path.toLowerCase() !== remote.path.toLowerCase();
}

const FIRST = 1;
const SECOND = 2;

/** Commits that only one of two can reach. Goes down by generation and stops where all that is left is reached by both. */
function difference(first: string, second: string, { graph, generation }: ForeignMerges) {
  const reached = new Map<string, number>();
  const levels = new Map<number, Node[]>();
  const firstOnly = new Map<string, Node>();
  const secondOnly = new Map<string, Node>();
  let oneSided = 0;
  const paint = (sha: string, colour: number): void => {
    const node = graph.get(sha);
    const before = reached.get(sha) ?? 0;
    const after = before | colour;
    if (node === undefined || after === before) return;
    reached.set(sha, after);
    if (before === 0) {
      const level = generation.get(sha) ?? 0;
      const peers = levels.get(level);
      if (peers === undefined) levels.set(level, [node]);
      else peers.push(node);
      if (after !== (FIRST | SECOND)) oneSided += 1;
    } else oneSided -= 1;
  };
  paint(first, FIRST);
  paint(second, SECOND);
  const highest = Math.max(generation.get(first) ?? 0, generation.get(second) ?? 0);
  for (let level = highest; level > 0 && oneSided > 0; level -= 1) {
    for (const node of levels.get(level) ?? []) {
      const colour = reached.get(node.sha) ?? 0;
      if (colour !== (FIRST | SECOND)) {
        oneSided -= 1;
        (colour === FIRST ? firstOnly : secondOnly).set(node.sha, node);
      }
      for (const parent of node.parents) paint(parent, colour);
    }
    levels.delete(level);
  }
  return { firstOnly, secondOnly };
}
