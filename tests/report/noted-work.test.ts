import { describe, expect, it } from 'vitest';
import type { View } from '../../server/contract/view.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const TEAMS = ['pay', 'search', 'till'];
const TILL = 'github:github.com/acme/till';
type Person = { team: string; noted: boolean; repositoryId?: string };

/** Five pull requests of each, one a week, of 50 added lines; of noted ones 30 are by an AI. */
function worldOf(people: readonly Person[]): Held {
  const facts = people.flatMap(({ team, noted, repositoryId }, who) =>
    Array.from({ length: 5 }, (_, at) =>
      forgeFact(who * 20 + at + 1, {
        ...{ person: `p${who}`, teams: [team], teamBasis: 'stated' as const },
        ...(repositoryId === undefined ? {} : { repositoryId }),
        mergedAt: MONDAY + at * 7 * DAY + who * HOUR,
        ...(noted && { linesByAi: 30, linesNoted: 50 }),
      }),
    ),
  );
  const until = MONDAY + 35 * DAY;
  const till = freshForge(until, { repositoryId: TILL, name: 'acme/till' });
  return heldOf(facts, [freshForge(until), till], 'UTC', TEAMS);
}

const some = (many: number, one: Person): Person[] => Array.from({ length: many }, () => one);
const share = (held: Held, view: View = {}) => seriesAnswer(held, 'ai-line-share', view).data;

describe('The share of lines by AI', () => {
  const held = worldOf([
    ...some(12, { team: 'pay', noted: true }),
    ...some(8, { team: 'search', noted: false }),
  ]);

  it('is that of all lines which noted work has added, and says of how much work it speaks', () => {
    const data = share(held);
    expect(data.finding).toContain('60 % of added lines were by AI where git-ai tells');
    expect(data.points.flatMap(({ value }) => value ?? [])).toEqual([0.6, 0.6, 0.6, 0.6, 0.6]);
    expect(data.coverage).toContain('60 of 100 merged pull requests; 40 without a note of git-ai');
  });

  it('is not known, and no zero, where nobody has a note', () => {
    const data = share(worldOf(some(12, { team: 'pay', noted: false })));
    expect(data.points.every(({ value }) => value === null)).toBe(true);
    expect(data.unknowable).toBeNull();
    expect(data.finding).not.toContain('0 %');
    expect(data.howToRead).toContain('not known, which is not zero');
  });

  it('leaves out a note that tells of more lines than were added, and counts it beside', () => {
    const facts = Array.from({ length: 20 }, (_, number) =>
      forgeFact(number + 1, {
        person: `p${number % 6}`,
        linesByAi: number < 4 ? 9000 : 30,
        linesNoted: number < 4 ? null : 50,
      }),
    );
    const data = share(heldOf(facts, [freshForge(MONDAY + 8 * DAY)], 'UTC'));
    expect(data.points.flatMap(({ value }) => value ?? [])).toEqual([0.6]);
    expect(data.coverage).toContain('4 with twice as many lines in their notes as they added');
  });
});

describe('Noted work of one to four people', () => {
  it('is not told of, nor of a team where it is', () => {
    const few = worldOf([
      ...some(3, { team: 'pay', noted: true }),
      ...some(9, { team: 'pay', noted: false }),
    ]);
    expect(share(few)).toMatchObject({ unknowable: 'group-too-small', n: 0, points: [] });
    expect(JSON.stringify(share(few))).not.toContain('15');
  });

  it('is not told of by what a team leaves of all', () => {
    const held = worldOf([
      ...some(8, { team: 'pay', noted: true }),
      ...some(3, { team: 'search', noted: true }),
      ...some(9, { team: 'search', noted: false }),
    ]);
    expect(share(held).unknowable).toBeNull();
    for (const team of [['pay'], ['search']])
      expect(share(held, { team }).unknowable, String(team)).toBe('group-too-small');
    expect(share(held, { team: ['pay', 'search'] }).unknowable).toBeNull();
  });

  it('is not told of by any two answers, whoever has notes', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed);
      const people = Array.from({ length: 30 }, () => ({
        team: TEAMS[Math.floor(random() * 3)] ?? 'pay',
        noted: random() < 0.5,
        repositoryId: random() < 0.5 ? TILL : 'github:github.com/acme/shop',
      }));
      const held = worldOf(people);
      const groups = [
        [],
        ...TEAMS.map((team) => [team]),
        ['pay', 'search'],
        ['pay', 'till'],
        ['search', 'till'],
        TEAMS,
      ];
      const views: View[] = [
        ...groups.map((team) => ({ team })),
        { repo: TILL },
        { repo: TILL, team: ['pay'] },
      ];
      const shop = { repo: 'github:github.com/acme/shop' };
      const answered = [...views, shop]
        .filter((view) => isAnswered(held, view))
        .map((view) => ofView(people, view));
      for (const one of answered) {
        for (const other of answered) {
          const apart = [...one, ...other].filter((who) => !one.has(who) || !other.has(who)).length;
          expect(apart === 0 || apart >= 5, `seed ${seed}: ${apart}`).toBe(true);
        }
      }
    }
  });
});

/** A group may be refused before its notes are asked after. */
function isAnswered(held: Held, view: View): boolean {
  try {
    return share(held, view).unknowable === null;
  } catch {
    return false;
  }
}

/** Who has noted work there. */
function ofView(people: readonly Person[], { team = [], repo }: View): Set<number> {
  const found = people.flatMap(({ team: own, noted, repositoryId }, who) => {
    const inTeam = team.length === 0 || team.includes(own);
    return noted && inTeam && (repo === undefined || repo === repositoryId) ? [who] : [];
  });
  return new Set(found);
}
