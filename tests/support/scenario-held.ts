import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import type { RosterSpell } from '../../server/model/roster.ts';
import { weekOfDate } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { forgeFact, freshForge, heldOf } from './facts.ts';
import { type ScenarioRow, scenarioRows } from './reference-scenario.ts';

/** Monday of week 1 of the reference organisations, which knows no dates. */
const FIRST = Date.UTC(2025, 0, 6);
const WEEKS = 48;

/**
 * An organisation of the reference set as facts with their rollout: each pull request is opened on the Monday of its week, by
 * somebody on one team's roster, and bears a mark where AI took part. The data end when the last one has been followed to its end.
 */
export function scenarioHeld(name: string): Held {
  const rows = scenarioRows(name);
  const teams = [...new Set(rows.map(({ team }) => team))].sort((one, other) => one - other);
  const facts = rows.map((row, index) => factOf(row, index + 1));
  const until = FIRST + WEEKS * 7 * DAY + 6 * DAY;
  const roster = [...new Set(rows.map(({ team, author }) => `${team} ${author}`))].map(
    (pair): RosterSpell => {
      const [team = '', author = ''] = pair.split(' ');
      const from = weekOfDate('2020-01-06');
      return {
        person: personOf(Number(team), Number(author)),
        teamId: `team-${team}`,
        basis: 'stated',
        from,
        to: Number.POSITIVE_INFINITY,
      };
    },
  );
  const held = heldOf(
    facts.filter(({ mergedAt }) => mergedAt === null || mergedAt <= until),
    [freshForge(until)],
    'UTC',
    teams.map((team) => `team-${team}`),
    roster,
  );
  const starts = teams.map((team) => {
    const week = rows.find((row) => row.team === team)?.startWeek ?? 0;
    const day = week === 0 ? null : new Date(FIRST + (week - 1) * 7 * DAY).toISOString().slice(0, 10);
    return { teamId: `team-${team}`, day };
  });
  return {
    ...held,
    rollouts: [{ id: 'r1', name: 'Assistants', tool: null, kind: 'assistant', starts, draw: null }],
  };
}

function factOf({ team, author, week, hours, lines, ai }: ScenarioRow, number: number): PullRequestFact {
  const openedAt = FIRST + (week - 1) * 7 * DAY + 9 * HOUR;
  return forgeFact(number, {
    openedAt,
    readyAt: openedAt,
    firstReviewAt: null,
    approvedAt: null,
    deployedAt: null,
    mergedAt: openedAt + Math.round(hours * 60) * MINUTE,
    lines,
    aiTrace: ai === 1 ? 'certain' : 'none',
    person: personOf(team, author),
    teams: [`team-${team}`],
    teamBasis: 'stated',
  });
}

function personOf(team: number, author: number): string {
  return `person-${team}-${author}`;
}
