import { type Group, groupOf, type People } from './contributors.ts';

/** Fewer people than this are never shown by themselves, neither as a group nor as the difference of two. */
export const FEWEST = 5;

/**
 * Whether setting two groups side by side tells of one to four people: those who have work in one and none in the other or,
 * where the people are the same, those whose work is in one alone.
 */
export function tooClose(one: Group, other: Group): boolean {
  const apart = peopleApart(one.people, other.people);
  return apart === 0 ? few(ownersApart(one, other)) : few(apart);
}

/** One to four: none at all tell nothing of anybody. */
export function few(people: number): boolean {
  return people > 0 && people < FEWEST;
}

/** People of one and not of the other; FEWEST stands for any number from there on. */
function peopleApart(one: People, other: People): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let apart = large.size - small.size;
  for (const person of small) {
    if (apart >= FEWEST) return FEWEST;
    if (!large.has(person)) apart += 2;
  }
  return Math.min(apart, FEWEST);
}

/** People who have work that one lets pass and the other does not. */
function ownersApart(one: Group, other: Group): number {
  const [inOne, inOther] = [new Set(one.cells), new Set(other.cells)];
  const apart = [
    ...one.cells.filter((cell) => !inOther.has(cell)),
    ...other.cells.filter((cell) => !inOne.has(cell)),
  ];
  return groupOf(apart).people.size;
}
