import { AI_TRACES } from '../../server/facts/columns/column.ts';
import type { LeftOut, PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { fact, forgeFact, fresh, freshForge, heldOf, MONDAY, push } from './facts.ts';
import { seededRandom } from './random-history.ts';
import { repository } from './rows.ts';

const WEEKS = 10;
const TILL = 'github:github.com/acme/till';
const REASONS: readonly LeftOut[] = ['automation', 'long-lived-branch', 'back-port'];

/**
 * Some weeks of every kind of item that there is: from a forge and from a clone, deployed and not, reviewed in draft and never,
 * drafts again, open, closed, left out, pushed, and with instants that contradict each other.
 */
export function randomItems(seed: number): Held {
  const random = seededRandom(seed);
  const often = (share: number) => random() < share;
  const within = (days: number) => Math.floor(random() * days * 24 * 60) * MINUTE;
  const facts: PullRequestFact[] = [];
  for (let number = 1; number <= 240; number += 1) {
    const who = Math.floor(random() * 20);
    const person = `p${who}`;
    const at = MONDAY + within(WEEKS * 7);
    const known = {
      person,
      teams: who < 7 ? ['pay'] : who < 14 ? ['search'] : [],
      teamBasis: who < 14 ? ('stated' as const) : null,
      lines: often(0.1) ? null : number,
      ...qualityOf(number),
      ...(number % 2 === 0 && { aiLevel: 'assisted' as const, aiTools: ['cursor'] }),
    };
    const sort = random();
    if (sort < 0.08)
      facts.push(
        push(`c${number}`, { ...known, mergedAt: at, leftOut: often(0.5) ? 'direct-push' : 'branch-merge' }),
      );
    else if (sort < 0.3)
      facts.push(fact(number, { ...known, mergedAt: at, ...(often(0.4) && { firstCommitAt: null }) }));
    else facts.push(onForge(number, at, known));
  }
  const until = MONDAY + WEEKS * 7 * DAY + 2 * DAY;
  return heldOf(
    facts,
    [
      freshForge(until),
      freshForge(until - (often(0.3) ? 9 : 0) * DAY, {
        repositoryId: TILL,
        name: 'acme/till',
        deployedBy: null,
      }),
      fresh(until),
    ],
    'Europe/Berlin',
    ['pay', 'search'],
  );

  function onForge(number: number, openedAt: number, known: Partial<PullRequestFact>): PullRequestFact {
    const readyAt = often(0.2) ? openedAt + within(3) : openedAt;
    const reviewed = often(0.2) ? null : openedAt + within(4);
    const approved = reviewed === null || often(0.2) ? null : reviewed + within(3);
    const ended = Math.max(readyAt, approved ?? reviewed ?? readyAt) + within(9);
    const fate = random();
    return forgeFact(number, {
      ...known,
      repositoryId: often(0.5) ? TILL : 'github:github.com/acme/shop',
      openedAt,
      readyAt: often(0.05) ? null : readyAt,
      firstCommitAt: often(0.1) ? null : openedAt + (often(0.1) ? 2 * HOUR : -within(5)),
      firstReviewAt: reviewed,
      approvedAt: approved,
      mergedAt: fate < 0.8 ? ended : null,
      closedAt: fate > 0.9 ? ended : null,
      deployedAt: fate < 0.8 && often(0.7) ? ended + within(5) : null,
      draftInPickup: often(0.1) ? within(1) : 0,
      draftInReview: often(0.1) ? within(1) : 0,
      leftOut: often(0.15) ? (REASONS[Math.floor(random() * 3)] ?? null) : null,
    });
  }
}

/** Each of these is known of some alone; by the number, so that nothing else of the organisation depends on it. */
function qualityOf(number: number): Partial<PullRequestFact> {
  const watched = number % 4 === 0 ? null : 10 * number;
  return {
    reviewRounds: number % 5 === 0 ? null : 1 + (number % 2),
    reviewComments: number % 7 === 0 ? null : number % 3,
    ciPassedFirst: number % 3 === 0 ? null : number % 2 === 0 ? 1 : 0,
    filesKnown: number % 3 !== 1,
    linesWatched: watched,
    linesByAi: number % 3 === 0 ? null : number,
    aiTrace: AI_TRACES[number % AI_TRACES.length] ?? null,
    linesNoted: number % 3 === 0 || number % 11 === 0 ? null : 2 * number,
    linesReworked: watched === null ? null : number,
  };
}

/** The id of the clone among its repositories. */
export const CLONE = repository.id;
