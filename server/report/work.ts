import type { Placements } from './placements.ts';

/** Whether weeks are those of the total and of the repository by itself, those of the total alone, or of the repository alone. */
export type SeenIn = 'both' | 'total' | 'own';

/** A repository in weeks that are seen alike. */
export type Place = { repository: number; seen: SeenIn };

/** Numbers of people in the snapshot's dictionary, ascending, none twice. */
export type People = Uint32Array;

/** Numbers of placements in the order of their people. */
export type Placed = Uint32Array;

/**
 * Who has counted work where: for each placement a row of bits, one for each place. A filter lets pass whole bits, so that no group
 * has to be put together of people before it is asked for. Of most repositories there is one place alone.
 */
export type Work = {
  placements: Placements;
  places: readonly Place[];
  /** How many repositories there may be. */
  repositories: number;
  /** Words of 32 bits in a row. */
  wide: number;
  words: Uint32Array;
};

export function noWork(placements: Placements, places: readonly Place[], repositories: number): Work {
  const wide = Math.ceil(places.length / 32);
  return { placements, places, repositories, wide, words: new Uint32Array(placements.person.length * wide) };
}

/** A row of bits: those of some places. */
export function bitsOf({ places, wide }: Work, isAsked: (place: Place) => boolean): Uint32Array {
  const bits = new Uint32Array(wide);
  places.forEach((place, number) => {
    if (isAsked(place)) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
  });
  return bits;
}

/** Whether a placement has work in one of some places. */
export function hasAny({ words, wide }: Work, placement: number, bits: Uint32Array): boolean {
  const first = placement * wide;
  for (let word = 0; word < wide; word++) {
    if (((words[first + word] ?? 0) & (bits[word] ?? 0)) !== 0) return true;
  }
  return false;
}

/** Whether a placement has work in such a place as is wanted. */
export function hasWork(
  { words, wide, places }: Work,
  placement: number,
  wanted: (place: Place) => boolean,
): boolean {
  for (let word = 0; word < wide; word++) {
    for (let rest = words[placement * wide + word] ?? 0; rest !== 0; rest &= rest - 1) {
      const place = places[lowestBit(rest, word)];
      if (place !== undefined && wanted(place)) return true;
    }
  }
  return false;
}

/** Of each repository, the placements that have work in it in its own weeks. */
export function placedByRepository({ placements, places, repositories, wide, words }: Work): Placed[] {
  const found: number[][] = Array.from({ length: repositories }, () => []);
  for (const placement of placements.inOrder) {
    for (let word = 0; word < wide; word++) {
      for (let rest = words[placement * wide + word] ?? 0; rest !== 0; rest &= rest - 1) {
        const { repository, seen } = places[lowestBit(rest, word)] ?? NOWHERE;
        const placed = found[repository];
        // Whoever is in both of its places is in it once.
        if (seen !== 'total' && placed !== undefined && placed.at(-1) !== placement) placed.push(placement);
      }
    }
  }
  return found.map((placed) => Uint32Array.from(placed));
}

const NOWHERE: Place = { repository: -1, seen: 'total' };

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
