import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../server/model/instant.ts';
import type { RosterSpell } from '../../../server/model/roster.ts';
import { clockOf } from '../../../server/report/effect/clock.ts';
import { impactAnswer } from '../../../server/report/effect/impact.ts';
import type { Held } from '../../../server/report/live.ts';
import { resolveQuestion } from '../../../server/report/question.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';

const WEEK = 7 * 24 * HOUR;
const WEEKS = 60;
const UNTIL = MONDAY + HOUR;
const TEAMS = ['alone', 'blue', 'crew', 'dock'];
const PEOPLE = 6;
const KNOWN = { now: UNTIL, running: null, failed: null };

/** Everybody merges pull requests; of the team `alone` only two have issues, which are linked and so the clock. */
function linkedOrganisation(issuesOfAlone = 2): Held {
  const placed = TEAMS.flatMap((team) =>
    Array.from({ length: PEOPLE }, (_, person) => ({ team, person: `${team}-${person}`, place: person })),
  );
  const weeks = Array.from({ length: WEEKS }, (_, week) => MONDAY - week * WEEK);
  const work = placed.flatMap(({ team, person, place }) =>
    weeks.map((at) => ({
      at: at - place * HOUR,
      person,
      teams: [team],
      teamBasis: 'stated' as const,
      place,
    })),
  );
  const facts = work.map(({ at, place: _, ...own }, index) => forgeFact(index + 1, { ...own, mergedAt: at }));
  const issues = work
    .filter(({ teams, place }) => teams[0] !== 'alone' || place < issuesOfAlone)
    .map(({ at, place: _, ...own }, index) =>
      issueFactOf(index + 1, { ...own, finishedAt: at, pullRequests: 1 }),
    );
  const roster = placed.map(
    ({ team: teamId, person }): RosterSpell => ({
      ...{ teamId, person, basis: 'stated' },
      ...{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    }),
  );
  const held = withIssues(heldOf(facts, [freshForge(UNTIL)], 'UTC', TEAMS, roster), issues, [
    freshProject(UNTIL),
  ]);
  const starts = TEAMS.map((teamId) => ({ teamId, day: '2026-01-05' }));
  return {
    ...held,
    rollouts: [{ id: 'r1', name: 'Assistants', tool: null, kind: 'assistant', starts, draw: null }],
  };
}

const named = (held: Held) => impactAnswer(held, {}, KNOWN).data.teams?.teams.map(({ name }) => name);

describe('Where issues are the clock beside pull requests', () => {
  it('a team of whom two have issues is shown by itself on no figure of them', () => {
    const held = linkedOrganisation();
    expect(clockOf(held).of).toBe('issues');
    expect(resolveQuestion(held, 'cycle-time', { team: ['alone'] }).never).toBeNull();
    // Two would be told by what the others leave, so that the smallest of them is folded with it.
    expect(named(held)).not.toContain('The alone');
    expect(() => impactAnswer(held, { team: ['alone'] }, KNOWN)).toThrow('Fewer than five people');
  });

  it('it is shown as soon as five of them have issues', () => {
    const held = linkedOrganisation(5);
    expect(named(held)).toContain('The alone');
    expect(impactAnswer(held, { team: ['alone'] }, KNOWN).data.trend).not.toBeNull();
  });
});
