import type { Chunk } from '../facts/columns/chunk.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Week } from '../model/week.ts';

/** Which items a question is about. */
export type Selection = {
  /** 1 for each repository (by its number in the dictionary) that is asked about. */
  repositories: Uint8Array;
  /** 1 for each repository whose deployments are set up. */
  deploying: Uint8Array;
  /** 1 for each set of teams (by its number in the dictionary) that passes; null: whatever the teams. */
  teams: Uint8Array | null;
  /** First and last week, both included. */
  from: Week;
  to: Week;
  by: 'opening' | 'merge';
};

/** The slices of a chunk that are asked about: by opening without what nobody knows the opening of. */
export function slicesAsked({ slices }: Chunk, { repositories, by }: Selection): readonly Slice[] {
  const asked = ({ repository, kind }: Slice) =>
    repositories[repository] === 1 && !(by === 'opening' && kind === 'unopened');
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
