import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type Lane, LanesAnswer } from '../../../server/contract/flow.ts';
import { DAY } from '../../../server/model/instant.ts';
import { lanesAnswer } from '../../../server/report/flow/lanes.ts';
import { fact, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { END, reviewed, SINCE, teamsAtWork } from '../../support/flow-facts.ts';

const laneOf = (lanes: readonly Lane[], measure: string) => {
  const lane = lanes.find((one) => one.measure === measure);
  if (lane === undefined) throw new Error(`there is no lane ${measure}`);
  return lane;
};

describe('Lanes over the whole window', () => {
  const facts = Array.from({ length: 20 }, (_, at) =>
    forgeFact(at + 1, { mergedAt: MONDAY + (at % 4) * 7 * DAY }),
  );
  const held = heldOf(facts, [freshForge(MONDAY + 5 * 7 * DAY)]);

  it('are the five phases in their order, each with its median, its middle half and what it rests on', () => {
    const { data } = lanesAnswer(held, { by: 'merge' });
    expect(
      data.lanes.map(({ name, parts }) => [
        name,
        ...parts.map(({ value, low, high, n, of }) => [value, low, high, n, of]),
      ]),
    ).toEqual([
      ['Coding', [4, 4, 4, 20, 20]],
      ['Pickup', [6, 6, 6, 20, 20]],
      ['Review', [8, 8, 8, 20, 20]],
      ['Merge', [6, 6, 6, 20, 20]],
      ['Deploy', [24, 24, 24, 20, 20]],
    ]);
    expect(data.finding).toBe('Deploy takes longest: half within 24 hours; next is review, 8 hours');
    expect(data.n).toBe(20);
    expect(Value.Check(LanesAnswer, lanesAnswer(held, {}))).toBe(true);
  });

  it('are never added up: no number in the answer is the sum of the medians', () => {
    expect(JSON.stringify(lanesAnswer(held, { by: 'merge' }).data)).not.toMatch(/[^\d.]48[^\d.]/);
  });

  it('with fewer than five of them say too few, and never nought', () => {
    const few = heldOf(facts.slice(0, 4), [freshForge(MONDAY + 5 * 7 * DAY)]);
    const { data } = lanesAnswer(few, { by: 'merge' });
    expect(data.lanes.flatMap(({ parts }) => parts.map(({ state, value }) => [state, value]))).toEqual(
      Array.from({ length: 5 }, () => ['too-few', null]),
    );
    expect(data.finding).toBe('Too few finished pull requests to say where they wait');
  });

  it('of deployments that are not set up, and of clones, say so', () => {
    const notSetUp = heldOf(facts, [freshForge(END, { deployedBy: null })]);
    expect(laneOf(lanesAnswer(notSetUp, {}).data.lanes, 'deploy-time').unknowable).toBe('not-set-up');
    const clone = heldOf([fact(1)], [fresh(END)]);
    const { data } = lanesAnswer(clone, {});
    expect([data.unknowable, data.finding]).toEqual([
      'in-clone',
      'A clone cannot tell coding time: it has no openings',
    ]);
  });

  it('of an empty database and of one without a full week are empty', () => {
    expect(lanesAnswer(heldOf([], []), {}).data).toMatchObject({ lanes: [], n: 0 });
    const young = heldOf([forgeFact(1, { mergedAt: MONDAY + 2 * DAY })], [freshForge(MONDAY + 3 * DAY)]);
    expect(lanesAnswer(young, {}).data.finding).toBe('Too early to say: no full week yet');
  });
});

describe('Lanes before and after a day', () => {
  const quicker = teamsAtWork(24, 12, 4);

  it('tell a difference that was planted in one phase, and in that one alone', () => {
    const { data, asked } = lanesAnswer(quicker, { since: '2026-12-02' });
    expect(asked.since).toBe(SINCE);
    const pickup = laneOf(data.lanes, 'pickup-time').change;
    expect(pickup).toMatchObject({ verdict: 'clear', way: 'less', judged: 'better' });
    expect(pickup?.percent?.value).toBeGreaterThan(-75);
    expect(pickup?.percent?.value).toBeLessThan(-58);
    expect(pickup?.percent?.low).toBeLessThan(-66.7);
    expect(pickup?.percent?.high).toBeGreaterThan(-66.7);
    expect(pickup?.sentence).toMatch(/^Pickup takes .+ less \(likely \d+ % to \d+ % less\): better$/);
    expect(data.finding).toMatch(/^Since 30 Nov 2026, pickup takes [\d.]+ hours less/);
  });

  it('call one difference in twenty clear where there is none, as a 95 % range does', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
    const clear = seeds.filter((seed) => {
      const { lanes } = lanesAnswer(teamsAtWork(24, 9, 9, seed), { since: SINCE }).data;
      return laneOf(lanes, 'pickup-time').change?.verdict === 'clear';
    });
    expect(clear.length).toBeLessThanOrEqual(3);
  });

  it('judge by teams where there are eight, else by people, and say which', () => {
    expect(lanesAnswer(quicker, { since: SINCE }).data.howToRead).toContain('rest on how teams differ');
    const { data } = lanesAnswer(teamsAtWork(12, 12, 4), { since: SINCE });
    expect(data.howToRead).toContain('rest on how people differ');
    expect(laneOf(data.lanes, 'pickup-time').change?.verdict).toBe('clear');
  });

  it('with fewer than eight people on both sides give no range and no verdict', () => {
    const { data } = lanesAnswer(teamsAtWork(6, 12, 4), { since: SINCE });
    expect(laneOf(data.lanes, 'pickup-time').change).toMatchObject({
      verdict: 'too-few',
      percent: null,
      range: null,
      judged: null,
    });
    expect(data.finding).toBe('Too few to compare before and after 30 Nov 2026');
  });

  it('wait for eight full weeks on each side', () => {
    const { data } = lanesAnswer(quicker, { since: '2027-01-04' });
    expect(laneOf(data.lanes, 'pickup-time').change?.sentence).toBe(
      'Pickup: too early to compare, 3 full weeks after, and we wait for 8',
    );
    expect(data.finding).toBe('Too early to compare before and after 4 Jan 2027');
  });

  it('leave out the last weeks of opening until nine in ten have had the time to be merged', () => {
    const slow = Array.from({ length: 60 }, (_, at) =>
      reviewed(at + 1, MONDAY + Math.floor(at / 10) * 7 * DAY, at % 10 < 8 ? 1 : 12 * 24),
    );
    const held = heldOf(slow, [freshForge(MONDAY + 6 * 7 * DAY)]);
    const partsOf = (by: 'opening' | 'merge') =>
      laneOf(lanesAnswer(held, { since: '2026-08-24', by }).data.lanes, 'pickup-time').parts.map(
        ({ to }) => to,
      );
    expect(partsOf('opening')).toEqual(['2026-08-23', '2026-09-06']);
    expect(partsOf('merge')).toEqual(['2026-08-23', '2026-09-20']);
    expect(lanesAnswer(held, { since: '2026-08-24' }).data.howToRead).toContain(
      'The last 2 weeks are left out',
    );
  });

  it('are not parted by a day outside the window, which is said', () => {
    for (const since of ['2020-01-06', '2027-06-07']) {
      const { data, warnings } = lanesAnswer(quicker, { since });
      expect(data.lanes.map(({ parts }) => parts.length)).toEqual([1, 1, 1, 1, 1]);
      expect(warnings.map(({ code }) => code)).toContain('since-outside-window');
    }
  });

  it('refuse what is no date', () => {
    for (const since of ['2026-02-30', 'yesterday']) {
      expect(() => lanesAnswer(quicker, { since })).toThrow(`"${since}" is no date`);
    }
  });

  it('refuse a team of fewer than five people, as every figure does', () => {
    const held = { ...quicker, teamNames: new Map([['team-1', 'The one']]) };
    expect(() => lanesAnswer(held, { team: ['team-1'] })).toThrow('Fewer than five people');
  });
});
