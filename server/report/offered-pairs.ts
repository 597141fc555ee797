import { apart, bySize } from './near-groups.ts';
import { few, type Group, type NamedGroup } from './too-close.ts';
import type { Work } from './work.ts';
import type { Numbered } from './work-groups.ts';

/** A team’s work in one repository. */
export type Pair = NamedGroup & { team: Numbered; repository: Numbered };

/** A team or a repository, of which pairs are parts. */
export type Whole = NamedGroup &
  Numbered & {
    /** How many people have work in it that is in none of its parts; FEWEST stands for any number from there on. */
    beside(parts: readonly Pair[]): number;
  };

/**
 * Teams that may be asked for within one repository, by the same rules. What a team or a repository has beside them is nobody's,
 * or that of five people.
 */
export function offeredPairs(
  work: Work,
  pairs: readonly Pair[],
  total: Group,
  teams: readonly Whole[],
  repositories: readonly Whole[],
  closeToTeams: (group: Group) => boolean,
): Pair[] {
  const offered = new Set(apart(work, pairs, [total, ...repositories], closeToTeams));
  const ofTeams = tellingWholes([...offered], teams, ({ team }) => team.id);
  const ofRepositories = tellingWholes([...offered], repositories, ({ repository }) => repository.id);
  for (;;) {
    const out = ofTeams.smallestPart() ?? ofRepositories.smallestPart();
    if (out === undefined) return [...offered];
    offered.delete(out);
    ofTeams.remove(out);
    ofRepositories.remove(out);
  }
}

/** Those of some wholes that, without their parts, show one to four people; what is removed changes only its own whole. */
function tellingWholes(pairs: readonly Pair[], wholes: readonly Whole[], wholeOf: (pair: Pair) => string) {
  const known = new Map(wholes.map((whole) => [whole.id, whole]));
  const partsOf = Map.groupBy(pairs, wholeOf);
  const telling = new Set<Whole>();

  function judge(id: string): void {
    const whole = known.get(id);
    const parts = partsOf.get(id) ?? [];
    if (whole === undefined) return;
    if (parts.length > 0 && few(whole.beside(parts))) telling.add(whole);
    else telling.delete(whole);
  }

  for (const id of partsOf.keys()) judge(id);
  return {
    /** The smallest part of the first of them. */
    smallestPart(): Pair | undefined {
      const first = telling.size === 0 ? undefined : wholes.find((whole) => telling.has(whole));
      return first && partsOf.get(first.id)?.toSorted(bySize)[0];
    },
    remove(pair: Pair): void {
      const id = wholeOf(pair);
      partsOf.set(
        id,
        (partsOf.get(id) ?? []).filter((part) => part !== pair),
      );
      judge(id);
    },
  };
}
