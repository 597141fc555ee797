import { describe, expect, test } from 'vitest';
import type { NumberedNote } from '../../server/contract/index.ts';
import { effectsTable, teamsTable } from '../../web/charts/impact-tables.ts';
import { prepareDistribution } from '../../web/charts/prepare-distribution.ts';
import { prepareEffects } from '../../web/charts/prepare-effects.ts';
import { prepareEventStudy } from '../../web/charts/prepare-event-study.ts';
import { prepareImpactTeams } from '../../web/charts/prepare-impact-teams.ts';
import { prepareImpactTrend } from '../../web/charts/prepare-impact-trend.ts';
import { trendNotes } from '../../web/charts/trend-notes.ts';
import { trendReading } from '../../web/charts/trend-reading.ts';
import { trendTable } from '../../web/charts/trend-table.ts';
import { madeUpImpact, madeUpTrend, periods } from '../support/impact-answers.ts';

const { effects, eventStudy, teams, distribution } = madeUpImpact().data;
if (effects === null || eventStudy === null || teams === null || distribution === null) {
  throw new Error('it is all made up');
}

describe('The trend of a rollout', () => {
  test.each([320, 1100])('lies within its drawing %i wide, with a gap where there is no value', (width) => {
    const trend = madeUpTrend();
    const { plot, dots, line, youngLine, labels, start } = prepareImpactTrend(trend, [], width, 330);
    expect(dots).toHaveLength(19);
    for (const { x, y } of dots) {
      expect(x > plot.x && x < plot.x + plot.width && y >= plot.y && y <= plot.y + plot.height).toBe(true);
    }
    // One stretch before the gap and one after it; the dash joins the last two.
    expect(line.match(/M/g)).toHaveLength(2);
    expect(youngLine.match(/[ML]/g)).toHaveLength(2);
    expect(start).toBeCloseTo(plot.x + plot.width / 2, 0);
    const gaps = labels.slice(1).map(({ y }, index) => y - (labels[index]?.y ?? 0));
    expect(labels.map(({ which }) => which)).toEqual(['expected', 'others', 'started']);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(30 - 1e-9);
  });

  test('is told in words, period by period: what was, what was expected, what others took, and what may still change', () => {
    const trend = madeUpTrend();
    const { places } = prepareImpactTrend(trend, [], 900, 330);
    expect(places).toHaveLength(trend.points.length);
    const said = trend.points.map((_, index) => trendReading(trend, index));
    const last = said.at(-1);
    expect(last?.week).toMatch(/^4 weeks from \d+ \w+ \d{4}$/);
    expect(last?.value).toMatch(/^Half within /);
    expect(last?.rest.join('; ')).toMatch(/; \d+ items; Followed for a short time: it may still change\.$/);
    const since = trend.points.findIndex(({ from }) => from === trend.expected.at(-1)?.from);
    expect(said[since]?.rest.join('; ')).toMatch(
      /^Middle half .* to .*; Expected .*; Teams that have not started: .*; \d+ items/,
    );
    const gap = trend.points.findIndex(({ value }) => value === null);
    expect(places[gap]?.y).toBeNull();
    expect(said[gap]?.value).toMatch(/^(Too few: |Nothing began)/);
    expect(said[0]?.rest.join()).not.toContain('Expected');
  });

  test('numbers starts and notes together, by day, and leaves out what lies in no week of it', () => {
    const note = (day: string, id: number): NumberedNote => ({
      ...{ id, number: 7, kind: 'freeze', day, until: null, team: null, text: 'Nothing is released' },
      ...{ by: 'person', firstWeek: day, lastWeek: day },
    });
    const marks = trendNotes(madeUpTrend(), [note('2025-02-03', 1), note('2019-01-07', 2)]);
    expect(marks.map(({ number, text, isStart }) => [number, text, isStart])).toEqual([
      [1, 'Freeze: Nothing is released', false],
      [2, '1 team starts', true],
      [3, '3 teams start', true],
    ]);
  });

  test('of which nobody has started yet calls no team started', () => {
    const ahead = { ...madeUpTrend(), starts: [{ week: '2027-01-04', teams: 4 }], expected: [] };
    const { labels, start } = prepareImpactTrend(ahead, [], 900, 330);
    expect([labels.map(({ name }) => name), start]).toEqual([['others', 'that start'], null]);
    expect(trendTable(ahead).columns).toContain('Teams: that start');
  });

  test('is the same in its table: the newest first, words where there is no value', () => {
    const { columns, rows } = trendTable(madeUpTrend());
    expect(rows).toHaveLength(20);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[0]).toEqual([
      ...['22 Jun 2026 (may still change)', '36 hours', '18 hours to 2.3 days', '–', '46 hours', '60'],
    ]);
    expect(rows.at(-3)?.slice(0, 3)).toEqual(['3 Mar 2025', 'too few (3)', '–']);
  });
});

describe('Effects', () => {
  test('are dots within their intervals on one axis around zero; what goes beyond it is cut and says so', () => {
    const { effects: drawn, ticks } = prepareEffects(effects, 600);
    const zero = ticks.find(({ isZero }) => isZero)?.x ?? Number.NaN;
    const [time, throughput, review] = drawn;
    expect(time?.mark?.to).toBeLessThan(zero);
    expect(time?.said).toBe('25 % less, likely 16 % to 33 %');
    expect(throughput?.mark).toMatchObject({ cutHigh: true });
    expect(throughput?.mark?.from).toBeGreaterThanOrEqual(0);
    expect(throughput?.mark?.to).toBeLessThanOrEqual(600);
    expect([review?.mark, review?.said]).toEqual([null, 'too few weeks']);
  });

  test.each([200, 358, 900])('have labels on the axis that do not touch, %i wide', (width) => {
    const xs = prepareEffects(effects, width).ticks.map(({ x }) => x);
    for (const [index, x] of xs.entries())
      if (index > 0) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThan(48);
  });

  test('end with their word in the table too', () => {
    expect(effectsTable(effects).rows.map((row) => row.slice(0, 4))).toEqual([
      ['Time to merge', '25 % less', '16 % to 33 %', 'better'],
      ['Merged pull requests', '4 % more', '95 % less to 160 % more', 'no clear change'],
      ['Review', 'too few weeks', '–', 'cannot be told'],
    ]);
  });
});

test('The event study shows what was before the start left of it, and what was since right of it', () => {
  const { marks, start, weeks, plot } = prepareEventStudy(eventStudy, 700, 260);
  for (const { side, x, y, from, to } of marks) {
    expect(side === 'lead' ? x < start : x > start).toBe(true);
    expect(from <= y && y <= to && from >= plot.top && to <= plot.bottom).toBe(true);
  }
  expect(weeks.find(({ x }) => x === start)?.label).toBe('start');
  expect(weeks.map(({ label }) => label)).toContain('−8');
});

test('Teams stand on one scale in the order that they came in, each with its own start', () => {
  const { panels } = prepareImpactTeams(teams, 240, 104);
  expect(panels.map(({ name }) => name)).toEqual(['Accounts', 'Others']);
  expect(panels[0]?.path.match(/M/g)).toHaveLength(2);
  expect(panels[0]?.start).toBeCloseTo(2 + (236 * 10) / periods.length, 0);
  expect(panels[0]?.change).toBe('25 % less than expected (16 % to 33 %)');
  expect([panels[1]?.start, panels[1]?.medians]).toEqual([null, '2.1 days before, too few (2) since']);
  expect(teamsTable(teams).rows[1]?.slice(2, 4)).toEqual(['2.1 days', 'too few (2)']);
});

test('A period above the scale of all teams is marked at its top', () => {
  const [first, ...others] = teams.teams;
  if (first === undefined) throw new Error('there is no team');
  // One odd period among a hundred makes no scale.
  const odd = { ...first, values: first.values.map((value, at) => (at === 0 ? 100_000 : (value ?? 10))) };
  const many = Array.from({ length: 12 }, () => ({ ...odd, values: odd.values.map(() => 10) }));
  const { panels, grid } = prepareImpactTeams({ ...teams, teams: [odd, ...many, ...others] }, 240, 104);
  expect(panels[0]?.beyond.map(({ y }) => y)).toEqual([grid[0]?.y]);
  expect(panels[1]?.beyond).toEqual([]);
});

test('Bars of a distribution are as long as their shares, and say once which is which', () => {
  const { bins, left } = prepareDistribution(distribution, 500);
  expect((bins[0]?.after ?? 0) / (bins[0]?.before ?? 1)).toBeCloseTo(2, 6);
  for (const { before, after } of bins) expect(left + Math.max(before, after)).toBeLessThanOrEqual(500 - 80);
  expect(bins.map(({ beforeLabel, afterLabel }) => [beforeLabel, afterLabel])).toEqual([
    ['20 %', '40 %'],
    ['80 % before', '60 % since'],
    ['under 1 %', '0 %'],
  ]);
});
