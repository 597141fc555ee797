import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../server/facts/columns/column.ts';
import { quartersOf } from '../../../server/metrics/adoption/busy-weeks.ts';
import { hundreds, mergedOf, stoodOf } from '../../../server/metrics/adoption/fates.ts';
import { markingChanged } from '../../../server/metrics/adoption/marking-changed.ts';
import { activeWeeks, practiceOf } from '../../../server/metrics/adoption/practice.ts';
import { retained, stayOf } from '../../../server/metrics/adoption/retention.ts';
import { usersWeekly } from '../../../server/metrics/adoption/users-weekly.ts';

const [yes, no] = [true, false];

describe('A person’s practice', () => {
  it('is a habit with evidence in three of the last four active weeks', () => {
    expect(practiceOf([no, yes, yes, no, yes])).toEqual({
      tried: yes,
      weekly: yes,
      habitual: yes,
      lapsed: no,
    });
    expect(practiceOf([yes, no, yes, no]).habitual).toBe(false);
    expect(practiceOf([])).toEqual({ tried: no, weekly: no, habitual: no, lapsed: no });
  });

  it('has lapsed when it was a habit once and nothing shows in four active weeks', () => {
    expect(practiceOf([yes, yes, yes, no, no, no, no]).lapsed).toBe(true);
    expect(practiceOf([yes, yes, yes, no, no, no]).lapsed).toBe(false);
    expect(practiceOf([yes, no, no, no, no]).lapsed).toBe(false);
  });

  it('knows no weeks without work: a holiday counts against nobody', () => {
    expect(activeWeeks([2, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, 1])).toEqual([yes, yes]);
  });
});

describe('Users by week', () => {
  it('takes somebody without work as in their last week with any, so that Christmas is no fall', () => {
    const person = { work: [1, 1, 0, 0, 1], use: [1, 1, 0, 0, 1] };
    const { users, people } = usersWeekly([person, person], 5);
    expect([...users]).toEqual([2, 2, 2, 2, 2]);
    expect([...people]).toEqual([2, 2, 2, 2, 2]);
  });

  it('forgets somebody after four weeks without work', () => {
    const { people } = usersWeekly([{ work: [1, 0, 0, 0, 0, 0], use: [0, 0, 0, 0, 0, 0] }], 6);
    expect([...people]).toEqual([1, 1, 1, 1, 0, 0]);
  });
});

describe('Who goes on', () => {
  it('stops when silent for four active weeks, and is unknown before', () => {
    expect(stayOf([no, yes, yes, no, no, no, no])).toEqual({ weeks: 1, stopped: true });
    expect(stayOf([yes, no, no, no])).toEqual({ weeks: 0, stopped: false });
    expect(stayOf([no, no])).toBeNull();
  });

  it('is everybody where nobody has stopped, and is less by Kaplan and Meier where some have', () => {
    const going = { weeks: 10, stopped: false };
    expect(retained([going, going], 8).share).toBe(1);
    const stopped = { weeks: 4, stopped: true };
    expect(retained([going, stopped, going, stopped], 8).share).toBeCloseTo(0.5);
    // Who left the sight after two weeks is not one who stopped.
    expect(retained([going, stopped, { weeks: 2, stopped: false }], 8).share).toBeCloseTo(0.5);
  });
});

describe('Marking has changed', () => {
  const of = (share: (week: number) => number) => ({
    users: Float64Array.from({ length: 30 }, (_, week) => Math.round(20 * share(week))),
    people: Float64Array.from({ length: 30 }, () => 20),
  });

  it('when marks fall and reported use holds, or the other way round', () => {
    const [held, fell] = [of(() => 0.7), of((week) => (week < 20 ? 0.7 : 0.1))];
    expect(markingChanged(fell, held)).toBe('marks');
    expect(markingChanged(held, fell)).toBe('told');
  });

  it('not when both fall, and not when both hold', () => {
    const fell = of((week) => (week < 20 ? 0.7 : 0.1));
    expect(markingChanged(fell, fell)).toBeNull();
    expect(
      markingChanged(
        of(() => 0.7),
        of((week) => 0.6 + 0.02 * (week % 3)),
      ),
    ).toBeNull();
  });
});

it('busy is a week of a team beside those around it: a backlog that only grows makes none busy', () => {
  const growing = new Map(
    Array.from({ length: 40 }, (_, week) => [week, 10 + week + (week % 4 === 0 ? 8 : 0)]),
  );
  const busiest = [...quartersOf(growing)].filter(([, quarter]) => quarter === 3).map(([week]) => week);
  expect(busiest.filter((week) => week % 4 === 0).length).toBe(10);
});

describe('Hundreds of AI-marked work', () => {
  const fate = {
    closedAt: UNKNOWN,
    revertedAt: UNKNOWN,
    linesReworked: UNKNOWN,
    linesWatched: UNKNOWN,
    person: 1,
  };
  const all = Array.from({ length: 500 }, (_, at) => ({
    ...fate,
    placedAt: at * 60,
    openedAt: at * 60,
    mergedAt: at % 10 === 0 ? UNKNOWN : at * 60 + 600,
    closedAt: at % 10 === 0 ? at * 60 + 700 : UNKNOWN,
    marked: at % 2 === 1,
  }));

  it('are full ones in the order of opening, each beside the unmarked of the same time', () => {
    const found = hundreds(all);
    expect(found.map(({ ordinal, marked }) => [ordinal, marked.length])).toEqual([
      [1, 100],
      [2, 100],
    ]);
    expect(found[1]?.others.every(({ placedAt }) => placedAt >= 201 * 60 && placedAt <= 399 * 60)).toBe(true);
    expect(mergedOf(found[0]?.others ?? [])).toEqual({ successes: 80, trials: 99 });
  });

  it('do not count as fallen or standing what is younger than 21 days, and count a revert within them', () => {
    const merged = { ...fate, placedAt: 0, openedAt: 0, mergedAt: 100, marked: true };
    const day = 24 * 60;
    expect(stoodOf([merged], 100 + 20 * day).trials).toBe(0);
    expect(stoodOf([merged, { ...merged, revertedAt: 200 }], 100 + 21 * day)).toMatchObject({
      successes: 1,
      trials: 2,
    });
    expect(stoodOf([{ ...merged, revertedAt: 100 + 22 * day }], 1e6).successes).toBe(1);
    expect(stoodOf([{ ...merged, linesWatched: 10, linesReworked: 6 }], 1e6).successes).toBe(0);
  });
});
