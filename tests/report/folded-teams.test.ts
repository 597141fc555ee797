import { describe, expect, it } from 'vitest';
import { offeredTeams, teamsOf } from '../../server/report/folded-teams.ts';

/** People from one number up to another, with work in a set of teams. */
type Work = [teams: string, from: number, to: number];

/** Which teams may be asked for, where work is told as `['a b', 0, 9]`. */
function offered(...all: Work[]): string {
  const ids = [...new Set(all.flatMap(([teams]) => teams.split(' ')))].filter((id) => id !== '');
  const everybody = all.flatMap(([teams, from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      person: from + index,
      teams: ids.flatMap((id, number) => (teams.split(' ').includes(id) ? [number] : [])),
    })),
  );
  return offeredTeams(teamsOf(ids, everybody), everybody)
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

describe('A team may be asked for', () => {
  it('with five people, and not with four', () => {
    expect(offered(['a', 1, 9], ['b', 11, 15], ['c', 21, 24], ['d', 31, 34])).toBe('a b');
  });

  it('unless it is the next smallest where one would be folded alone', () => {
    expect(offered(['a', 1, 9], ['b', 11, 16], ['c', 21, 24])).toBe('a');
    expect(offered(['a', 1, 9], ['b', 11, 16], ['c', 21, 25])).toBe('a b c');
  });

  it('unless those of no team are so few that the total would tell of them', () => {
    expect(offered(['a', 1, 9], ['b', 11, 16], ['c', 21, 27], ['', 31, 33])).toBe('a');
    expect(offered(['a', 1, 9], ['b', 11, 16], ['c', 21, 27], ['', 31, 35])).toBe('a b c');
  });

  it('with five people of its own, so that no combination differs by fewer', () => {
    // Four of the ten of b are not in a: a beside a with b would tell of them.
    expect(offered(['a', 1, 9], ['b', 4, 13], ['c', 21, 29], ['d', 31, 39])).toBe('b d');
    expect(offered(['a', 1, 9], ['b', 5, 14], ['c', 21, 29], ['d', 31, 39])).not.toContain('a b');
  });

  it('where people work for several at once, as where they move', () => {
    const both: Work[] = [
      ['a', 1, 6],
      ['a b', 7, 9],
      ['b', 10, 15],
      ['c', 21, 29],
    ];
    expect(offered(...both)).toBe('a b c');
  });

  it('although there is a team of everybody, which is folded in place of all others', () => {
    const within: Work[] = ['a', 'b', 'c'].map((team, index) => [`all ${team}`, index * 10, index * 10 + 7]);
    // One more goes with it, for it would be folded alone.
    expect(offered(...within)).toBe('b c');
    const nested: Work[] = within.map(([teams, from, to], index) => [`${teams} dep${index % 2}`, from, to]);
    expect(offered(...nested, ['all d dep1', 50, 58])).toBe('a b c d');
  });

  it('nowhere, where there are too few people at all', () => {
    expect(offered(['a', 1, 3], ['b', 4, 7])).toBe('');
    expect(offered(['a', 1, 8])).toBe('a');
  });
});
