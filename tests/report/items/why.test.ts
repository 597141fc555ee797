import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../../server/contract/definition.ts';
import { WhyAnswer, type WhyView } from '../../../server/contract/items.ts';
import { UNKNOWN } from '../../../server/facts/columns/column.ts';
import type { LeftOut, PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { hasOwnWords } from '../../../server/report/items/reasons.ts';
import { stretchOf } from '../../../server/report/items/timeline.ts';
import { whyAnswer } from '../../../server/report/items/why-answer.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY, push } from '../../support/facts.ts';
import { randomItems } from '../../support/random-items.ts';

const UNTIL = MONDAY + 14 * DAY;

function why(
  over: Partial<PullRequestFact>,
  measure: MeasureId,
  view: Partial<WhyView> = {},
  deployedBy: string | null = 'releases',
) {
  const held = heldOf([forgeFact(1, over)], [freshForge(UNTIL, { deployedBy })], 'Europe/Berlin');
  const { data } = whyAnswer(held, { id: `${FORGE}#1`, ...view });
  return data.measures.find((one) => one.measure === measure)?.sentence;
}

const opened = MONDAY - 20 * HOUR;
const unmerged = { openedAt: opened, readyAt: opened, mergedAt: null, approvedAt: null, deployedAt: null };

describe('why an item is counted', () => {
  it.each<[MeasureId, string]>([
    [
      'cycle-time',
      'Counts in cycle time, week of 3 Aug 2026: first commit 9 Aug 11:00, merged 10 Aug 11:00, 24 hours.',
    ],
    [
      'pickup-time',
      'Counts in pickup time, week of 3 Aug 2026: ready for review 9 Aug 15:00, first human review 9 Aug 21:00, 6 hours.',
    ],
    [
      'review-time',
      'Counts in review time, week of 3 Aug 2026: first human review 9 Aug 21:00, last approval 10 Aug 05:00, 8 hours.',
    ],
    [
      'deploy-time',
      'Counts in deploy time, week of 3 Aug 2026: merged 10 Aug 11:00, deployed 11 Aug 11:00, 24 hours.',
    ],
    [
      'lead-time-for-changes',
      'Counts in lead time for changes, week of 3 Aug 2026: first commit 9 Aug 11:00, deployed 11 Aug 11:00, 48 hours (2 days).',
    ],
    ['merged-pull-requests', 'Counts in merged pull requests, week of 10 Aug 2026: merged 10 Aug 11:00.'],
    ['batch-size', 'Counts in batch size, week of 3 Aug 2026: 40 lines in 2 files.'],
    ['work-in-progress', 'Counts in work in progress at the end of the week of 3 Aug 2026.'],
  ])('in %s says from when to when, in the organisation’s time', (measure, sentence) => {
    expect(why({}, measure)).toBe(sentence);
  });

  it('says what is not plain: drafts, reviews in draft, and other years', () => {
    expect(why({ draftInPickup: HOUR }, 'pickup-time')).toContain('less 1 hour as a draft again, 5 hours.');
    expect(why({ firstReviewAt: opened - HOUR }, 'pickup-time')).toContain(
      'first human review 9 Aug 14:00, before it was ready for review 9 Aug 15:00, 0 minutes.',
    );
    expect(why({ firstCommitAt: Date.UTC(2025, 11, 30) }, 'cycle-time')).toContain(
      'first commit 30 Dec 2025 01:00,',
    );
    expect(why({ approvedAt: null }, 'review-time')).toContain(
      'first human review 9 Aug 21:00, merged 10 Aug 11:00, 14 hours.',
    );
  });

  it('says that it counts before it has a value, and as how long', () => {
    expect(why({ ...unmerged, firstReviewAt: null }, 'time-to-merge')).toBe(
      'Counts in time to merge, week of 3 Aug 2026: still open, without a value yet: as at least 356 hours (15 days).',
    );
    expect(why({ ...unmerged, closedAt: opened + 5 * HOUR }, 'time-to-merge')).toBe(
      'Counts in time to merge, week of 3 Aug 2026: closed 9 Aug 20:00, before it had a value: as at least 5 hours.',
    );
  });
});

describe('why an item is not counted', () => {
  it.each<[Partial<PullRequestFact>, MeasureId, string]>([
    [
      { firstReviewAt: null, approvedAt: null },
      'pickup-time',
      'Not in pickup time: no other person reviewed it before the merge.',
    ],
    [{ approvedAt: null }, 'merge-time', 'Not in merge time: no other person approved it before the merge.'],
    [{ firstCommitAt: null }, 'cycle-time', 'Not in cycle time: none of its own commits is known.'],
    [{ deployedAt: null }, 'deploy-time', 'Not in deploy time: no deployment is known to contain it.'],
    [{ lines: null }, 'batch-size', 'Not in batch size: the contents of its commits are missing.'],
    [
      { teamBasis: null },
      'merged-per-person',
      'Not in merged pull requests per person: its author is in no team whose people are counted.',
    ],
    [
      { mergedAt: opened + DAY, openedAt: opened + 20 * HOUR },
      'work-in-progress',
      'Not in work in progress: it was open and ready for review at no week’s end.',
    ],
  ])('%j is not in %s', (over, measure, sentence) => {
    expect(why(over, measure)).toBe(sentence);
  });

  it('says so of all that is not merged, where only merged work counts', () => {
    expect(why(unmerged, 'merged-pull-requests')).toBe('Not in merged pull requests yet: it is still open.');
    expect(why({ ...unmerged, closedAt: MONDAY }, 'merged-pull-requests')).toBe(
      'Not in merged pull requests: closed without a merge.',
    );
    expect(why({ deployedAt: null }, 'deploy-time', {}, null)).toBe(
      'Not in deploy time: deployments of its repository are not set up.',
    );
  });

  it('says so of what nobody knows the week of, or is dated after the data', () => {
    const clone = freshForge(UNTIL);
    const held = heldOf([forgeFact(1), fact(2)], [clone, fresh(UNTIL)]);
    const { data } = whyAnswer(held, { id: 'git:example.com/acme/shop#2' });
    expect(data.measures.find(({ measure }) => measure === 'cycle-time')).toMatchObject({
      standing: 'no-week',
      sentence:
        'Not in cycle time by week of opening: nobody knows when it was opened. By week of merge it counts.',
    });
    expect(why({ mergedAt: UNTIL + 30 * DAY, openedAt: opened }, 'merged-pull-requests')).toContain(
      'dated after the end of the data',
    );
  });

  it.each<[LeftOut, string]>([
    ['automation', 'opened by automation'],
    ['back-port', 'it takes finished work over to another long-lived branch'],
    ['long-lived-branch', 'it merges one long-lived branch into another, or a branch of many people'],
  ])('is said of all measures at once where it is %s', (leftOut, words) => {
    const held = heldOf([forgeFact(1, { leftOut })], [freshForge(UNTIL)]);
    const { data } = whyAnswer(held, { id: `${FORGE}#1` });
    expect(data.summary).toBe(`Left out of every measure: ${words}.`);
    expect(new Set(data.measures.map(({ standing }) => standing))).toEqual(new Set(['left-out']));
    expect(data.measures[0]?.sentence).toBe(`Left out of cycle time: ${words}.`);
  });

  it('is said of a push, too', () => {
    const held = heldOf([push('abc')], [fresh(UNTIL)]);
    const answer = whyAnswer(held, { id: 'git:example.com/acme/shop@abc' });
    expect(Value.Errors(WhyAnswer, answer)).toEqual([]);
    expect(answer.data.summary).toContain('it never was a pull request');
  });
});

it('there is no item that there is none of, nor one of a repository that was not asked for', () => {
  const held = heldOf([forgeFact(1), fact(2)], [freshForge(UNTIL), fresh(UNTIL)]);
  expect(() => whyAnswer(held, { id: 'nonsense' })).toThrow('There is no item "nonsense" here.');
});

it('there are words about one item for every reason that a measure has', () => {
  const without = metrics.flatMap(({ definition, missing }) =>
    missing.filter((one) => !hasOwnWords(one)).map(({ why: words }) => `${definition.id}: ${words}`),
  );
  expect(without).toEqual([]);
});

it('the instants that are told make up the value that is told', () => {
  const { snapshot } = randomItems(11);
  let checked = 0;
  const ofPullRequests = metrics.filter(({ definition }) => definition.items !== 'issues');
  for (const metric of ofPullRequests) {
    if (metric.kind !== 'quantile' || metric.definition.unit !== 'hours' || metric.of === 'open') continue;
    for (const chunk of snapshot.chunks) {
      for (let row = 0; row < chunk.size; row++) {
        const value = metric.itemValue(chunk, row);
        if (value === UNKNOWN) continue;
        const told = stretchOf(chunk, row, metric.definition.id);
        expect(told, metric.definition.id).not.toBeNull();
        expect(Math.max(0, (told?.to.minute ?? 0) - (told?.from.minute ?? 0) - (told?.draft ?? 0))).toBe(
          value,
        );
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(500);
});
