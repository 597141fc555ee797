import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY } from '../../../server/model/instant.ts';
import { guardrailsAnswer } from '../../../server/report/guardrails/guardrails.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { guardedHeld, USUAL } from '../../support/guarded-facts.ts';

const WEEK = 7 * DAY;

/** Ten a week for six weeks, of each of which the first three went wrong in every way, and the data end in the seventh. */
function sixWeeks(over: (index: number, mergedAt: number) => Partial<PullRequestFact>) {
  const facts = Array.from({ length: 60 }, (_, number) => {
    const mergedAt = MONDAY + Math.floor(number / 10) * WEEK;
    return forgeFact(number + 1, { mergedAt, deployedAt: null, ...over(number % 10, mergedAt) });
  });
  return heldOf(facts, [freshForge(MONDAY + 6 * WEEK + DAY)]);
}

const wrong = sixWeeks((index, mergedAt) => ({
  // A revert in the fourth week is none of these.
  revertedAt: index < 3 ? mergedAt + 5 * DAY : index === 4 ? mergedAt + 22 * DAY : null,
  hotfixedAt: index < 3 ? mergedAt + DAY : null,
  filesKnown: index !== 9,
  linesWatched: 100,
  linesReworked: index < 3 ? 20 * (index + 1) : 0,
  reviewComments: index < 3 ? 4 : 0,
  reviewRounds: index < 3 ? 2 : 1,
  ciPassedFirst: index < 3 ? 0 : 1,
  lines: index < 3 ? 500 : 50,
  ...(index < 3 ? { firstReviewAt: null, approvedAt: null } : {}),
}));

const weeksOf = (measure: string) =>
  seriesAnswer(wrong, measure, {}).data.points.filter(({ week }) => week >= '2026-08-10');

describe('A guardrail week by week', () => {
  it.each([
    ['revert-rate', 0.3, 3],
    ['hotfix-rate', null, 5],
    ['rework-share', 0.12, 3],
    ['merged-without-review', 0.3, 6],
    ['large-pull-requests', 0.3, 6],
    ['ci-first-pass-rate', 0.7, 6],
  ] as const)('%s is %s in the weeks that can be told', (measure, value, settled) => {
    const points = weeksOf(measure);
    expect(points.slice(0, settled).map((point) => point.value)).toEqual(Array(settled).fill(value));
    expect(points.slice(settled).flatMap((point) => point.value ?? [])).toEqual([]);
  });

  it('is pending, and no zero, while its work has been followed too shortly', () => {
    expect(weeksOf('revert-rate').map(({ state }) => state)).toEqual([
      ...['value', 'value', 'value', 'not-reached', 'not-reached', 'not-reached'],
      'empty',
    ]);
    const { data } = seriesAnswer(wrong, 'revert-rate', {});
    expect(data.finding).toBe(
      '30 % of merged pull requests were reverted within 21 days in the 4 weeks to 30 Aug 2026',
    );
    expect(data.description).toContain('3 weeks still pending');
  });

  it('counts nothing of what is not known: nine of ten files are too few', () => {
    expect(weeksOf('hotfix-rate')[0]).toMatchObject({ state: 'too-few', n: 9 });
  });
});

describe('A team of fewer than five people', () => {
  it('is refused, as by every figure', () => {
    const team = (id: string, people: number) => {
      return { id, people, start: 20, before: USUAL, after: USUAL, work: [8, 8] as const };
    };
    const held = guardedHeld([team('pay', 6), team('web', 6), team('two', 2)], { weeks: 30 });
    expect(() => guardrailsAnswer(held, { team: ['two'] })).toThrow(/five people/);
    expect(JSON.stringify(guardrailsAnswer(held, {}))).not.toContain('The two');
  });
});
