import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { rolloutGuess } from '../../server/report/rollout-guess.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const WEEKS = 30;
const WEEK = 7 * DAY;

/**
 * Each team's people open one pull request a week each; `marked` says how many of them do so with a tool in a week.
 */
function teamsOf(teams: Record<string, { people: number; marked: (week: number) => number }>) {
  let number = 0;
  const facts = Object.entries(teams).flatMap(([team, { people, marked }]) =>
    Array.from({ length: WEEKS }, (_, week) =>
      Array.from({ length: people }, (_, who) => {
        number += 1;
        const openedAt = MONDAY + week * WEEK + who * HOUR;
        return forgeFact(number, {
          ...{ openedAt, readyAt: openedAt, mergedAt: openedAt + 5 * HOUR, person: `${team}-${who}` },
          ...{ teams: [team], teamBasis: 'stated', aiLevel: who < marked(week) ? 'assisted' : 'none' },
        });
      }),
    ).flat(),
  );
  const end = MONDAY + WEEKS * WEEK;
  return heldOf(facts, [freshForge(end)], 'UTC', Object.keys(teams));
}

const held = teamsOf({
  early: { people: 8, marked: () => 4 },
  late: { people: 8, marked: (week) => (week >= 12 ? 2 : 0) },
  never: { people: 8, marked: (week) => (week >= 12 ? 1 : 0) },
  odd: { people: 8, marked: (week) => (week % 3 === 2 ? 0 : 3) },
  // Two are too small: of one alone the next smallest would be folded with it.
  wee: { people: 4, marked: () => 4 },
  tiny: { people: 3, marked: (week) => (week >= 12 ? 3 : 0) },
});

describe('A guess of start dates from marks', () => {
  const { teams, warning } = rolloutGuess(held);
  const of = (team: string) => teams.find((one) => one.team === team);

  test('is the first of three weeks in a row in which a quarter of a team had AI-marked work', () => {
    expect(of('late')).toEqual({
      team: 'late',
      name: 'The late',
      day: '2026-11-02',
      evidence:
        'From the week of 2 Nov 2026 on: about 30 % of its pull requests in the 8 weeks from there are AI-marked, next to none in the 8 weeks before.',
    });
  });

  test('is not made where less than a quarter, or fewer weeks in a row, have it', () => {
    for (const team of ['never', 'odd']) {
      expect(of(team)).toMatchObject({
        day: null,
        evidence: 'No three weeks in a row with enough AI-marked work.',
      });
    }
  });

  test('is not made of a team that had marks from the beginning, since nothing lies before', () => {
    expect(of('early')?.day).toBeNull();
    expect(of('early')?.evidence).toContain('the start lies before them');
  });

  test('tells nothing of a team of too few people', () => {
    expect(of('tiny')).toMatchObject({ day: null, evidence: 'Too few people to be looked at by itself.' });
  });

  test('says before all that activity is a bad date', () => {
    expect(warning).toContain('make an effect out of nothing');
  });
});
