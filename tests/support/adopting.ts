import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { type Week, weekLabel, weekOfDate } from '../../server/model/week.ts';
import type { HeldUse } from '../../server/report/adoption/held-use.ts';
import type { Held } from '../../server/report/live.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from './facts.ts';
import { seededRandom } from './random-history.ts';

/** Weeks of data before the running one. */
export const WEEKS = 40;
export const FIRST: Week = weekOfDate('2025-08-11');
const START_OF_DATA = Date.UTC(2025, 7, 11, 9);
const UNTIL = START_OF_DATA + WEEKS * 7 * DAY + 3 * HOUR;

export type Adopting = {
  /** People of each team, and the week (from 0) that it starts in; null: it does not. */
  teams: Readonly<Record<string, { people: number; start: number | null }>>;
  /** How likely a pull request is marked. */
  marked: (at: { team: string; person: number; week: number; busy: boolean }) => number;
  /** Whether a vendor tells of use in a week; left out: no vendor tells anything. */
  told?: (at: { team: string; person: number; week: number }) => boolean;
  /** Pull requests that a person opens in a week. */
  work?: (at: { team: string; person: number; week: number }) => number;
  /** What else is so of a pull request, by how many came before it. */
  over?: (number: number, marked: boolean) => Partial<PullRequestFact>;
  seed?: number;
};

/** An organisation whose people go on as they are told to, as the server holds it. A week is busy when its number can be divided by four. */
export function adopting({ teams, marked, told, work, over, seed = 1 }: Adopting): Held {
  const random = seededRandom(seed);
  const facts: PullRequestFact[] = [];
  for (let week = 0; week < WEEKS; week++) {
    for (const [team, { people }] of Object.entries(teams)) {
      for (let person = 0; person < people; person++) {
        const many = work?.({ team, person, week }) ?? 2;
        for (let which = 0; which < many; which++) {
          const busy = week % 4 === 0;
          const isMarked = random() < marked({ team, person, week, busy });
          const openedAt = START_OF_DATA + (week * 7 + (which % 3)) * DAY + Math.floor(random() * 5) * HOUR;
          facts.push(
            forgeFact(facts.length + 1, {
              ...{ openedAt, readyAt: openedAt, mergedAt: openedAt + 20 * HOUR },
              ...{ deployedAt: null, person: `${team} ${person}`, teams: [team], teamBasis: 'stated' },
              aiLevel: isMarked ? 'assisted' : 'none',
              aiTools: isMarked ? ['cursor'] : [],
              ...over?.(facts.length, isMarked),
            }),
          );
        }
      }
    }
  }
  const ids = Object.keys(teams);
  const roster = Object.entries(teams).flatMap(([teamId, { people }]) =>
    Array.from({ length: people }, (_, person) => ({
      ...{ person: `${teamId} ${person}`, teamId, basis: 'stated' as const },
      ...{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    })),
  );
  const starts = Object.entries(teams).map(([teamId, { start }]) => ({
    teamId,
    day: start === null ? null : weekLabel(FIRST + start),
  }));
  return {
    ...heldOf(facts, [freshForge(UNTIL, { repositoryId: FORGE })], 'UTC', ids, roster),
    rollouts: [{ id: 'r', name: 'AI', tool: null, kind: 'assistant', draw: null, starts }],
    ...(told === undefined ? {} : { use: toldBy(teams, told) }),
  };
}

function toldBy(teams: Adopting['teams'], told: NonNullable<Adopting['told']>): HeldUse {
  const days = new Map<string, string[]>();
  for (let week = 0; week < WEEKS; week++) {
    const users = Object.entries(teams).flatMap(([team, { people }]) =>
      Array.from({ length: people }, (_, person) => person).flatMap((person) =>
        told({ team, person, week }) ? [`${team} ${person}`] : [],
      ),
    );
    days.set(`vendor\n${weekLabel(FIRST + week)}`, users);
  }
  const account = { accountId: 'vendor', name: 'Vendor', tools: ['cursor'], firstDay: weekLabel(FIRST) };
  return { whole: '', version: 1, days, seats: [], told: [{ ...account, coveredUntil: UNTIL }] };
}

/** The same with seats for some people since an instant. */
export function withSeats(held: Held, people: readonly string[], since: number): Held {
  const seats = people.map((who) => ({ tool: 'cursor', who, since, until: null }));
  return { ...held, use: { ...held.use, seats: [...held.use.seats, ...seats] } };
}

export const today = UNTIL;
export const longAgo = MONDAY - 2 * 365 * DAY;
