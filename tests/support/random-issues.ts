import type { IssueFact, IssueLeftOut } from '../../server/facts/issue-fact.ts';
import { DAY, type Instant, MINUTE } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { heldOf, MONDAY } from './facts.ts';
import { freshProject, issueFactOf, withIssues } from './issue-facts.ts';
import { TRACKER } from './issues.ts';
import { seededRandom } from './random-history.ts';

const WEEKS = 10;
const OPS = `${TRACKER}/10001`;
const REASONS: readonly IssueLeftOut[] = ['epic', 'sub-task', 'deleted'];

/** Some weeks of every kind of issue that there is: never started, sent back, declined, open, left out, with dates that contradict each other. */
export function randomIssues(seed: number): Held {
  const random = seededRandom(seed);
  const often = (share: number) => random() < share;
  const within = (days: number) => Math.floor(random() * days * 24 * 60) * MINUTE;
  const until = MONDAY + WEEKS * 7 * DAY + 2 * DAY;
  const facts = Array.from({ length: 240 }, (_, number): IssueFact => {
    const who = Math.floor(random() * 20);
    const createdAt = MONDAY + within(WEEKS * 7);
    const startedAt = often(0.25) ? null : createdAt + within(6);
    const ended = (startedAt ?? createdAt) + (often(0.05) ? 0 : within(9));
    const fate = random();
    const finishedAt = fate < 0.7 ? (often(0.03) ? createdAt - DAY : ended) : null;
    return issueFactOf(number, {
      ...{ createdAt, startedAt: before(startedAt, finishedAt), finishedAt },
      ...timesOf(finishedAt, startedAt, often(0.1)),
      ...{ person: `p${who}`, author: `tracker:jira.example.com/p${who}` },
      teams: who < 7 ? ['pay'] : who < 14 ? ['search'] : [],
      teamBasis: who < 14 ? 'stated' : null,
      projectId: often(0.5) ? OPS : `${TRACKER}/10000`,
      declinedAt: fate > 0.85 ? ended : null,
      reopenedAt: finishedAt !== null && often(0.1) ? finishedAt + DAY : null,
      pullRequests: often(0.4) ? 2 : 0,
      leftOut: often(0.15) ? (REASONS[Math.floor(random() * 3)] ?? null) : null,
    });
  });
  const late = often(0.3) ? 9 * DAY : 0;
  const projects = [
    freshProject(until),
    freshProject(until - late, { repositoryId: OPS, name: 'Operations' }),
  ];
  const roster = Array.from({ length: 14 }, (_, who) => ({
    ...{ person: `p${who}`, teamId: who < 7 ? 'pay' : 'search', basis: 'stated' as const },
    ...{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  }));
  return withIssues(heldOf([], [], 'UTC', ['pay', 'search'], roster), facts, projects);
}

/** What was started after it was finished has no start. */
function before(startedAt: Instant | null, finishedAt: Instant | null): Instant | null {
  return startedAt !== null && finishedAt !== null && startedAt > finishedAt ? null : startedAt;
}

function timesOf(finishedAt: Instant | null, startedAt: Instant | null, unknown: boolean) {
  if (finishedAt === null || startedAt === null || startedAt > finishedAt || unknown)
    return { activeTime: null, waitingTime: null };
  const waitingTime = Math.floor((finishedAt - startedAt) / 3);
  return { activeTime: finishedAt - startedAt - waitingTime, waitingTime };
}
