import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type Scatter, ScatterAnswer } from '../../../server/contract/flow.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { scatterAnswer } from '../../../server/report/flow/scatter.ts';
import { FORGE, fact, fresh, freshForge, heldOf, MONDAY, push } from '../../support/facts.ts';
import { reviewed } from '../../support/flow-facts.ts';

const idsOf = ({ marks, repositories }: Scatter) =>
  marks.number.map((number, mark) => `${repositories[marks.repository[mark] ?? 0]}#${number}`);

/** So many a week for ten weeks, each slower than the one before it. */
function many(weekly: number) {
  return Array.from({ length: 10 * weekly }, (_, at) =>
    reviewed(at + 1, MONDAY + (at % 10) * 7 * DAY + HOUR, 1 + at / 100),
  );
}

const until = MONDAY + 10 * 7 * DAY + DAY;

describe('A scatter', () => {
  it('has a mark for each merged pull request, by its day and with its hours, and says nothing of whose they are', () => {
    const held = heldOf(
      [
        reviewed(1, MONDAY, 3),
        reviewed(2, MONDAY + DAY, 20),
        reviewed(3, MONDAY, 1, { mergedAt: null }),
        reviewed(4, MONDAY, 1, { leftOut: 'automation' }),
      ],
      [freshForge(MONDAY + 8 * DAY)],
    );
    const byOpening = scatterAnswer(held, 'time-to-merge', {});
    expect(byOpening.data).toMatchObject({
      from: '2026-08-10',
      to: '2026-08-16',
      marks: { repository: [0, 0], number: [1, 2], day: [0, 1], hours: [8, 25] },
      repositories: [FORGE],
      n: 2,
    });
    expect(scatterAnswer(held, 'time-to-merge', { by: 'merge' }).data.marks.day).toEqual([0, 2]);
    expect(Value.Check(ScatterAnswer, byOpening)).toBe(true);
    expect(JSON.stringify(byOpening)).not.toMatch(/ada|person/);
  });

  it('counts days in the organisation’s zone', () => {
    const late = reviewed(1, Date.UTC(2026, 7, 10, 23, 30), 1);
    const held = heldOf([late], [freshForge(MONDAY + 8 * DAY)], 'Europe/Berlin');
    expect(scatterAnswer(held, 'time-to-merge', {}).data.marks.day).toEqual([1]);
  });

  it('has a thousand marks at most, always the same ones, and says so; its lines are of all', () => {
    const facts = many(300);
    const { data } = scatterAnswer(heldOf(facts, [freshForge(until)]), 'time-to-merge', {});
    expect(data.marks.number).toHaveLength(1000);
    expect(data.howToRead).toContain('1,000 of 3,000 are shown, always the same');
    expect(data.n).toBe(3000);
    expect(data.p50).toBeCloseTo(21, 1);
    expect(data.p85).toBeCloseTo(31.5, 1);
    const turned = scatterAnswer(heldOf(facts.toReversed(), [freshForge(until)]), 'time-to-merge', {});
    expect(idsOf(turned.data).toSorted()).toEqual(idsOf(data).toSorted());
    expect(JSON.stringify(data).length).toBeLessThan(50_000);
  });

  it('keeps nearly all of its marks when a day’s work is added', () => {
    const facts = many(300);
    const before = new Set(
      idsOf(scatterAnswer(heldOf(facts, [freshForge(until)]), 'time-to-merge', {}).data),
    );
    const more = Array.from({ length: 60 }, (_, at) => reviewed(9000 + at, MONDAY + 9 * 7 * DAY, 2));
    const after = idsOf(
      scatterAnswer(heldOf([...facts, ...more], [freshForge(until)]), 'time-to-merge', {}).data,
    );
    expect(after.filter((id) => before.has(id)).length).toBeGreaterThan(960);
  });

  it('draws a sample that is like the whole', () => {
    const { data } = scatterAnswer(heldOf(many(600), [freshForge(until)]), 'time-to-merge', {});
    const sorted = data.marks.hours.toSorted((one, other) => one - other);
    expect(Math.abs((sorted[500] ?? 0) - (data.p50 ?? 0))).toBeLessThan(3);
    expect(new Set(data.marks.day.map((day) => Math.floor(day / 7))).size).toBe(10);
  });

  it('of clones shows cycle time, and cannot show time to merge', () => {
    const held = heldOf(
      [...Array.from({ length: 20 }, (_, at) => fact(at + 1)), push('abc')],
      [fresh(MONDAY + 8 * DAY)],
    );
    expect(scatterAnswer(held, 'cycle-time', {}).data.marks.hours).toEqual(
      Array.from({ length: 20 }, () => 24),
    );
    const { data } = scatterAnswer(held, 'time-to-merge', {});
    expect([data.unknowable, data.marks.day]).toEqual(['in-clone', []]);
  });

  it('refuses what has no value for each pull request, and what would show fewer than five people', () => {
    const held = { ...heldOf(many(3), [freshForge(until)]), teamNames: new Map([['pay', 'Payments']]) };
    expect(() => scatterAnswer(held, 'merged-pull-requests', {})).toThrow('has no value for each merged');
    expect(() => scatterAnswer(held, 'time-to-merge', { team: ['pay'] })).toThrow('Payments.');
  });
});
