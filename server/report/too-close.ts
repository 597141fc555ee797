import { hasWork, type People, type Place, type Work } from './work.ts';

/** Fewer people than this are never shown by themselves, neither as a group nor as the difference of two. */
export const FEWEST = 5;

/** All work that a filter lets pass, and whose it is. */
export type Group = {
  people: People;
  /** Whether it lets pass what a placement has in a place. */
  lets(place: Place, placement: number): boolean;
};

export type NamedGroup = Group & { id: string };

/**
 * Whether setting two groups side by side tells of one to four people: those who have work in one and none in the other or,
 * where the people are the same, those whose work is in one alone.
 */
export function tooClose(work: Work, one: Group, other: Group): boolean {
  const apart = peopleApart(one.people, other.people);
  return apart === 0 ? few(ownersApart(work, one, other)) : few(apart);
}

/** The order of sizes; two of one size by their ids, so that the same data are always folded alike. */
export function smallestFirst<One extends { id: string }>(
  sizeOf: (one: One) => number,
): (one: One, other: One) => number {
  return (one, other) => sizeOf(one) - sizeOf(other) || (one.id < other.id ? -1 : 1);
}

/** One to four: none at all tell nothing of anybody. */
export function few(people: number): boolean {
  return people > 0 && people < FEWEST;
}

/** How many different people there are; FEWEST stands for any number from there on. */
export function countFew(people: Iterable<number>): number {
  const found = new Set<number>();
  for (const person of people) {
    found.add(person);
    if (found.size >= FEWEST) break;
  }
  return found.size;
}

/** People of one and not of the other; FEWEST stands for any number from there on. */
function peopleApart(one: People, other: People): number {
  if (Math.abs(one.length - other.length) >= FEWEST) return FEWEST;
  let [apart, at, beside] = [0, 0, 0];
  while (apart < FEWEST && (at < one.length || beside < other.length)) {
    const mine = one[at] ?? Number.POSITIVE_INFINITY;
    const theirs = other[beside] ?? Number.POSITIVE_INFINITY;
    if (mine <= theirs) at += 1;
    if (theirs <= mine) beside += 1;
    if (mine !== theirs) apart += 1;
  }
  return apart;
}

/** Of groups of the same people: those who have work that one lets pass and the other does not. */
function ownersApart(work: Work, one: Group, other: Group): number {
  const isApart = (placement: number) =>
    hasWork(work, placement, (place) => one.lets(place, placement) !== other.lets(place, placement));
  let owners = 0;
  for (const person of one.people) {
    if (work.placements.ofPerson(person).some(isApart)) owners += 1;
    if (owners >= FEWEST) break;
  }
  return owners;
}
