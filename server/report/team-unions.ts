import type { OfferedTeam } from './folded-teams.ts';
import { FEWEST, type Group, tooClose } from './too-close.ts';
import type { Work } from './work.ts';

const NONE = -1;

/**
 * Whether some combination of teams that may be asked for is too close to a group. Of each team either its own people within the
 * group are missing from a combination, or those beyond it are added: where both would be many no combination with it is close, so
 * few remain.
 */
export function closeToUnions(
  work: Work,
  teams: readonly OfferedTeam[],
  together: (teams: readonly OfferedTeam[]) => Group,
): (group: Group) => boolean {
  const teamOf = new Int32Array(work.placements.people).fill(NONE);
  teams.forEach(({ own }, place) => {
    for (const person of own) teamOf[person] = place;
  });
  const inGroup = new Int32Array(teams.length);

  function close(group: Group, within: readonly number[]): boolean {
    const search = (at: number, taken: readonly OfferedTeam[], apart: number): boolean => {
      if (apart >= FEWEST) return false;
      const place = within[at];
      const team = teams[place ?? -1];
      if (place === undefined || team === undefined)
        return taken.length > 0 && tooClose(work, group, together(taken));
      const people = inGroup[place] ?? 0;
      return (
        search(at + 1, taken, apart + people) ||
        search(at + 1, [...taken, team], apart + team.own.size - people)
      );
    };
    return search(0, [], 0);
  }

  return (group) => {
    const within: number[] = [];
    for (const person of group.people) {
      const place = teamOf[person] ?? NONE;
      if (place === NONE) continue;
      const before = inGroup[place] ?? 0;
      if (before === 0) within.push(place);
      inGroup[place] = before + 1;
    }
    const found = close(group, within);
    for (const place of within) inGroup[place] = 0;
    return found;
  };
}
