import { apart, bySize } from './near-groups.ts';
import { countFew, few, type Group, type NamedGroup } from './too-close.ts';
import type { Work } from './work.ts';

/**
 * The repositories that may be asked for: those of five people or more that differ from the total, from every combination of
 * teams and from each other by nobody or by five people; of two that are too close the larger. What the total has beside
 * them is that of two repositories and of five people at least. `beside` are repositories that the total leaves out.
 */
export function offeredRepositories<One extends NamedGroup>(
  work: Work,
  repositories: readonly One[],
  beside: readonly One[],
  total: Group,
  closeToTeams: (group: Group) => boolean,
): One[] {
  let offered = apart(work, repositories, [total], closeToTeams);
  for (;;) {
    const known = new Set(offered);
    const folded = repositories.filter((one) => one.people.length > 0 && !known.has(one));
    const [smallest, ...larger] = offered.toSorted(bySize);
    const rest = countFew(peopleOfAll(folded));
    if (smallest === undefined || (folded.length !== 1 && !few(rest))) {
      return [...offered, ...apart(work, beside, [total, ...offered], closeToTeams)];
    }
    offered = larger;
  }
}

function* peopleOfAll(groups: readonly Group[]): Generator<number> {
  for (const { people } of groups) yield* people;
}
