import type { Chunk } from '../facts/columns/chunk.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Week } from '../model/week.ts';
import type { Marks } from './marks.ts';

/** Which items a question is about. */
export type Selection = {
  /** 1 for each repository (by its number in the dictionary) that is asked about. */
  repositories: Uint8Array;
  /** 1 for each repository whose deployments are set up. */
  deploying: Uint8Array;
  /** 1 for each set of teams (by its number in the dictionary) that passes; null: whatever the teams. */
  teams: Uint8Array | null;
  /** What of AI involvement passes; null, or left out: whatever it is. */
  marks?: Marks | null;
  /** First and last week, both included. */
  from: Week;
  to: Week;
  by: 'opening' | 'merge';
  /** How far the data reach; needed where items count that are still open. */
  dataEnd?: DataEnd;
};

/** In minutes. */
export type DataEnd = {
  /** Of each repository, by its number in the dictionary. */
  ofRepository: Int32Array;
  /** Of the repository among those asked about whose data reach furthest. */
  last: number;
};

/** A selection of items that may still be open. */
export type Followed = Selection & { dataEnd: DataEnd };

/** Throws where nobody said how far the data reach: open work would pass for none. */
export function withDataEnd({ dataEnd, ...selection }: Selection): Followed {
  if (dataEnd === undefined)
    throw new Error('open items are followed until the data end, which is not given');
  return { ...selection, dataEnd };
}

/** Whether a slice is asked about: by opening none of what nobody knows the opening of. */
export function isAsked({ repository, kind }: Slice, { repositories, by }: Selection): boolean {
  return repositories[repository] === 1 && !(by === 'opening' && kind === 'unopened');
}

/** The slices of a chunk that are asked about. */
export function slicesAsked({ slices }: Chunk, selection: Selection): readonly Slice[] {
  const asked = (slice: Slice) => isAsked(slice, selection);
  // Mostly all are: then there is nothing to copy.
  return slices.every(asked) ? slices : slices.filter(asked);
}

/** 1 for each set of teams in which one of these is: an item of several of them is there once. */
export function setsWith(teamSets: readonly string[], teams: readonly string[]): Uint8Array {
  return Uint8Array.from(teamSets, (set) => {
    const members: readonly string[] = JSON.parse(set);
    return Number(teams.some((team) => members.includes(team)));
  });
}
