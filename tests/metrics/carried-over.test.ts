import { describe, expect, it } from 'vitest';
import { type Snapshot, withFacts } from '../../server/facts/columns/snapshot.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { kindsOf } from '../../server/metrics/kind.ts';
import { orderOf } from '../../server/metrics/order.ts';
import { metrics } from '../../server/metrics/register.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { groupsOf } from '../../server/report/group-privacy.ts';
import { forgeFact, freshForge, MONDAY, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';
import { randomOrganisation } from '../support/random-organisation.ts';

const WEEKS = 3;

function someFact(number: number, random: () => number): PullRequestFact {
  const openedAt = MONDAY + (number % WEEKS) * 7 * DAY;
  const perhaps = (later: number) => (random() < 0.2 ? null : openedAt + Math.floor(random() * later) * HOUR);
  return forgeFact(number, {
    openedAt,
    readyAt: openedAt + Math.floor(random() * 9) * HOUR,
    firstReviewAt: perhaps(20),
    approvedAt: perhaps(40),
    mergedAt: random() < 0.3 ? null : openedAt + Math.floor(random() * 90) * HOUR,
    closedAt: perhaps(200),
    deployedAt: perhaps(300),
    leftOut: random() < 0.1 ? 'automation' : null,
    lines: random() < 0.1 ? null : Math.floor(random() * 50),
  });
}

/** The same chunks, of which nobody has asked anything yet. */
function unasked(snapshot: Snapshot): Snapshot {
  return { ...snapshot, chunks: snapshot.chunks.map((chunk) => ({ ...chunk })) };
}

/** Kinds by row, and of each place in the orders the value and how many rows are there. */
function found({ chunks }: Snapshot) {
  return chunks.flatMap((chunk) =>
    metrics.map((metric) => ({
      kinds: [...kindsOf(chunk, metric)],
      following: [...kindsOf(chunk, metric, 'opening')],
      values:
        metric.kind === 'count'
          ? []
          : Array.from(orderOf(chunk, metric), (row) => metric.itemValue(chunk, row)),
      rows: metric.kind === 'count' ? [] : [...orderOf(chunk, metric)].sort((one, other) => one - other),
    })),
  );
}

describe('What was found for a week before some of its facts changed', () => {
  it.each([1, 2, 3])('is carried over as it would be found anew (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const all = Array.from({ length: 150 }, (_, number) => someFact(number, random));
    let snapshot = snapshotOf(all);
    found(snapshot);
    for (let generation = 2; generation < 12; generation += 1) {
      const numbers = Array.from({ length: 12 }, () => Math.floor(random() * 160));
      const facts = [...new Set(numbers)].map((number) => someFact(number, random));
      const gone = random() < 0.5 ? [] : [forgeFact(Math.floor(random() * 150)).id];
      const kept = facts.filter(({ id }) => !gone.includes(id));
      snapshot = withFacts(snapshot, { generation, facts: kept, gone });
      expect(found(snapshot)).toEqual(found(unasked(snapshot)));
    }
  });

  it.each([1, 2, 3, 4])(
    'is judged as it would be anew: which groups may be asked for (organisation %i)',
    (seed) => {
      const held = randomOrganisation(seed);
      const random = seededRandom(seed);
      const window = { window: '12w', from: null, to: null } as const;
      let { snapshot } = held;
      groupsOf(held, window);
      for (let generation = 2; generation < 8; generation += 1) {
        const facts = Array.from({ length: 6 }, (_, index) =>
          forgeFact(generation * 1000 + index, {
            repositoryId: `github:github.com/acme/r${Math.floor(random() * 3)}`,
            person: `p${Math.floor(random() * 70)}`,
            teams: [`t${Math.floor(random() * 4)}`],
            teamBasis: 'stated',
            mergedAt: MONDAY + Math.floor(random() * 100) * DAY,
          }),
        );
        snapshot = withFacts(snapshot, { generation, facts, gone: [] });
        const { people, ...groups } = groupsOf({ ...held, snapshot }, window);
        const anew = groupsOf(
          { ...held, snapshot: unasked(snapshot), freshness: [...held.freshness, stranger] },
          window,
        );
        expect({ teams: groups.teams, within: groups.within, people: people.teams }).toEqual({
          ...{ teams: anew.teams, within: anew.within, people: anew.people.teams },
        });
      }
    },
  );
});

/** A repository without any work, so that what is judged is not taken for what was judged before. */
const stranger = freshForge(MONDAY + 16 * 7 * DAY, {
  repositoryId: 'github:github.com/acme/none',
  name: 'none',
});
