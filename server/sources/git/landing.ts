import type { Landing as LandingKind } from '../../model/pull-request.ts';
import type { Step } from './mainline.ts';
import type { LandingMark } from './recognise.ts';

/** A pull request that reached the default branch, with the mainline commits that brought it. */
export type Landing = {
  kind: LandingKind;
  number: number;
  title: string;
  body: string;
  headBranch: string | null;
  headOwner: string | null;
  /** One step; several, adjacent ones for a rebase. */
  steps: readonly [Step, ...Step[]];
};

/**
 * Landings told by messages on the mainline, in its order. Neighbours with one number are one rebase. A number that comes again
 * later is a re-land or a cherry-pick, not a second pull request. A fork's numbers stand inside side branches: never looked at.
 */
export function findLandings(steps: readonly Step[]): Landing[] {
  const landings: Landing[] = [];
  const seen = new Set<number>();
  for (let at = 0; at < steps.length; ) {
    const first = steps[at];
    const mark = first?.node.mark ?? null;
    at += 1;
    if (first === undefined || mark === null) continue;
    const group: [Step, ...Step[]] = [first];
    for (let next = steps[at]; next !== undefined && continues(first, mark, next); next = steps[at]) {
      group.push(next);
      at += 1;
    }
    if (!seen.has(mark.number)) landings.push(landingOf(group, mark));
    seen.add(mark.number);
  }
  return landings;
}

/** How many steps at the end may still change when more commits land: those of a rebase that may go on. */
export function unsettled(steps: readonly Step[]): number {
  const last = steps.at(-1)?.node;
  if (last === undefined || last.mark === null || last.parents.length > 1) return 0;
  const { number } = last.mark;
  const before = steps.findLastIndex(
    ({ node }) => node.parents.length > 1 || node.mark === null || node.mark.number !== number,
  );
  return steps.length - 1 - before;
}

/** Several commits land by a rebase; so does a single one that carries the trailer which tools write when they rebase. */
function landingOf(steps: readonly [Step, ...Step[]], mark: LandingMark): Landing {
  const single = steps.length === 1 && mark.by === 'landing' ? 'squash' : 'rebase';
  const kind = steps[0].node.parents.length > 1 ? 'merge' : single;
  return {
    kind,
    number: mark.number,
    title: mark.title,
    body: mark.body,
    headBranch: mark.headBranch,
    headOwner: mark.headOwner,
    steps,
  };
}

function continues(first: Step, mark: LandingMark, next: Step): boolean {
  const bothSingle = first.node.parents.length < 2 && next.node.parents.length < 2;
  return bothSingle && next.node.mark?.number === mark.number;
}
