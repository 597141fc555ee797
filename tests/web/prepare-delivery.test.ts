import { expect, test } from 'vitest';
import { usualView } from '../../server/contract/view.ts';
import { deliveryTable } from '../../web/charts/delivery-table.ts';
import { prepareDelivery } from '../../web/charts/prepare-delivery.ts';
import { madeUpDelivery } from '../support/delivery-answers.ts';

const asked = { ...usualView, since: '2026-02-02' };
const measures = madeUpDelivery(asked).data.measures;

test.each(measures.map((measure) => [measure.definition.id, measure] as const))(
  'every point of %s that has a value is one mark at its height, and nothing lies outside of the drawing',
  (_, measure) => {
    const { dots, parts, plot, ticks, since } = prepareDelivery(measure, 400, 240);
    expect(dots.length).toBe(measure.points.filter(({ value }) => value !== null).length);
    const [zero] = ticks;
    const values = measure.points.flatMap(({ value }) => value ?? []);
    const perUnit = dots.map(({ y }, index) => ((zero?.y ?? 0) - y) / (values[index] ?? 1));
    for (const one of perUnit.filter(Number.isFinite)) expect(one).toBeCloseTo(perUnit[0] ?? 0, 6);
    for (const { x, y, range } of dots) {
      expect([x >= plot.left, x <= plot.right, y >= plot.top - 1e-9, y <= plot.bottom]).toEqual(
        Array(4).fill(true),
      );
      if (range !== null) expect(range[1]).toBeGreaterThanOrEqual(plot.top - 1e-9);
    }
    expect(parts.map(({ part }) => part)).toEqual(['before', 'after']);
    expect(parts[0]?.to).toBeLessThanOrEqual(since ?? 0);
  },
);

test('what happened on the time axis stands at its week, and nothing of what lies outside of the drawn weeks', () => {
  const [, rate] = measures;
  if (rate === undefined) throw new Error('no measure');
  const days = rate.points.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const [begin, end] = [Math.min(...days), Math.max(...days)];
  const [first = '', second = ''] = rate.points.map(({ from }) => from.slice(0, 10));
  const week = (number: number, day: string) => ({ number, firstWeek: day, lastWeek: day });
  const outside = week(1, '2001-01-01');
  const marked = [outside, week(2, first), week(3, second)];
  const { notes, plot } = prepareDelivery(rate, 400, 240, marked);
  const halfWeek = 3.5 * 86_400_000;
  const placeOf = (day: string) =>
    ((Date.parse(day) + halfWeek - begin) / (end - begin)) * (plot.right - plot.left);
  const [one, other] = notes.spans;
  expect([one?.number, other?.number, notes.spans.length]).toEqual([2, 3, 2]);
  expect(one?.from).toBeCloseTo(placeOf(first), 6);
  expect(other?.to).toBeCloseTo(placeOf(second), 6);
});

test('words that would run into each other stand one above the other', () => {
  const [first] = measures;
  if (first === undefined) throw new Error('no measure');
  const rows = (width: number) => prepareDelivery(first, width, 240).parts.map(({ labelY }) => labelY);
  const [wide, narrow] = [new Set(rows(900)), new Set(rows(240))];
  expect([wide.size, narrow.size]).toEqual([1, 2]);
});

test('the table says all that is drawn: both parts first, then the points, newest first', () => {
  const [, rate] = measures;
  if (rate === undefined) throw new Error('no measure');
  const { columns, rows } = deliveryTable(rate);
  expect(columns).toEqual(['4 weeks from', 'Change fail rate', 'Likely range', 'Counts']);
  expect(rows.length).toBe(2 + rate.points.length);
  expect(rows[0]?.[0]).toMatch(/^Before, from /);
  expect(rows[1]?.[3]).toMatch(/^\d+ of \d+ failed$/);
  expect(deliveryTable({ ...rate, points: [], parts: [] }).rows).toEqual([[rate.finding, '–', '–', '–']]);
});
