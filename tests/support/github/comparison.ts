import { placedCommitNode } from './commit-node.ts';
import { listConnection, type PageArguments } from './connection.ts';
import type { FakeGraph, FakeRepository } from './repository.ts';

/** How a commit stands to a branch, counted in the repository's graph; null when the graph lacks one of them. */
export function comparison(base: string, head: string, repository: FakeRepository): object | null {
  const { graph } = repository;
  if (graph[base] === undefined || graph[head] === undefined) return null;
  const ofBase = historyOfBranch(base, graph);
  const ofHead = historyOf(head, graph);
  const ahead = [...ofHead].filter((oid) => !ofBase.has(oid)).sort(olderFirst(graph));
  const behindBy = ofBase.size - (ofHead.size - ahead.length);
  const status =
    ahead.length > 0 ? (behindBy > 0 ? 'DIVERGED' : 'AHEAD') : behindBy > 0 ? 'BEHIND' : 'IDENTICAL';
  return {
    id: `CMP_${base}_${head}`,
    status,
    aheadBy: ahead.length,
    behindBy,
    baseTarget: () => placedCommitNode(base, repository),
    headTarget: () => placedCommitNode(head, repository),
    commits: (page: PageArguments) => listConnection(ahead, page, (oid) => placedCommitNode(oid, repository)),
  };
}

const branches = new WeakMap<FakeGraph, { tip: string; history: Set<string> }>();

/** Kept from one comparison to the next, since a branch is compared with many commits. A commit's history never changes. */
function historyOfBranch(tip: string, graph: FakeGraph): Set<string> {
  const known = branches.get(graph);
  if (known?.tip === tip) return known.history;
  const history = historyOf(tip, graph);
  branches.set(graph, { tip, history });
  return history;
}

function historyOf(tip: string, graph: FakeGraph): Set<string> {
  const seen = new Set([tip]);
  for (const oid of seen) for (const parent of graph[oid]?.parents ?? []) seen.add(parent);
  return seen;
}

/** Parents before children: by date, and between equal dates by descent. */
function olderFirst(graph: FakeGraph): (a: string, b: string) => number {
  const dateOf = (oid: string): string => graph[oid]?.committedDate ?? '';
  return (a, b) => {
    if (dateOf(a) !== dateOf(b)) return dateOf(a) < dateOf(b) ? -1 : 1;
    return historyOf(b, graph).has(a) ? -1 : 1;
  };
}
