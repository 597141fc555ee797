import { describe, expect, it } from 'vitest';
import type { View } from '../../server/contract/view.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { DAY } from '../../server/model/instant.ts';
import { seriesCsvName } from '../../server/report/export-csv.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { fact, fresh, heldOf, MONDAY } from '../support/facts.ts';

const WEEK = 7 * DAY;
/** Sixty weeks of ten from Monday 2026-08-10 on; the data end on Wednesday 2027-10-06. */
const facts = Array.from({ length: 600 }, (_, number) =>
  fact(number, { mergedAt: MONDAY + Math.floor(number / 10) * WEEK + (number % 10) * 36e5 }),
);
const held = heldOf(facts, [fresh(MONDAY + 60 * WEEK + 2 * DAY)]);
const ask = (view: View, measure = 'merged-pull-requests') => seriesAnswer(held, measure, view);
const weeks = (view: View) =>
  ask(view).data.points.map(({ week, running }) => `${week}${running ? ' running' : ''}`);

function refused(view: View): { code: string; field: string | null; message: string } {
  try {
    ask(view);
  } catch (error) {
    if (error instanceof QuestionError)
      return { code: error.code, field: error.field, message: error.message };
    throw error;
  }
  throw new Error('it was answered');
}

describe('a window of one’s own', () => {
  it('is made of whole weeks, from the Monday of its first day to the Sunday of its last', () => {
    const view = { from: '2026-09-02', to: '2026-09-15' };
    expect(weeks(view)).toEqual(['2026-08-31', '2026-09-07', '2026-09-14']);
    expect(ask(view).asked).toMatchObject({ from: '2026-08-31', to: '2026-09-20', window: '52w' });
    expect(ask(view).data.n).toBe(30);
    expect(weeks({ from: '2026-08-31', to: '2026-09-20' })).toEqual(weeks(view));
  });

  it('runs to the end of the data without an end of its own', () => {
    expect(weeks({ from: '2027-09-20' })).toEqual(['2027-09-20', '2027-09-27', '2027-10-04 running']);
    expect(weeks({ from: '2027-09-20', to: '2027-10-07' })).toEqual(weeks({ from: '2027-09-20' }));
  });

  it('is as long as the usual one without a beginning of its own', () => {
    const all = weeks({ to: '2027-09-30', window: '12w' });
    expect([all.length, all[0], all.at(-1)]).toEqual([12, '2027-07-12', '2027-09-27']);
  });

  it('is spoken of by its own days, and compared with as many weeks before it', () => {
    expect(ask({ from: '2027-08-02', to: '2027-08-29' }).data.finding).toBe(
      '40 pull requests merged in the 4 weeks to 29 Aug 2027; 40 in the 4 weeks before',
    );
    expect(ask({ from: '2027-01-04', to: '2027-08-29' }, 'cycle-time').data.finding).toBe(
      'Half of pull requests merged within 24 hours of their first commit in the 12 weeks to 29 Aug 2027; 24 in the 12 weeks before',
    );
    expect(ask({ from: '2027-09-13' }).data.finding).toBe(
      '30 pull requests merged in the last 3 full weeks; 30 in the 3 weeks before',
    );
  });

  it('begins with the data, and says so, where it is asked for from before', () => {
    const { warnings, data } = ask({ from: '2025-01-01', to: '2026-08-20' });
    expect(data.points.map(({ week }) => week)).toEqual(['2026-08-10', '2026-08-17']);
    expect(warnings.map(({ code }) => code)).toEqual(['window-before-data']);
  });

  it('names the file', () => {
    expect(seriesCsvName(ask({ from: '2026-09-02', to: '2026-09-15' }))).toBe(
      'uptake-merged-pull-requests-2026-08-31-to-2026-09-20.csv',
    );
    expect(seriesCsvName(ask({ from: '2026-09-02' }))).toBe(
      'uptake-merged-pull-requests-from-2026-08-31.csv',
    );
  });

  it.each([
    [
      { from: '2026-10-01', to: '2026-09-01' },
      'window-upside-down',
      'from',
      'begins on 1 Oct 2026, after it ends on 1 Sep 2026',
    ],
    [
      { from: '2027-10-11' },
      'window-beyond-data',
      'from',
      '11 Oct 2027 lies after the data, which end in the week of 4 Oct 2027',
    ],
    [{ to: '2030-01-01' }, 'window-beyond-data', 'to', 'lies after the data'],
    [
      { to: '2026-08-09' },
      'window-beyond-data',
      'to',
      'ends on 9 Aug 2026, before the data, which begin in the week of 10 Aug 2026',
    ],
    [{ from: '2026-02-30' }, 'unknown-filter', 'from', '"2026-02-30" is no date'],
    [{ to: 'yesterday' }, 'unknown-filter', 'to', 'is written like 2026-08-10'],
  ] as const)('%j is refused with a sentence', (view, code, field, sentence) => {
    expect(refused(view)).toMatchObject({ code, field });
    expect(refused(view).message).toContain(sentence);
  });
});

it('a window of years is cut where a line has too many points', () => {
  const long = heldOf([fact(1), fact(2, { mergedAt: MONDAY + 500 * WEEK })], [fresh(MONDAY + 500 * WEEK)]);
  const { data, warnings } = seriesAnswer(long, 'merged-pull-requests', {
    from: '2026-08-10',
    to: '2036-01-06',
  });
  expect(data.points.filter(({ running }) => !running)).toHaveLength(400);
  expect(data.points.at(-1)?.week).toBe('2035-12-31');
  expect(warnings.map(({ code }) => code)).toEqual(['weeks-cut']);
});
