import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { takenOver } from '../facts/columns/descent.ts';
import type { Dictionary } from '../facts/columns/dictionary.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';

/** Of a row that is nobody's, or left out. */
export const NOBODY = -1;

/** Each person in each set of teams that work of theirs is placed in: mostly one a person. Numbered as they come. */
export type Placements = {
  /** How many people there may be. */
  people: number;
  /** Person and set of teams of each, by their numbers in the snapshot's dictionaries. */
  person: Int32Array;
  teamSet: Int32Array;
  ofPerson(person: number): readonly number[];
  /** All of them by ascending numbers of their people. */
  inOrder: Uint32Array;
  /** The placement of each row of a chunk; NOBODY where it is left out, or nobody's. Programs are nobody. */
  rowsOf(chunk: Chunk): Int32Array;
};

const known = new WeakMap<Dictionary, Numbering>();

/**
 * The placements of a snapshot. Their numbers are shared with the snapshots that it is rebuilt to, so that only rows of new
 * chunks are looked at. Those that there are no more keep theirs until they are as many as the others.
 */
export function placementsOf({ people, chunks }: Snapshot): Placements {
  const numbering = known.get(people) ?? numbered();
  for (const chunk of chunks) rowsOf(chunk, numbering);
  if (numbering.isOutworn()) known.delete(people);
  else known.set(people, numbering);
  return { ...numbering.placements(), rowsOf: (chunk) => rowsOf(chunk, numbering) };
}

const rowsOf = perChunk<Numbering, Int32Array>(
  (chunk, numbering) => {
    const found = new Int32Array(chunk.size).fill(NOBODY);
    for (const { from, countedUntil, mergedUntil, until } of chunk.slices) {
      for (let row = from; row < countedUntil; row++) found[row] = placedAs(numbering, chunk, row);
      for (let row = mergedUntil; row < until; row++) found[row] = placedAs(numbering, chunk, row);
    }
    return found;
  },
  (placed, descent, numbering) => {
    const { chunk } = descent;
    return takenOver(placed, new Int32Array(chunk.size), descent, (row) => placedAs(numbering, chunk, row));
  },
);

function placedAs({ numberOf }: Numbering, { person, teamSet, leftOut }: Chunk, row: number): number {
  const who = person[row] ?? UNKNOWN;
  return who === UNKNOWN || leftOut[row] !== 0 ? NOBODY : numberOf(who, teamSet[row] ?? 0);
}

type Numbering = {
  /** New or not. */
  numberOf(person: number, teamSet: number): number;
  placements(): Omit<Placements, 'rowsOf'>;
  isOutworn(): boolean;
};

function numbered(): Numbering {
  const [persons, teamSets]: [number[], number[]] = [[], []];
  const byPerson: number[][] = [];
  let latest: Omit<Placements, 'rowsOf'> | null = null;
  let atFirst = 0;

  function numberOf(person: number, teamSet: number): number {
    const own = byPerson[person] ?? [];
    for (const placement of own) if (teamSets[placement] === teamSet) return placement;
    byPerson[person] = [...own, persons.length];
    persons.push(person);
    return teamSets.push(teamSet) - 1;
  }

  return {
    numberOf,
    placements() {
      if (latest?.person.length === persons.length) return latest;
      atFirst ||= persons.length;
      const ofPerson = (person: number) => byPerson[person] ?? [];
      const [person, teamSet] = [Int32Array.from(persons), Int32Array.from(teamSets)];
      const inOrder = Uint32Array.from(byPerson.flat());
      const made = { people: byPerson.length, person, teamSet, ofPerson, inOrder };
      latest = made;
      return made;
    },
    isOutworn: () => atFirst > 0 && persons.length > 2 * atFirst + 1000,
  };
}
