import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from './facts.ts';
import { seededRandom } from './random-history.ts';

export const WEEKS = 24;
/** The data end on a Saturday, in the week after the last full one, which they follow for five days so. */
export const END = MONDAY + WEEKS * 7 * DAY + 5 * DAY;
/** Sixteen full weeks before, eight since. */
export const SINCE = '2026-11-30';

type Way = Pick<PullRequestFact, 'openedAt' | 'readyAt' | 'firstReviewAt' | 'approvedAt' | 'mergedAt'>;

/** One that was opened at an instant and waited so many hours for its first review; all that follows takes as long as ever. */
export function reviewed(
  number: number,
  openedAt: number,
  pickup: number,
  over: Partial<PullRequestFact> = {},
) {
  const firstReviewAt = openedAt + Math.round(pickup * 60) * (HOUR / 60);
  const way: Way = {
    openedAt,
    readyAt: openedAt,
    firstReviewAt,
    approvedAt: firstReviewAt + 3 * HOUR,
    mergedAt: firstReviewAt + 5 * HOUR,
  };
  return forgeFact(number, {
    ...way,
    firstCommitAt: openedAt - 2 * HOUR,
    deployedAt: (way.mergedAt ?? 0) + 24 * HOUR,
    ...over,
  });
}

/**
 * Six pull requests a week of each of some people, two of whom are in a team; pickup takes about `before` hours and, since
 * the seventeenth week, `after`. Every person is quicker or slower than others, always.
 */
export function teamsAtWork(people: number, before: number, after: number, seed = 7): Held {
  const random = seededRandom(seed);
  const pace = Array.from({ length: people }, () => Math.exp(0.5 * (random() - 0.5)));
  const facts = Array.from({ length: WEEKS }, (_, week) =>
    pace.flatMap((own, person) =>
      Array.from({ length: 6 }, (__, index) => {
        const number = (week * people + person) * 6 + index + 1;
        const openedAt = MONDAY + week * 7 * DAY + index * 7 * HOUR;
        const pickup = (week < 16 ? before : after) * own * Math.exp(random() - 0.5);
        const team = `team-${Math.floor(person / 2)}`;
        return reviewed(number, openedAt, pickup, {
          person: `person-${person}`,
          teams: [team],
          teamBasis: 'stated',
        });
      }),
    ),
  ).flat();
  return heldOf(facts, [freshForge(END)], 'UTC');
}
