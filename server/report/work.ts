import type { Placements } from './placements.ts';

/** Whether weeks are those of the total and of the repository by itself, those of the total alone, or of the repository alone. */
export const SEEN = ['both', 'total', 'own'] as const;
export type SeenIn = (typeof SEEN)[number];

/** Numbers of people in the snapshot's dictionary, ascending, none twice. */
export type People = Uint32Array;

/** Numbers of placements in the order of their people. */
export type Placed = Uint32Array;

/**
 * Who has counted work where: for each placement a row of bits, one for each repository, apart by the weeks that the work lies
 * in. A filter lets pass whole bits, so that no group has to be put together of people before it is asked for.
 */
export type Work = {
  placements: Placements;
  repositories: number;
  /** Words of 32 bits in a row. */
  wide: number;
} & Readonly<Record<SeenIn, Uint32Array>>;

/** @param apart whether some repository is not seen in the same weeks as the total; else there are bits of `both` alone */
export function noWork(placements: Placements, repositories: number, apart: boolean): Work {
  const wide = Math.ceil(repositories / 32);
  const words = (needed: boolean) => new Uint32Array(needed ? placements.person.length * wide : 0);
  return { placements, repositories, wide, both: words(true), total: words(apart), own: words(apart) };
}

/** The placements that have work in the total. */
export function placedInTotal({ placements, wide, both, total }: Work): Placed {
  return placements.inOrder.filter((placement) => {
    for (let at = placement * wide; at < (placement + 1) * wide; at++) {
      if (((both[at] ?? 0) | (total[at] ?? 0)) !== 0) return true;
    }
    return false;
  });
}

/** Of each repository, the placements that have work in it in its own weeks. */
export function placedByRepository({ placements, repositories, wide, both, own }: Work): Placed[] {
  const found: number[][] = Array.from({ length: repositories }, () => []);
  for (const placement of placements.inOrder) {
    for (let word = 0; word < wide; word++) {
      const at = placement * wide + word;
      const bits = (both[at] ?? 0) | (own[at] ?? 0);
      for (let rest = bits; rest !== 0; rest &= rest - 1) found[lowestBit(rest, word)]?.push(placement);
    }
  }
  return found.map((placed) => Uint32Array.from(placed));
}

/** Whether a placement has such work as is wanted. */
export function hasWork(
  work: Work,
  placement: number,
  wanted: (seen: SeenIn, repository: number) => boolean,
): boolean {
  for (const seen of SEEN) {
    for (let word = 0; word < work.wide; word++) {
      const bits = work[seen][placement * work.wide + word] ?? 0;
      for (let rest = bits; rest !== 0; rest &= rest - 1)
        if (wanted(seen, lowestBit(rest, word))) return true;
    }
  }
  return false;
}

export function peopleOf({ person }: Placements, placed: Placed): People {
  const people = new Uint32Array(placed.length);
  let size = 0;
  for (const placement of placed) {
    const who = person[placement] ?? 0;
    if (size > 0 && people[size - 1] === who) continue;
    people[size] = who;
    size += 1;
  }
  return people.subarray(0, size);
}

/** The number that the lowest bit of a word has in its row. */
function lowestBit(bits: number, word: number): number {
  return 32 * word + 31 - Math.clz32(bits & -bits);
}
