import { describe, expect, it } from 'vitest';
import type { Series } from '../../server/contract/series.ts';
import type { View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { guardrails, metrics } from '../../server/metrics/register.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { fact, fresh, heldOf, MONDAY, push } from '../support/facts.ts';

const WEEK = 7 * DAY;

/** Each week's pull requests: how many, hours to merge (null: commits unknown), lines. Week 0 is that of MONDAY. */
function history(weeks: readonly { n: number; hours: number | null; lines: number }[]): PullRequestFact[] {
  return weeks.flatMap(({ n, hours, lines }, week) =>
    Array.from({ length: n }, (_, index) => {
      const mergedAt = MONDAY + week * WEEK + index * HOUR;
      const firstCommitAt = hours === null ? null : mergedAt - hours * HOUR;
      return fact(week * 1000 + index, { mergedAt, firstCommitAt, lines });
    }),
  );
}

const weeks = (count: number, n: number, hours: number | null, lines: number) =>
  Array.from({ length: count }, () => ({ n, hours, lines }));

function series(
  facts: readonly PullRequestFact[],
  running: number,
  measure: string,
  view: View = {},
): Series {
  return seriesAnswer(heldOf(facts, [fresh(MONDAY + running * WEEK + DAY)]), measure, view).data;
}

/** What a clone can tell, but for guardrails, whose organisations are made up in their own tests. */
const ofClones = metrics
  .filter((metric) => !guardrails.some((one) => one === metric))
  .filter(({ definition }) => definition.items !== 'issues')
  .filter((metric) =>
    metric.kind === 'count' ? metric.of === 'merged' && !metric.perPerson : metric.needs === 'commits',
  );

const quicker = history([...weeks(16, 9, 46, 120), ...weeks(12, 10, 35, 84)]);
const slower = history([...weeks(16, 9, 20, 60), ...weeks(12, 6, 72, 300)]);
const young = history(weeks(7, 6, 5, 1234));

describe('a finding', () => {
  it('sets the last 12 full weeks beside the 12 before', () => {
    expect(series(quicker, 28, 'cycle-time').finding).toBe(
      'Half of pull requests merged within 35 hours of their first commit; 46 in the 12 weeks before',
    );
    expect(series(quicker, 28, 'merged-pull-requests').finding).toBe(
      '120 pull requests merged in the last 12 full weeks; 108 in the 12 weeks before',
    );
    expect(series(quicker, 28, 'batch-size').finding).toBe(
      'Half of pull requests changed at most 84 lines; 120 in the 12 weeks before',
    );
  });

  it('is the same whatever window is drawn', () => {
    for (const window of ['12w', '26w', 'all'] as const) {
      expect(series(quicker, 28, 'cycle-time', { window }).finding).toContain('; 46 in the 12 weeks before');
    }
  });

  it('comes from the data: three histories have three findings', () => {
    // Of one person alone nothing is told of marks.
    for (const { definition } of ofClones.filter((one) => !one.definition.id.startsWith('ai-'))) {
      const findings = [
        series(quicker, 28, definition.id),
        series(slower, 28, definition.id),
        series(young, 7, definition.id),
      ];
      expect(new Set(findings.map(({ finding }) => finding)).size).toBe(3);
    }
    expect(series(slower, 28, 'cycle-time').finding).toBe(
      'Half of pull requests merged within 3 days of their first commit; 20 hours in the 12 weeks before',
    );
  });

  it('compares with nothing where there is no whole stretch before', () => {
    expect(series(young, 7, 'cycle-time').finding).toBe(
      'Half of pull requests merged within 5 hours of their first commit in the last 7 full weeks',
    );
    const partly = history(weeks(24, 6, 5, 10));
    expect(series(partly, 24, 'merged-pull-requests').finding).toBe(
      '72 pull requests merged in the last 12 full weeks',
    );
  });

  it('speaks of the percentile that was asked for', () => {
    expect(series(quicker, 28, 'cycle-time', { stat: 'p75' }).finding).toMatch(
      /^Three quarters of pull requests merged/,
    );
    expect(series(quicker, 28, 'batch-size', { stat: 'p85' }).finding).toMatch(
      /^85 % of pull requests changed/,
    );
  });

  it('says which pull requests it is about when more than a tenth has no value', () => {
    const halfKnown = [
      ...quicker,
      ...history([...weeks(16, 0, 1, 1), ...weeks(12, 9, null, 1)]).map((one) => ({
        ...one,
        id: `squash ${one.id}`,
      })),
    ];
    expect(series(halfKnown, 28, 'cycle-time').finding).toBe(
      'Half of pull requests with known commits merged within 35 hours of their first commit; 46 in the 12 weeks before',
    );
  });

  it('looks back over the whole window when the last weeks have too few', () => {
    const asleep = history([...weeks(10, 6, 12, 10), ...weeks(14, 0, 0, 0)]);
    expect(series(asleep, 24, 'cycle-time').finding).toBe(
      'Half of pull requests merged within 12 hours of their first commit in 24 full weeks',
    );
    expect(series(asleep, 24, 'merged-pull-requests').finding).toBe(
      'No pull requests merged in the last 12 full weeks',
    );
  });

  it('says how many there are and how many are needed when there are too few', () => {
    const few = history([{ n: 3, hours: 5, lines: 10 }]);
    expect(series(few, 3, 'cycle-time').finding).toBe(
      'Too few finished pull requests to say (3 of 5 needed)',
    );
    expect(series(few, 3, 'cycle-time', { stat: 'p85' }).finding).toContain('(3 of 14 needed)');
  });

  it('is too early in the very first week', () => {
    expect(series(history([{ n: 9, hours: 5, lines: 10 }]), 0, 'cycle-time').finding).toBe(
      'Too early to say: the first full week is not over',
    );
  });
});

describe('a figure without numbers says why and what to do', () => {
  it('when every merge was a squash', () => {
    const { finding, howToRead, coverage } = series(history(weeks(4, 9, null, 10)), 4, 'cycle-time');
    expect(finding).toBe('No finished pull requests with known commits in 4 full weeks');
    expect(coverage).toBe('0 of 36 merged pull requests; 36 without known commits.');
    expect(howToRead).toContain('fetch refs/pull/*/head and import again');
  });

  it('when everything was pushed directly', () => {
    const { finding, howToRead } = series([push('a'), push('b')], 4, 'batch-size');
    expect(finding).toBe('No finished pull requests in 4 full weeks');
    expect(howToRead).toContain('counts as a direct push');
  });

  it('when the window is empty', () => {
    const facts = history([{ n: 9, hours: 5, lines: 10 }]);
    expect(series(facts, 40, 'cycle-time', { window: '12w' }).howToRead).toContain('Choose a longer window');
  });

  it('when nothing was imported, or nothing was in it', () => {
    const nothing = seriesAnswer(heldOf([], []), 'cycle-time', {}).data;
    expect([nothing.finding, nothing.points]).toEqual([
      'Nothing to show yet: no repository has been imported',
      [],
    ]);
    expect(nothing.howToRead).toContain('uptake ingest git PATH');
    const empty = seriesAnswer(heldOf([], [fresh(MONDAY)]), 'cycle-time', {}).data;
    expect(empty.finding).toBe('No merged work found');
  });
});

describe('the words of a figure', () => {
  const all = [quicker, slower, young, []].flatMap((facts) =>
    metrics.map(({ definition }) => series(facts, 28, definition.id)),
  );

  it('claim nothing that two numbers side by side cannot show', () => {
    for (const one of all) {
      expect(JSON.stringify(one)).not.toMatch(/productivity|proves|caused|saved|faster than|slower/i);
      expect(one.finding).not.toMatch(/faster|slower|better|worse|improv/i);
    }
  });

  it('tell a screen reader the extremes, the end and the gaps', () => {
    const facts = history([
      { n: 6, hours: 10, lines: 1 },
      { n: 6, hours: 30, lines: 1 },
      { n: 2, hours: 9, lines: 1 },
      { n: 0, hours: 9, lines: 1 },
      { n: 6, hours: 20, lines: 1 },
    ]);
    expect(series(facts, 5, 'cycle-time').description).toBe(
      'Cycle time a week, median: 5 full weeks from 10 Aug 2026; lowest 10 hours (week of 10 Aug 2026); highest 30 hours (week of 17 Aug 2026); last 20 hours (week of 7 Sep 2026); 1 week with too few pull requests; 1 week with nothing to measure.',
    );
  });

  it('name the grouping, the band and what a gap is', () => {
    expect(series(quicker, 28, 'cycle-time').howToRead).toBe(
      'Hours from first commit to merge, by week of merge. Line: median. Band: the middle half of pull requests. A gap is a week with fewer than 5; the running week stands apart.',
    );
    expect(series(quicker, 28, 'merged-pull-requests').howToRead).toContain('0 means that none was');
  });
});
