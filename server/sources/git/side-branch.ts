import { ancestry, type Graph, type Node } from './graph.ts';
import type { Step } from './mainline.ts';

/** What a merge brought in. `cut`: part of it lies behind the edge of a shallow clone. */
export type Side = { commits: readonly Node[]; cut: boolean };

export type Landed = {
  /** Position of the mainline commit with which a commit first became part of the default branch. */
  position: ReadonlyMap<string, number>;
  /** By merge commit. */
  sides: ReadonlyMap<string, Side>;
};

/**
 * Gives every commit to the mainline commit that first brought it in, oldest first, so each is visited once. Commits outside
 * the graph are older than all of it.
 */
export function landSides(graph: Graph, steps: readonly Step[], shallow: ReadonlySet<string>): Landed {
  const position = new Map<string, number>();
  const sides = new Map<string, Side>();
  for (const step of steps) {
    position.set(step.node.sha, step.position);
    if (step.node.parents.length < 2) continue;
    const tips = step.node.parents.filter((parent) => parent !== step.parent);
    const commits = ancestry(tips, (sha) => (position.has(sha) ? null : (graph.get(sha) ?? null)));
    for (const node of commits) position.set(node.sha, step.position);
    sides.set(step.node.sha, { commits, cut: commits.some((node) => shallow.has(node.sha)) });
  }
  return { position, sides };
}

/**
 * Without the merges that only brought the base branch up to date: those whose merged-in parent is not part of the work.
 * A merge of two parts of the work is one of its commits, as on the forges.
 */
export function withoutBaseMerges(commits: readonly Node[]): Node[] {
  const own = new Set(commits.map((node) => node.sha));
  return commits.filter((node) => node.parents.slice(1).every((parent) => own.has(parent)));
}
