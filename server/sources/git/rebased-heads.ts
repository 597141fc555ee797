import type { Node } from './graph.ts';
import type { Landing } from './landing.ts';
import type { Step } from './mainline.ts';
import { ownCommits, type PullHeads } from './pull-heads.ts';

/**
 * Pull requests that were rebased onto the mainline without a number in any message: every commit of a head, told by author,
 * author date and subject, stands there, in order and adjacent, and none was committed there before it was in the head (that
 * would be a backport). `partial`: the steps continue a mainline; null: a pull request begins before them.
 */
export function rebasedHeads(
  pulls: PullHeads,
  steps: readonly Step[],
  landings: readonly Landing[],
  shallow: ReadonlySet<string>,
  partial: boolean,
): Landing[] | null {
  const taken = new Set(landings.flatMap((landing) => landing.steps.map((step) => step.node.sha)));
  const told = new Map(landings.map((landing) => [landing.number, landing.steps[0].position]));
  const places = new Map<string, number[]>();
  steps.forEach(({ node }, index) => {
    if (node.parents.length > 1 || taken.has(node.sha)) return;
    const same = places.get(identity(node));
    if (same === undefined) places.set(identity(node), [index]);
    else same.push(index);
  });
  const found: Landing[] = [];
  const outside = { graph: pulls.graph, position: new Map<string, number>() };
  for (const [number, head] of [...pulls.heads].sort(([a], [b]) => a - b)) {
    const tip = pulls.graph.get(head);
    if (tip === undefined) continue;
    if (tip.parents.length < 2 && !places.has(identity(tip))) continue;
    const own = ownCommits(pulls, number, outside, 0, shallow);
    const last = own?.at(-1);
    if (own === null || last === undefined) continue;
    for (const end of places.get(identity(last)) ?? []) {
      const start = end - own.length + 1;
      const group = steps.slice(Math.max(start, 0), end + 1);
      if (!matches(own.slice(-group.length), group, taken)) continue;
      if (start < 0 && partial) return null;
      const [first, ...others] = group;
      if (start < 0 || first === undefined || first.position > (told.get(number) ?? Infinity)) continue;
      for (const step of group) taken.add(step.node.sha);
      const title = own[0]?.subject ?? '';
      found.push({
        kind: 'rebase',
        number,
        title,
        body: '',
        headBranch: null,
        headOwner: null,
        steps: [first, ...others],
      });
      break;
    }
  }
  return found;
}

function matches(own: readonly Node[], steps: readonly Step[], taken: ReadonlySet<string>): boolean {
  return own.every((node, index) => {
    const landed = steps[index]?.node;
    if (landed === undefined || landed.parents.length > 1 || taken.has(landed.sha)) return false;
    return identity(node) === identity(landed) && node.committedAt <= landed.committedAt;
  });
}

function identity(node: Node): string {
  return `${node.author.email}\n${node.authoredAt}\n${node.subject}`;
}
