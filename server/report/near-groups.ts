import { FEWEST, type Group, type NamedGroup, smallestFirst, tooClose } from './too-close.ts';
import type { Work } from './work.ts';

export const bySize = smallestFirst<NamedGroup>(({ people }) => people.length);

/**
 * Of groups of five people or more those that are too close neither to what may be asked for anyway nor to a larger one of them,
 * nor to what `closeToTeams` knows of.
 */
export function apart<One extends NamedGroup>(
  work: Work,
  groups: readonly One[],
  others: readonly Group[],
  closeToTeams: (group: Group) => boolean,
): One[] {
  const near = nearGroups(work);
  for (const other of others) near.add(other);
  const taken: One[] = [];
  for (const group of groups.toSorted(bySize).reverse()) {
    if (group.people.length < FEWEST || near.isTooClose(group) || closeToTeams(group)) continue;
    near.add(group);
    taken.push(group);
  }
  return taken;
}

/**
 * Two groups too close to each other differ by four people at most, so that among the first five of each there is one whom both
 * have: only such groups are compared. A group that is judged has five people or more.
 */
function nearGroups(work: Work) {
  const byPerson = new Map<number, Group[]>();
  const firstOf = ({ people }: Group) => people.subarray(0, FEWEST);
  return {
    add(group: Group): void {
      for (const person of firstOf(group)) {
        const known = byPerson.get(person);
        if (known === undefined) byPerson.set(person, [group]);
        else known.push(group);
      }
    },
    isTooClose: (group: Group): boolean =>
      firstOf(group).some((person) => byPerson.get(person)?.some((other) => tooClose(work, group, other))),
  };
}
