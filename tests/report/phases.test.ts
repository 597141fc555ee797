import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../server/contract/definition.ts';
import type { SeriesAnswer } from '../../server/contract/series.ts';
import type { View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { Freshness } from '../../server/model/repository.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { fact, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 30 * WEEK;

/** Ten pull requests in each of 30 weeks, every phase twice as long in those before the 18th. */
function year(over: Partial<PullRequestFact> = {}): PullRequestFact[] {
  return Array.from({ length: 300 }, (_, index) => {
    const week = Math.floor(index / 10);
    const readyAt = MONDAY + week * WEEK + (index % 10) * HOUR;
    const long = week < 18 ? 2 : 1;
    const after = (hours: number) => readyAt + long * hours * HOUR;
    return forgeFact(index, {
      openedAt: readyAt,
      readyAt,
      firstCommitAt: after(-4),
      firstReviewAt: after(5),
      approvedAt: after(14),
      mergedAt: after(20),
      deployedAt: after(32),
      ...over,
    });
  });
}

function ask(
  facts: readonly PullRequestFact[],
  measure: MeasureId,
  view: View = {},
  freshness: readonly Freshness[] = [freshForge(UNTIL)],
): SeriesAnswer {
  return seriesAnswer(heldOf(facts, freshness), measure, view);
}

const findings = (facts: readonly PullRequestFact[]) => {
  const all = [
    'cycle-time',
    'time-to-merge',
    'coding-time',
    'pickup-time',
    'review-time',
    'merge-time',
    'deploy-time',
    'lead-time-for-changes',
  ] as const;
  return all.map((measure) => ask(facts, measure).data.finding);
};

describe('a finding about where a change waits', () => {
  it('says each phase in its own words', () => {
    expect(findings(year())).toEqual([
      'Half of pull requests merged within 1 day of their first commit; 2 in the 12 weeks before',
      'Half of pull requests merged within 20 hours of opening; 40 in the 12 weeks before',
      'Half of pull requests were ready for review within 4 hours of their first commit; 8 in the 12 weeks before',
      'Half of pull requests waited at most 5 hours for a first human review; 10 in the 12 weeks before',
      'Half of pull requests were in review for at most 9 hours; 18 in the 12 weeks before',
      'Half of pull requests merged within 6 hours of their last approval; 12 in the 12 weeks before',
      'Half of pull requests were deployed within 12 hours of their merge; 24 in the 12 weeks before',
      'Half of pull requests were deployed within 1.5 days of their first commit; 3 in the 12 weeks before',
    ]);
  });

  it('says which pull requests it is about where a part has no value', () => {
    const some = year().map((one, index) =>
      index % 3 === 0 ? { ...one, firstReviewAt: null, approvedAt: null, deployedAt: null } : one,
    );
    expect(findings(some).slice(3)).toEqual([
      'Half of pull requests with a human review waited at most 5 hours for it; 10 in the 12 weeks before',
      'Half of pull requests with a human review were in review for at most 9 hours; 18 in the 12 weeks before',
      'Half of pull requests with an approval merged within 6 hours of it; 12 in the 12 weeks before',
      'Half of pull requests with a known deployment had it within 12 hours of their merge; 24 in the 12 weeks before',
      'Half of pull requests with a known deployment had it within 1.5 days of their first commit; 3 in the 12 weeks before',
    ]);
  });

  it('says a minute for what took less', () => {
    const atOnce = year().map((one) => ({ ...one, approvedAt: one.mergedAt }));
    expect(ask(atOnce, 'merge-time').data.finding).toBe(
      'Half of pull requests merged within a minute of their last approval; under a minute in the 12 weeks before',
    );
  });

  it('finds none where all went without review, and does not call that quick', () => {
    const { data } = ask(year({ firstReviewAt: null, approvedAt: null }), 'pickup-time');
    expect(data.finding).toBe('No finished pull requests with a human review in 30 full weeks');
    expect(data.howToRead).toContain('merged without a review by another person');
    expect([data.n, data.unknowable]).toEqual([0, null]);
    expect(new Set(data.points.map(({ value }) => value))).toEqual(new Set([null]));
  });
});

describe('the words of a phase', () => {
  it('name its ends and the grouping', () => {
    expect(ask(year(), 'pickup-time').data.howToRead).toBe(
      'Hours from ready to first human review, by week of opening; what is still open counts as waiting. Line: median. Band: the middle half of pull requests. A gap is a week with fewer than 5, or whose median is not reached yet. Dashed: it may still change.',
    );
    expect(ask(year(), 'merge-time').data.howToRead).toBe(
      'Hours from last approval to merge, by week of opening, once merged. Line: median. Band: the middle half of pull requests. A gap is a week with fewer than 5; the running week stands apart.',
    );
  });

  it('warn of what is still open, or not deployed yet', () => {
    const messages = (measure: MeasureId) => ask(year(), measure).warnings.map(({ message }) => message);
    expect(messages('review-time')).toEqual([
      'Grouped by week of opening, without what is still open: the most recent weeks look faster than they will turn out.',
    ]);
    expect(messages('deploy-time')).toEqual([
      'Grouped by week of opening, without what is still open or not deployed yet: the most recent weeks look faster than they will turn out.',
      'Deployed means a deployment to production.',
    ]);
    expect(messages('batch-size')[0]).toContain('the most recent weeks will still change');
  });

  it('say what a clone among the repositories cannot know, in the warning and in the coverage', () => {
    const both = [fresh(UNTIL), freshForge(UNTIL)];
    const facts = [...year(), ...Array.from({ length: 12 }, (_, number) => fact(number))];
    const opening = ask(facts, 'pickup-time', {}, both);
    expect(opening.warnings.map(({ message }) => message)).toContain(
      '12 merged pull requests from a clone not in this figure: it has no reviews.',
    );
    const merge = ask(facts, 'pickup-time', { by: 'merge' }, both);
    expect(merge.data.coverage).toBe(
      '300 of 312 merged pull requests; 12 from a clone, which has no reviews.',
    );
    expect(merge.data.unknowable).toBeNull();
  });
});
