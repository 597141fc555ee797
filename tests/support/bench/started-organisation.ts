import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import { weekLabel, weekOfDate } from '../../../server/model/week.ts';
import type { Held } from '../../../server/report/live.ts';
import { forgeFact, freshForge, heldOf } from '../facts.ts';
import { seededRandom } from '../random-history.ts';
import { normal } from './synthetic-facts.ts';

/** As many as a large organisation has, over 40 periods of four weeks. */
export const TEAMS = 120;
const PEOPLE = 9;
const WEEKS = 160;
const FIRST_WEEK = weekOfDate('2023-01-02');
const FIRST = Date.parse('2023-01-02T09:00:00Z');
const FIRST_START = 52;

/** Two thirds of the teams start, eight weeks apart at most from one to the next; what they open then takes a sixth less time. */
export function startedOrganisation(facts: number): Held {
  const random = seededRandom(1);
  const starts = Array.from({ length: TEAMS }, (_, team) =>
    team % 3 === 0 ? null : FIRST_START + ((team * 7) % 60),
  );
  const all = Array.from({ length: facts }, (_, index): PullRequestFact => {
    const team = index % TEAMS;
    const person = `person-${team}-${Math.floor(random() * PEOPLE)}`;
    const week = Math.floor(random() * WEEKS);
    const start = starts[team] ?? null;
    const hours = Math.exp(3 + 1.1 * normal(random)) * (start !== null && week >= start ? 0.84 : 1);
    const openedAt = FIRST + week * 7 * DAY + Math.floor(random() * 100) * HOUR;
    return forgeFact(index + 1, {
      ...{ openedAt, readyAt: openedAt, firstCommitAt: openedAt - 8 * HOUR },
      firstReviewAt: openedAt + Math.round(hours * 20) * MINUTE,
      approvedAt: openedAt + Math.round(hours * 40) * MINUTE,
      mergedAt: openedAt + Math.round(hours * 60) * MINUTE,
      ...{ person, teams: [`team-${team}`], teamBasis: 'stated', lines: 1 + Math.floor(random() * 400) },
    });
  });
  const until = FIRST + WEEKS * 7 * DAY + 4 * HOUR;
  const teams = starts.map((_, team) => `team-${team}`);
  const roster = teams.flatMap((teamId, team) =>
    Array.from({ length: PEOPLE }, (_, person) => ({
      ...{ teamId, person: `person-${team}-${person}`, basis: 'stated' as const },
      ...{ from: FIRST_WEEK - 100, to: Number.POSITIVE_INFINITY },
    })),
  );
  const days = starts.map((week, team) => {
    return { teamId: `team-${team}`, day: week === null ? null : weekLabel(FIRST_WEEK + week) };
  });
  const held = heldOf(
    all.filter(({ mergedAt }) => mergedAt !== null && mergedAt < until),
    [freshForge(until)],
    'UTC',
    teams,
    roster,
  );
  const rollout = {
    id: 'r1',
    name: 'Assistants',
    tool: null,
    kind: 'assistant',
    starts: days,
    draw: null,
  } as const;
  return { ...held, rollouts: [rollout] };
}
