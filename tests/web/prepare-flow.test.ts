import { describe, expect, it } from 'vitest';
import { usualView } from '../../server/contract/view.ts';
import { ageingTable } from '../../web/charts/ageing-table.ts';
import { lanesTable } from '../../web/charts/lanes-table.ts';
import { multiplesTable } from '../../web/charts/multiples-table.ts';
import { prepareAgeing } from '../../web/charts/prepare-ageing.ts';
import { prepareLanes } from '../../web/charts/prepare-lanes.ts';
import { prepareMultiples } from '../../web/charts/prepare-multiples.ts';
import { nearestDot, prepareScatter } from '../../web/charts/prepare-scatter.ts';
import { scatterTable } from '../../web/charts/scatter-table.ts';
import { ageingAnswer, lanesAnswer, scatterAnswer, teamMultiplesAnswer } from '../support/flow-answers.ts';

const parted = { ...usualView, since: '2026-05-04' };

describe('Lanes', () => {
  const { data } = lanesAnswer(parted);

  it.each([144, 260, 358, 620, 1120])(
    'are on one scale from zero, %d units wide, with their labels beside them',
    (width) => {
      const { lanes, scale, plot } = prepareLanes(data, width);
      for (const [place, { marks }] of lanes.entries()) {
        for (const [part, { at, label, labelAt }] of marks.entries()) {
          const value = data.lanes[place]?.parts[part]?.value ?? Number.NaN;
          expect(at).toBeCloseTo(4 + (value / scale.top) * (plot - 4), 6);
          expect(labelAt).toBeGreaterThan(at ?? 0);
          if (width >= 358) expect(labelAt + label.length * 6.7).toBeLessThanOrEqual(width);
        }
      }
    },
  );

  it('say how many stand behind a value where there is room, and before or since unless there is none', () => {
    const labels = [1120, 358, 144].map((width) =>
      prepareLanes(data, width).lanes[1]?.marks.map(({ label }) => label),
    );
    expect(labels).toEqual([
      ['7 hours before · n 420', '4.9 hours since · n 510'],
      ['7 hours before', '4.9 hours since'],
      ['7 hours', '4.9 hours'],
    ]);
  });

  it('cut a middle half that goes on far beyond the values, and show that', () => {
    const wide = {
      ...data,
      lanes: data.lanes.map((lane) => ({
        ...lane,
        parts: lane.parts.map((part) => ({ ...part, high: 400 })),
      })),
    };
    const { lanes, plot } = prepareLanes(wide, 900);
    expect(lanes.map(({ marks }) => marks[0]?.band?.cut)).toEqual([true, true, true, true, true]);
    expect(lanes[0]?.marks[0]?.band?.to).toBe(plot);
  });

  it('of what nobody can know say why, and never draw a zero', () => {
    const unknown = data.lanes.map((lane) => ({
      ...lane,
      unknowable: 'not-set-up' as const,
      parts: lane.parts.map((part) => ({
        ...part,
        state: 'empty' as const,
        value: null,
        low: null,
        high: null,
        n: 0,
      })),
    }));
    const [lane] = prepareLanes({ ...data, lanes: unknown }, 900).lanes;
    expect([lane?.nothing, lane?.marks[0]?.at, lane?.marks[0]?.band]).toEqual([
      'Deployments are not set up',
      null,
      null,
    ]);
  });

  it('stand in a table with what differs, and the way to each part', () => {
    const { columns, rows, links } = lanesTable(data, (measure, { from }) => `${measure} from ${from}`);
    expect(columns.slice(-2)).toEqual(['Difference', 'Likely range']);
    expect(rows[3]).toEqual([
      'Pickup, since',
      '4.9 hours',
      '2 hours',
      '9.8 hours',
      '510 of 530',
      '2.1 hours less: better',
      'likely 18 % to 41 % less',
    ]);
    expect([rows.length, links.length, links[3]]).toEqual([10, 10, 'pickup-time from 2026-05-04']);
  });
});

describe('A scatter', () => {
  const { data } = scatterAnswer('time-to-merge', usualView);

  it('is logarithmic: the same factor is the same way up, wherever', () => {
    const hours = [1, 2, 24, 48];
    const marks = { repository: [0, 0, 0, 0], number: [1, 2, 3, 4], day: [0, 90, 180, 363], hours };
    const { dots } = prepareScatter({ ...data, marks }, null, 900, 380);
    const [one = 0, two = 0, day = 0, days = 0] = dots.map(({ y }) => y);
    expect(one - two).toBeCloseTo(day - days, 6);
    expect(dots.map(({ x }) => x)).toEqual(dots.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  it.each([280, 358, 1120])('keeps everything within its box, %d units wide', (width) => {
    const { dots, left, right, yTicks, lines } = prepareScatter(data, '2026-05-04', width, 380);
    expect(dots.every(({ x, y }) => x >= left && x <= right && y >= 0 && y <= 380)).toBe(true);
    expect(Math.max(...yTicks.map(({ label }) => label.length)) * 6.7).toBeLessThanOrEqual(left);
    const [high, low] = lines.map(({ labelY }) => labelY);
    expect((low ?? 0) - (high ?? 0)).toBeGreaterThan(18);
  });

  it('puts what took no time on its lowest line', () => {
    const marks = { repository: [0], number: [1], day: [0], hours: [0] };
    const { dots, bottom } = prepareScatter({ ...data, marks }, null, 900, 380);
    expect(dots[0]?.y).toBe(bottom);
  });

  it('finds the dot that is meant, if there is one', () => {
    const dots = [
      { id: 'a', x: 10, y: 10 },
      { id: 'b', x: 30, y: 10 },
    ];
    expect([nearestDot(dots, 26, 12, 24), nearestDot(dots, 90, 90, 24)]).toEqual([1, null]);
  });

  it('stands in a table with its percentiles, the latest first, each with a way to it', () => {
    const { rows, links } = scatterTable(
      data,
      'merge',
      (id) => id.slice(16),
      (id) => id,
    );
    expect(rows.slice(0, 2)).toEqual([
      ['Half of all within', '', '24 hours'],
      ['85 % of all within', '', '4 days'],
    ]);
    expect([rows.length, rows[2]?.[0], links[2]]).toEqual([
      302,
      'report-archive#300',
      'git:/srv/clones/report-archive#300',
    ]);
  });
});

describe('Open work', () => {
  const { data } = ageingAnswer(usualView);

  it('has bars on one scale, in four columns, two, or one', () => {
    for (const [width, columns] of [
      [1120, 4],
      [358, 2],
      [200, 1],
    ] as const) {
      const { panels } = prepareAgeing(data, width);
      expect(new Set(panels.map(({ x }) => x)).size).toBe(columns);
      const bars = panels.flatMap((panel) => panel.bars.filter(({ count }) => count > 1));
      const perOne = bars.map((bar) => bar.width / bar.count);
      expect(Math.max(...perOne) - Math.min(...perOne)).toBeLessThan(1);
      expect(panels.every(({ x, bars: own }) => own.every((bar) => bar.width + x <= width))).toBe(true);
    }
  });

  it('of nothing is nought and no bar', () => {
    const { panels } = prepareAgeing(data, 900);
    expect(panels[0]?.bars[2]).toMatchObject({ count: 0, width: 0, label: '0' });
  });

  it('stands in a table with its sums, then the oldest', () => {
    const { rows, links } = ageingTable(
      data,
      (age) => `/items?age=${age}`,
      (id) => id,
    );
    expect(rows[0]).toEqual(['Under a day', '1', '3', '1', '2', '7']);
    expect(rows.at(-1)).toEqual(['acme/shop#12', '', '43 days', '', '', '']);
    expect([links[0], links.at(-1)]).toEqual(['/items?age=under-1d', 'github:github.com/acme/shop#12']);
  });
});

describe('Team multiples', () => {
  const { data } = teamMultiplesAnswer('time-to-merge', parted);

  it('are on one scale, with a gap where there is no value', () => {
    const { panels, yOf, since } = prepareMultiples(data, '2026-05-04', 260, 112);
    const [payments] = panels;
    expect(payments?.points[7]?.y).toBeNull();
    expect(payments?.path.match(/M/g)).toHaveLength(2);
    for (const [panel, { points }] of panels.entries()) {
      points.forEach(({ y }, place) => {
        const value = data.panels[panel]?.values[place] ?? null;
        if (value !== null) expect(y).toBe(yOf(value));
      });
    }
    expect(payments?.summary).toBe('24 hours before, 20 hours since');
    expect(since).toBeGreaterThan(payments?.points[11]?.x ?? 0);
    expect(since).toBeLessThan(payments?.points[12]?.x ?? 0);
  });

  it('let one odd value leave the chart, and mark it', () => {
    const [first, ...others] = data.panels;
    if (first === undefined) throw new Error('there is no panel');
    const odd = {
      ...data,
      panels: [{ ...first, values: first.values.map((value, at) => (at === 3 ? 900 : value)) }, ...others],
    };
    const { panels, scale } = prepareMultiples(odd, null, 260, 112);
    expect(scale.top).toBeLessThan(60);
    expect(panels[0]?.points.filter(({ beyond }) => beyond)).toHaveLength(1);
  });

  it('stand in a table, one column a team, with words where there is no value', () => {
    const { columns, rows, links } = multiplesTable(data, ({ from }) => from);
    expect(columns).toEqual(['2 weeks from', 'Payments', 'Search', 'Others']);
    expect(rows.map(([first]) => first).slice(0, 3)).toEqual(['Before', 'Since', '2 Nov 2026']);
    expect(rows[2 + 25 - 7]?.slice(1)).toEqual(['too few (2)', 'too few (2)', 'too few (2)']);
    expect([rows.length, links.length]).toEqual([28, 28]);
  });
});
