import type { IssueFact } from '../../server/facts/issue-fact.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { weekLabel, weekTable } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from './facts.ts';
import { freshProject, issueFactOf, withIssues } from './issue-facts.ts';
import { seededRandom } from './random-history.ts';

/** How work goes: shares of pull requests, or issues, of each kind, lines of one, and minutes of its review. */
export type Going = {
  reverted: number;
  hotfixed: number;
  reworked: number;
  bugs: number;
  reopened: number;
  unreviewed: number;
  large: number;
  rounds: number;
  comments: number;
  failing: number;
  reviewMinutes: number;
};

export const USUAL: Going = {
  ...{ reverted: 0.15, hotfixed: 0.15, reworked: 0.2, bugs: 0.15, reopened: 0.2, unreviewed: 0.2 },
  ...{ large: 0.2, rounds: 0.25, comments: 2, failing: 0.25, reviewMinutes: 90 },
};

/** So many times as much of everything. */
export function times(factor: number, going: Going = USUAL): Going {
  const entries = Object.entries(going).map(([name, value]) => [name, value * factor]);
  return { ...going, ...Object.fromEntries(entries) };
}

export type GuardedTeam = {
  id: string;
  /** Weeks after the first one; null: it has no date. */
  start: number | null;
  before: Going;
  after: Going;
  /** Pull requests a week, before and after. */
  work: readonly [number, number];
  people?: number;
};

const first = weekTable('UTC').weekOf(MONDAY);

/** Teams before and after a start in the middle, or after week 20 where they have none, for 40 full weeks and five more. */
export function guardedHeld(teams: readonly GuardedTeam[], { weeks = 40, seed = 3 } = {}): Held {
  const random = seededRandom(seed);
  const until = MONDAY + (weeks + 5) * 7 * DAY;
  const facts: PullRequestFact[] = [];
  const issues: IssueFact[] = [];
  for (const { id, start, before, after, work, people = 6 } of teams) {
    for (let week = 0; week < weeks + 5; week++) {
      const since = week >= (start ?? 20);
      for (let index = 0; index < work[since ? 1 : 0]; index++) {
        const mergedAt = MONDAY + week * 7 * DAY + Math.floor(random() * 4 * 24) * HOUR;
        const own = { person: `${id}-${index % people}`, teams: [id], teamBasis: 'stated' as const };
        facts.push(workOf(facts.length + 1, mergedAt, since ? after : before, own, random));
        if ((index + week) % 2 === 0)
          issues.push(issueOf(issues.length + 1, mergedAt, since ? after : before, own, random));
      }
    }
  }
  const held = heldOf(facts, [freshForge(until)], 'UTC', [...teams.map(({ id }) => id)]);
  const starts = teams.flatMap(({ id: teamId, start }) =>
    start === null ? [] : [{ teamId, day: weekLabel(first + start) }],
  );
  const rollout = {
    id: 'assistants',
    name: 'Assistants',
    tool: null,
    kind: 'assistant' as const,
    starts,
    draw: null,
  };
  return { ...withIssues(held, issues, [freshProject(until)]), rollouts: [rollout] };
}

type Own = Pick<PullRequestFact, 'person' | 'teams' | 'teamBasis'>;

function workOf(
  number: number,
  mergedAt: number,
  going: Going,
  own: Own,
  random: () => number,
): PullRequestFact {
  const is = (share: number) => random() < share;
  const lines = is(going.large) ? 500 : 40 + Math.floor(random() * 40);
  const reviewed = !is(going.unreviewed);
  const minutes = going.reviewMinutes * (0.5 + random());
  return forgeFact(number, {
    ...{ ...own, mergedAt, lines, deployedAt: null, filesKnown: true },
    aiLevel: is(0.3) ? 'assisted' : 'none',
    firstReviewAt: reviewed ? mergedAt - Math.round(minutes) * 60_000 : null,
    approvedAt: reviewed ? mergedAt : null,
    reviewRounds: reviewed ? (is(going.rounds) ? 2 : 1) : null,
    reviewComments: reviewed ? Math.round(2 * random() * going.comments) : 0,
    ciPassedFirst: is(going.failing) ? 0 : 1,
    revertedAt: is(going.reverted) ? mergedAt + 3 * DAY : null,
    hotfixedAt: is(going.hotfixed) ? mergedAt + 2 * DAY : null,
    bugLinkedAt: is(going.bugs) ? mergedAt + 9 * DAY : null,
    linesWatched: lines,
    linesReworked: Math.round(lines * Math.min(1, going.reworked * 2 * random())),
  });
}

function issueOf(
  number: number,
  finishedAt: number,
  going: Going,
  own: Own,
  random: () => number,
): IssueFact {
  const reopenedAt = random() < going.reopened ? finishedAt + 5 * DAY : null;
  return issueFactOf(number, { ...own, finishedAt, reopenedAt });
}

/** Eight teams that start one after the other and four that never do, all of which go on as before but for what is said. */
export function dozen(after: Going, others: Going = USUAL): GuardedTeam[] {
  return Array.from({ length: 12 }, (_, place) => {
    const starts = place < 8;
    return {
      ...{ id: `team-${place}`, start: starts ? 18 + (place % 4) : null, before: USUAL, work: [12, 12] },
      after: starts ? after : others,
    };
  });
}
