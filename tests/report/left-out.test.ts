import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../server/contract/definition.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY, push } from '../support/facts.ts';

const many = (count: number, over: Partial<PullRequestFact>, from: number) =>
  Array.from({ length: count }, (_, number) => forgeFact(from + number, over));

/** 52 pull requests in one week, with everything that may be missing. */
const facts = [
  ...many(37, {}, 0),
  ...many(4, { readyAt: MONDAY - 8 * HOUR }, 100),
  ...many(6, { leftOut: 'automation' }, 200),
  ...many(3, { firstReviewAt: null, approvedAt: null }, 300),
  ...many(1, { deployedAt: null, leftOut: 'back-port' }, 400),
  ...many(1, { deployedAt: null, approvedAt: null }, 500),
  push('abc', { repositoryId: forgeFact(1).repositoryId }),
];

const asked = (measure: MeasureId) =>
  seriesAnswer(heldOf(facts, [freshForge(MONDAY + 7 * DAY)]), measure, {}).data;

describe('the coverage of a figure', () => {
  it.each([
    ['cycle-time', '45 of 52 merged pull requests; 6 by bots, 1 a back-port.'],
    ['time-to-merge', '45 of 52 opened pull requests; 6 by bots, 1 a back-port.'],
    [
      'pickup-time',
      '42 of 52 opened pull requests; 6 by bots, 1 a back-port, 3 without human review. 4 of the 42 reviewed in draft.',
    ],
    [
      'review-time',
      '42 of 52 merged pull requests; 6 by bots, 1 a back-port, 3 without human review. 4 of the 42 reviewed in draft.',
    ],
    ['merge-time', '41 of 52 merged pull requests; 6 by bots, 1 a back-port, 4 never approved.'],
    ['deploy-time', '44 of 52 merged pull requests; 6 by bots, 1 a back-port, 1 not deployed.'],
    ['merged-pull-requests', '45 of 52 merged pull requests; 6 by bots, 1 a back-port.'],
  ] as const)('of %s names what is missing, in words that fit it', (measure, owed) => {
    expect(asked(measure).coverage).toBe(`${owed} Beside them 1 direct push without a pull request.`);
  });

  it('adds up: what is measured and what is not are all that was merged', () => {
    for (const measure of ['pickup-time', 'merge-time', 'deploy-time', 'lead-time-for-changes'] as const) {
      const { points, n, leftOut } = asked(measure);
      const missing = leftOut.filter(({ reason }) => reason !== 'direct-push' && reason !== 'branch-merge');
      expect(missing.reduce((sum, { count }) => sum + count, n)).toBe(points[0]?.of);
    }
  });
});

it('what is left out is listed by reason, a measure’s own reasons in its own words', () => {
  expect(asked('merge-time').leftOut).toEqual([
    { reason: 'automation', count: 6, sentence: '6 pull requests by bots' },
    { reason: 'back-port', count: 1, sentence: '1 back-port to another long-lived branch' },
    { reason: 'no-value', count: 4, sentence: '4 pull requests never approved' },
    { reason: 'direct-push', count: 1, sentence: '1 direct push, which never was a pull request' },
  ]);
});
