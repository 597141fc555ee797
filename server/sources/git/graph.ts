import type { GitIdentity } from '../../model/commit.ts';
import type { Instant } from '../../model/instant.ts';
import type { GitCommit } from './normalise.ts';
import { type LandingMark, recogniseLanding, splitMessage } from './recognise.ts';

/** What the walk keeps of a commit in memory: its place in the graph and what recognition needs, not its message. */
export type Node = {
  sha: string;
  parents: readonly string[];
  author: GitIdentity;
  authoredAt: Instant;
  committer: string;
  committedAt: Instant;
  subject: string;
  mark: LandingMark | null;
};

export type Graph = ReadonlyMap<string, Node>;

const SUBJECT_KEPT = 200;

export function nodeOf(commit: GitCommit): Node {
  const { subject } = splitMessage(commit.message);
  return {
    sha: commit.sha,
    parents: commit.parents,
    author: commit.author,
    authoredAt: commit.authoredAt,
    committer: commit.committer.email,
    committedAt: commit.committedAt,
    // Copied, since a slice of a string keeps the whole of it alive.
    subject: Buffer.from(subject.slice(0, SUBJECT_KEPT)).toString(),
    mark: recogniseLanding(commit.message, commit.parents.length),
  };
}

/**
 * Commits reachable from `tips` that `enter` lets pass, parents before children. What `enter` refuses hides what lies behind it.
 * The order depends on the graph alone, not on the order in which Git printed it. Visits each commit once.
 */
export function ancestry(tips: readonly string[], enter: (sha: string) => Node | null): Node[] {
  const ordered: Node[] = [];
  const seen = new Set<string>();
  const open: { node: Node; next: number }[] = [];
  const push = (sha: string): void => {
    if (seen.has(sha)) return;
    seen.add(sha);
    const node = enter(sha);
    if (node !== null) open.push({ node, next: 0 });
  };
  for (const tip of tips) {
    push(tip);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const parent = top.node.parents[top.next];
      top.next += 1;
      if (parent !== undefined) push(parent);
      else {
        ordered.push(top.node);
        open.pop();
      }
    }
  }
  return ordered;
}

/** The length of the longest way to a first commit: a parent's is always smaller than its child's. */
export function generations(graph: Graph): Map<string, number> {
  const generation = new Map<string, number>();
  for (const node of ancestry([...graph.keys()], (sha) => graph.get(sha) ?? null))
    generation.set(
      node.sha,
      1 + node.parents.reduce((high, parent) => Math.max(high, generation.get(parent) ?? 0), 0),
    );
  return generation;
}
