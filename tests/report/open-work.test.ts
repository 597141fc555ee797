import { describe, expect, it } from 'vitest';
import type { View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { seriesCsv } from '../../server/report/export-csv.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const WEEK = 7 * DAY;
const WEEKS = 20;
/** Wednesday noon of the running week. */
const UNTIL = MONDAY + WEEKS * WEEK + 2 * DAY + 3 * HOUR;

/** One opened on the Monday of a week, and open for some weeks. */
function open(
  number: number,
  week: number,
  weeks: number,
  over: Partial<PullRequestFact> = {},
): PullRequestFact {
  const openedAt = MONDAY + week * WEEK;
  const mergedAt = openedAt + weeks * WEEK;
  return {
    ...forgeFact(number),
    ...{ openedAt, readyAt: openedAt, firstReviewAt: null, approvedAt: null, deployedAt: null },
    mergedAt: mergedAt > UNTIL ? null : mergedAt,
    ...over,
  };
}

/** Six opened every week, each open for two; and at last two drafts and three of a program. */
const facts = [
  ...Array.from({ length: 6 * (WEEKS + 1) }, (_, number) => open(number, Math.floor(number / 6), 2)),
  ...[901, 902].map((number) => open(number, WEEKS - 1, 9, { readyAt: null })),
  ...[911, 912, 913].map((number) => open(number, WEEKS - 1, 9, { leftOut: 'automation' })),
];
const held = heldOf(facts, [freshForge(UNTIL)]);
const ask = (measure: string, view: View = {}) => seriesAnswer(held, measure, view);

describe('work in progress', () => {
  const { data, warnings } = ask('work-in-progress');

  it('is what is open and ready at the end of each week, and of the running one when the data end', () => {
    expect(data.points[0]).toMatchObject({ state: 'value', value: 6, n: 6, of: 6, low: null });
    expect(data.points.slice(1).map(({ value }) => value)).toEqual(Array.from({ length: WEEKS }, () => 12));
    expect(data.points.at(-1)).toMatchObject({ running: true, of: 12 + 2 + 3 });
    expect(warnings).toEqual([]);
  });

  it('is said, with what it was twelve weeks before and what is counted beside it', () => {
    expect(data.finding).toBe(
      '12 pull requests were open and ready at the end of the last full week; 12 twelve weeks before',
    );
    expect(data.coverage).toBe(
      'At the end of the last full week: 12 of 17 open pull requests; 3 by bots, 2 still drafts.',
    );
    expect([data.n, data.unknowable]).toEqual([12, null]);
    expect(data.leftOut.map(({ sentence }) => sentence)).toEqual([
      '3 pull requests by bots',
      '2 pull requests still drafts',
    ]);
    expect(data.howToRead).toContain('at the end of each week');
    expect(data.description).toContain('lowest 6 pull requests (week of 10 Aug 2026)');
  });

  it('belongs to the ends of weeks, whatever grouping is asked for', () => {
    const answer = ask('work-in-progress', { by: 'merge' });
    expect(answer.warnings.map(({ code }) => code)).toEqual(['week-end-only']);
    expect(answer.data.points).toEqual(data.points);
    expect(seriesCsv(answer, new Map()).split('\r\n')[1]).toContain(',week-end,');
  });

  it('of a window that is over speaks of its last day', () => {
    expect(ask('work-in-progress', { to: '2026-11-22' }).data.finding).toBe(
      '12 pull requests were open and ready at the end of 22 Nov 2026; 12 twelve weeks before',
    );
  });

  it('of a week at whose end nothing was open is a true 0', () => {
    const quiet = heldOf([open(1, 0, 0.1), open(2, 3, 0.1)], [freshForge(MONDAY + 4 * WEEK)]);
    const answer = seriesAnswer(quiet, 'work-in-progress', {}).data;
    expect(answer.points.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0]);
    expect(answer.finding).toBe('No pull requests were open and ready at the end of the last full week');
    expect(answer.howToRead).toContain('at the end of each week');
  });
});

describe('the age of open work', () => {
  it('is counted from the opening to the end of the week', () => {
    const { data } = ask('age-of-open-work');
    // Half were opened this Monday at nine, half a week before.
    expect(data.points[2]).toMatchObject({
      value: (6 * 24 + 15 + 13 * 24 + 15) / 2,
      n: 12,
      low: 159,
      high: 327,
    });
    expect(data.points.at(-1)?.value).toBe((51 + 51 + 7 * 24) / 2);
    expect(data.finding).toBe(
      'Half of open pull requests were at most 10 days old at the end of the last full week; 10 twelve weeks before',
    );
  });

  it.each([
    ['p50', 'Line: median.', 8],
    ['p75', 'Line: 75th percentile.', 8],
    ['p85', 'Line: 85th percentile.', 14],
  ] as const)('has the percentile %s, named on the figure', (stat, said, enough) => {
    const { data, asked } = ask('age-of-open-work', { stat });
    expect(asked.stat).toBe(stat);
    expect(data.howToRead).toContain(said);
    expect(data.points[3]?.state).toBe(enough > 12 ? 'too-few' : 'value');
  });
});
