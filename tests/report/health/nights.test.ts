import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import type { Run } from '../../../server/model/run.ts';
import { nightsInWords, nightsOf } from '../../../server/report/health/nights.ts';

/** Saturday, 2026-11-21, 09:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 21, 8);
const ZONE = 'Europe/Berlin';

function run(startedAt: number, outcome: Run['outcome'], tookFor = 12 * MINUTE): Run {
  const endedAt = outcome === null ? null : startedAt + tookFor;
  return { id: startedAt, source: 'github', asked: 'github acme', startedAt, endedAt, outcome, report: null };
}

const strip = (runs: Run[], running = false) => nightsOf(runs, NOW, ZONE, running);

describe('the strip of nights', () => {
  it('has thirty days of the zone, the last of them today', () => {
    const nights = strip([]);
    expect(nights).toHaveLength(30);
    expect([nights[0]?.day, nights[29]?.day]).toEqual(['2026-10-23', '2026-11-21']);
    expect(new Set(nights.map(({ day }) => day)).size).toBe(30);
    expect(nights[29]).toEqual({
      day: '2026-11-21',
      state: 'due',
      words: 'Sat 21 Nov, today: no run yet',
    });
    expect(nights[28]?.words).toBe('Fri 20 Nov: no run');
  });

  it('puts a run into the day in which it began by the clock of the zone', () => {
    // 00:30 in Berlin is still the day before in UTC.
    const nights = strip([run(Date.UTC(2026, 10, 19, 23, 30), 'done')]);
    expect(nights.filter(({ state }) => state === 'done')).toEqual([
      { day: '2026-11-20', state: 'done', words: 'Fri 20 Nov, 00:42: read to the end' },
    ]);
  });

  it('holds every day once where the clocks are changed', () => {
    const after = Date.UTC(2026, 9, 28, 12);
    const days = nightsOf([], after, ZONE, false).map(({ day }) => day);
    expect(days.slice(-5)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28']);
    expect(new Set(days).size).toBe(30);
  });

  it('says of each night how its last run ended', () => {
    const nights = strip([
      run(NOW - 6 * HOUR, 'done'),
      run(NOW - 6 * HOUR - DAY, 'stopped'),
      run(NOW - 6 * HOUR - 2 * DAY, 'done'),
      run(NOW - 7 * HOUR - 2 * DAY, 'failed'),
      run(NOW - 6 * HOUR - 3 * DAY, 'failed'),
      run(NOW - 6 * HOUR - 4 * DAY, null),
    ]);
    expect(nights.slice(-5).map(({ state }) => state)).toEqual([
      'failed',
      'failed',
      'done',
      'stopped',
      'done',
    ]);
    expect(nights.slice(-5).map(({ words }) => words)).toEqual([
      'Tue 17 Nov, 03:00: broke off: the program or the machine was stopped',
      'Wed 18 Nov, 03:12: failed',
      'Thu 19 Nov, 03:12: read to the end (the last of 2 runs)',
      'Fri 20 Nov, 03:12: stopped early, the next run carries on',
      'Sat 21 Nov, 03:12: read to the end',
    ]);
  });

  it('knows the run that is at work from one that was killed', () => {
    expect(strip([run(NOW - HOUR, null)], true)[29]).toEqual({
      day: '2026-11-21',
      state: 'running',
      words: 'Sat 21 Nov: running since 08:00',
    });
    expect(strip([run(NOW - HOUR, null)])[29]?.state).toBe('failed');
  });
});

describe('the nights in words', () => {
  const every = (outcomes: readonly (Run['outcome'] | 'none')[]) =>
    nightsInWords(
      strip(
        outcomes.flatMap((outcome, back) =>
          outcome === 'none' ? [] : [run(NOW - 6 * HOUR - back * DAY, outcome)],
        ),
      ),
    );

  it('count what went well, and name the rest', () => {
    expect(every(Array.from({ length: 30 }, () => 'done' as const))).toBe(
      'All of the last 30 nights went well.',
    );
    const mixed = Array.from({ length: 30 }, (_, back) =>
      back === 3 ? ('failed' as const) : back === 7 ? ('none' as const) : ('done' as const),
    );
    expect(every(mixed)).toBe('28 of the last 30 nights went well; 1 failed and 1 had no run.');
  });

  it('blame nobody for nights before the first run', () => {
    expect(every(['done', 'done', 'none', 'done'])).toBe(
      '3 of the 4 nights since the first run went well; 1 had no run.',
    );
    expect(every(['done'])).toBe('It has run in one night so far, which went well.');
    expect(every([])).toBe('It has not run in the last 30 nights.');
  });
});
