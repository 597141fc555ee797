import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { DefinitionsAnswer, type WorkedExample } from '../../../server/contract/definitions.ts';
import { UNKNOWN } from '../../../server/facts/columns/column.ts';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import { definitionsAnswer } from '../../../server/report/definitions.ts';
import type { Held } from '../../../server/report/live.ts';
import { clockOf, minutesBy } from '../../../server/report/measures/clock.ts';
import { someData } from '../../support/app.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { seededRandom } from '../../support/random-history.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 20 * WEEK;

function example(held: Held, id: string): WorkedExample | null {
  const answer = definitionsAnswer(held);
  expect(Value.Errors(DefinitionsAnswer, answer)).toEqual([]);
  return answer.data.measures.find(({ definition }) => definition.id === id)?.example ?? null;
}

/** Work of twenty weeks as a forge tells it, in any order of instants that a forge could tell. */
function manyFacts(): PullRequestFact[] {
  const random = seededRandom(5);
  const some = (most: number) => Math.floor(random() * most * 60) * MINUTE;
  return Array.from({ length: 300 }, (_, number) => {
    const openedAt = MONDAY + Math.floor(number / 15) * WEEK + some(90);
    const readyAt = openedAt + (random() < 0.3 ? some(30) : 0);
    const firstReviewAt = random() < 0.1 ? null : openedAt + some(60);
    const approvedAt = firstReviewAt === null || random() < 0.2 ? null : firstReviewAt + some(20);
    const mergedAt = Math.max(readyAt, firstReviewAt ?? 0, approvedAt ?? 0) + some(30);
    return forgeFact(number, {
      ...{ openedAt, readyAt, firstReviewAt, approvedAt, mergedAt },
      firstCommitAt: openedAt - some(40),
      deployedAt: mergedAt + some(50),
      draftInPickup: random() < 0.2 ? some(3) : 0,
      draftInReview: random() < 0.2 ? some(3) : 0,
      draftInMerge: random() < 0.2 ? some(3) : 0,
    });
  });
}

const forge = (facts: PullRequestFact[], zone = 'UTC') => heldOf(facts, [freshForge(UNTIL)], zone);

describe('the arithmetic of an example', () => {
  it('is that of the measure, for every item and every measure between two instants', () => {
    const { snapshot } = forge(manyFacts());
    let checked = 0;
    for (const metric of metrics) {
      if (metric.kind === 'count' || metric.of === 'open') continue;
      for (const chunk of snapshot.chunks) {
        for (let row = 0; row < chunk.size; row += 1) {
          const value = metric.itemValue(chunk, row);
          const clock = clockOf(metric.definition.id, chunk, row);
          if (clock === null || value === UNKNOWN) continue;
          expect([metric.definition.id, row, minutesBy(clock, chunk, row)]).toEqual([
            metric.definition.id,
            row,
            value,
          ]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(2000);
  });

  it('is there for every measure in hours of merged work', () => {
    const [chunk] = forge(manyFacts()).snapshot.chunks;
    const without = metrics.filter(
      ({ definition, of }) =>
        definition.unit === 'hours' && of === 'merged' && chunk && clockOf(definition.id, chunk, 0) === null,
    );
    expect(without).toEqual([]);
  });

  it('goes from instant to instant in words, and to what the pages say', () => {
    const draft = { draftInPickup: 90 * MINUTE };
    const held = forge(Array.from({ length: 9 }, (_, number) => forgeFact(number, draft)));
    expect(example(held, 'pickup-time')).toEqual({
      subject: 'acme/shop #0',
      because:
        'Of 9 pull requests with a human review, merged in the last full weeks, this one is nearest to their median, 4.5 hours.',
      instants: [
        { at: 'Sun 9 Aug 2026, 09:00', what: 'First commit', used: false },
        { at: 'Sun 9 Aug 2026, 13:00', what: 'Opened', used: false },
        { at: 'Sun 9 Aug 2026, 13:00', what: 'Ready for review', used: true },
        { at: 'Sun 9 Aug 2026, 19:00', what: 'First human review', used: true },
        { at: 'Mon 10 Aug 2026, 03:00', what: 'Last approval', used: false },
        { at: 'Mon 10 Aug 2026, 09:00', what: 'Merged', used: false },
        { at: 'Tue 11 Aug 2026, 09:00', what: 'First deployed', used: false },
      ],
      steps: [
        'From being ready for review to the first human review: 6 hours.',
        'Of that it was a draft again for 1 hour and 30 minutes, which is taken out: 4 hours and 30 minutes remain.',
        'In hours: 270 / 60 = 4.50, which pages say as 4.5 hours.',
      ],
      items: { id: `${FORGE}#0` },
    });
  });

  it('says where nobody waited, and where the clocks were changed in between', () => {
    const openedAt = MONDAY;
    const drafted = { openedAt, readyAt: openedAt + 9 * HOUR, firstReviewAt: openedAt + 2 * HOUR };
    const early = forge(
      Array.from({ length: 5 }, (_, number) =>
        forgeFact(number, { ...drafted, mergedAt: openedAt + 20 * HOUR, approvedAt: null }),
      ),
    );
    expect(example(early, 'pickup-time')?.steps).toEqual([
      'The first human review came before being ready for review: nobody waited, so that it is 0 minutes.',
    ]);
    const autumn = Date.UTC(2026, 9, 24, 12);
    const changed = forge([forgeFact(1, { firstCommitAt: autumn, mergedAt: autumn + DAY })], 'Europe/Berlin');
    expect(example(changed, 'cycle-time')?.steps[1]).toBe(
      'Clocks were changed in between: by the clock it looks like 1 hour less.',
    );
  });
});

describe('the example', () => {
  it('is the item nearest to the median, the same whenever the data are the same', () => {
    const held = () =>
      forge(
        [5, 9, 30, 31, 200].map((hours, number) =>
          forgeFact(number, { firstCommitAt: MONDAY - hours * HOUR }),
        ),
      );
    expect(example(held(), 'cycle-time')?.subject).toBe('acme/shop #2');
    expect(definitionsAnswer(held())).toEqual(definitionsAnswer(held()));
  });

  it('of what is counted is a week, with the numbers of its figure', () => {
    const merged = example(someData(), 'merged-pull-requests');
    expect([merged?.subject, merged?.items]).toEqual(['The week of 1 Feb 2027', { week: '2027-02-01' }]);
    expect(merged?.steps).toEqual(['All 10 merged pull requests.', 'The week’s value: 10 pull requests.']);
  });

  it('names nobody', () => {
    const text = JSON.stringify(definitionsAnswer(forge(manyFacts())));
    expect(text).not.toMatch(/\bada\b|login:|@example\.com/);
  });

  it('is missing with words, where the database has none', () => {
    const explained = (held: Held) => definitionsAnswer(held).data.measures;
    for (const { example: none, without } of explained(heldOf([], []))) {
      expect([none, without]).toEqual([null, 'This database holds no full week yet.']);
    }
    const clone = explained(someData()).find(({ definition }) => definition.id === 'pickup-time');
    expect([clone?.example, clone?.without]).toEqual([
      null,
      expect.stringMatching(/^In this database no pull request with a human review was merged/),
    ]);
  });
});
