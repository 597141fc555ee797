import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { RosterSpell } from '../../server/model/roster.ts';
import { weekTable } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { rosterOfTeams } from '../../server/report/roster.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const FIRST = weekTable('UTC').weekOf(MONDAY);
const UNTIL = MONDAY + 5 * 7 * DAY;
const TEAMS = ['pay', 'search'];

function spell(person: string, over: Partial<RosterSpell> = {}): RosterSpell {
  return { person, teamId: 'pay', basis: 'stated', from: -Infinity, to: Infinity, ...over };
}

/** One merged pull request in a week. */
function merged(number: number, week: number, over: Partial<PullRequestFact> = {}): PullRequestFact {
  const mergedAt = MONDAY + week * 7 * DAY + DAY + number * HOUR;
  return forgeFact(number, {
    mergedAt,
    person: `p${number % 7}`,
    teams: ['pay'],
    teamBasis: 'stated',
    ...over,
  });
}

function held(facts: readonly PullRequestFact[], roster: readonly RosterSpell[]): Held {
  return heldOf(facts, [freshForge(UNTIL)], 'UTC', TEAMS, roster);
}

const ask = (of: Held) => seriesAnswer(of, 'merged-per-person', {}).data;
const seven = Array.from({ length: 7 }, (_, person) => spell(`p${person}`));
const work = [0, 1, 2, 3, 4].flatMap((week) =>
  Array.from({ length: 14 }, (_, number) => merged(week * 20 + number, week)),
);

describe('merged pull requests per person', () => {
  it('are divided by everybody on the roster, whether they merged anything or not', () => {
    const { points, finding, coverage, n } = ask(held(work, [...seven, spell('idle')]));
    expect(points[0]).toMatchObject({ value: 14 / 8, n: 14, people: 8, state: 'value', low: null });
    expect(finding).toBe('1.8 pull requests per person merged a week in the last 5 full weeks');
    expect(coverage).toBe('All 70 merged pull requests. On the roster in the last full week: 8 people.');
    expect(n).toBe(70);
  });

  it('leave out what people in no team merge, and say so', () => {
    const others = [
      merged(97, 1, { teams: [], teamBasis: null }),
      merged(98, 1, { teamBasis: 'repository' }),
    ];
    const { points, coverage } = ask(held([...work, ...others], seven));
    expect(points[1]).toMatchObject({ value: 2, n: 14, of: 16 });
    expect(coverage).toContain('70 of 72 merged pull requests; 2 by nobody on a roster.');
  });

  it('have too few where fewer than five are on the roster, in the week and in the finding', () => {
    const four = seven.slice(0, 4);
    const { points, finding } = ask(held(work, four));
    expect(points[2]).toMatchObject({ state: 'too-few', value: null, people: 4 });
    expect(finding).toBe('Fewer than 5 people on the roster: too few to say');
    const late = Array.from({ length: 3 }, (_, person) => spell(`p${4 + person}`, { from: FIRST + 3 }));
    expect(ask(held(work, [...four, ...late])).points.map(({ state }) => state)).toEqual([
      ...['too-few', 'too-few', 'too-few'],
      ...['value', 'value', 'value'],
    ]);
    expect(ask(held(work, [...four, ...late])).finding).toMatch(/^2 pull requests per person/);
  });

  it('cannot be known where there is no roster, and the figure says how to give one', () => {
    const { unknowable, finding, howToRead, points } = ask(held(work, []));
    expect([unknowable, finding]).toEqual(['no-roster', 'Nobody is on a roster to divide by']);
    expect(howToRead).toContain('uptake teams import FILE');
    expect(points.every(({ value }) => value === null)).toBe(true);
  });

  it('of an assumed membership count from the first activity on', () => {
    const assumed = seven.map((one) => ({ ...one, basis: 'assumed' as const }));
    const from = (person: string, week: number) => merged(15, week, { person, teamBasis: 'assumed' });
    const { points, coverage } = ask(
      held([...work, from('new', 2)], [...assumed, spell('new', { basis: 'assumed' })]),
    );
    expect(points.map(({ people }) => people)).toEqual([7, 7, 8, 8, 8, 8]);
    expect(coverage).toContain('8 people; 8 of them since their first activity');
    expect(ask(held(work, [...assumed, spell('silent', { basis: 'assumed' })])).points[4]?.people).toBe(7);
  });
});

describe('a roster by week', () => {
  it.each([1, 2, 3])('counts everybody once, as going through them week by week does (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const week = () => (random() < 0.2 ? null : FIRST + Math.floor(random() * 30) - 5);
    const roster = Array.from({ length: 80 }, () =>
      spell(`p${Math.floor(random() * 25)}`, {
        teamId: TEAMS[Math.floor(random() * 2)] ?? '',
        from: week() ?? -Infinity,
        to: week() ?? Infinity,
      }),
    );
    for (const teams of [[], ['pay'], ['search'], TEAMS]) {
      const found = rosterOfTeams(held([], roster), teams, { from: FIRST, to: FIRST + 20 });
      for (let at = FIRST; at <= FIRST + 20; at++) {
        const there = roster.filter(
          ({ teamId, from, to }) => (teams.length === 0 || teams.includes(teamId)) && from <= at && at <= to,
        );
        expect(found?.people(at)).toBe(new Set(there.map(({ person }) => person)).size);
      }
    }
    expect(rosterOfTeams(held([], roster), ['nobody'], { from: FIRST, to: FIRST })).toBeNull();
  });
});
