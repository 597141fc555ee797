import { describe, expect, test } from 'vitest';
import { nightWatch } from '../../server/ingest/night-watch.ts';
import { type Schedule, scheduleOf } from '../../server/ingest/schedule.ts';
import { DAY, MINUTE } from '../../server/model/instant.ts';

const at = (iso: string) => Date.parse(iso);
const berlin = scheduleOf('02:30', 'Europe/Berlin', 0, 'here');

function nights(schedule: Schedule, from: string, count: number): string[] {
  const found: string[] = [];
  for (let after = at(from); found.length < count; ) {
    after = schedule.next(after);
    found.push(new Date(after).toISOString());
  }
  return found;
}

describe('The schedule', () => {
  test('runs once in the night whose hour comes twice, and once in the one that skips it', () => {
    expect(nights(berlin, '2026-10-23T12:00:00Z', 3)).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(nights(berlin, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(berlin.last(at('2026-10-26T00:00:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
  });

  test('understands cron patterns', () => {
    const weekdays = scheduleOf('15 5 * * 1-5', 'UTC', 0, 'here');
    expect(nights(weekdays, '2026-11-20T12:00:00Z', 1)).toEqual(['2026-11-23T05:15:00.000Z']);
  });

  test('spreads installations over the minutes after, each on its own and every night differently', () => {
    const planned = at('2026-11-21T02:30:00Z');
    const delays = ['one', 'two', 'three', 'four'].map(
      (name) => scheduleOf('02:30', 'UTC', 30, name).next(at('2026-11-20T12:00:00Z')) - planned,
    );
    expect(new Set(delays).size).toBe(4);
    for (const delay of delays) {
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(30 * MINUTE);
    }
    const schedule = scheduleOf('02:30', 'UTC', 30, 'one');
    const [first = '', second = ''] = nights(schedule, '2026-11-20T12:00:00Z', 2);
    expect(at(second) - at(first)).not.toBe(DAY);
    // Neither is missed or begun twice by asking at the very instant, or in between planned and delayed.
    expect(schedule.next(at(first) - 1)).toBe(at(first));
    expect(schedule.next(at(first))).toBe(at(second));
    expect(schedule.last(at(second))).toBe(at(first));
    expect(schedule.last(at(first) + 1)).toBe(at(first));
  });

  test.each(['25:00', 'tomorrow', '61 2 * * *', '0 0 0 2 * * *', '0 0 30 2 *', ''])(
    'refuses "%s"',
    (text) => {
      expect(() => scheduleOf(text, 'UTC', 0, 'here')).toThrow(`schedule.at is "${text}"`);
    },
  );
});

describe('The night watch', () => {
  function watched(from: string) {
    const clock = { now: at(from), busy: false };
    const begun: string[] = [];
    const watch = nightWatch(
      scheduleOf('02:30', 'UTC', 0, 'here'),
      () => clock.now,
      () => {
        if (clock.busy) return false;
        begun.push(new Date(clock.now).toISOString());
        return true;
      },
    );
    return {
      begun,
      clock,
      watch,
      at(iso: string) {
        clock.now = at(iso);
        watch.look();
      },
    };
  }

  test('begins each night once', () => {
    const night = watched('2026-11-20T12:00:00Z');
    night.at('2026-11-21T02:29:59Z');
    expect(night.begun).toEqual([]);
    night.at('2026-11-21T02:30:00Z');
    night.at('2026-11-21T02:30:01Z');
    night.at('2026-11-22T02:30:00Z');
    expect(night.begun).toEqual(['2026-11-21T02:30:00.000Z', '2026-11-22T02:30:00.000Z']);
  });

  test('catches up one night when the machine has slept through several', () => {
    const night = watched('2026-11-20T12:00:00Z');
    night.at('2026-11-24T09:00:00Z');
    night.at('2026-11-24T09:00:01Z');
    expect(night.begun).toEqual(['2026-11-24T09:00:00.000Z']);
    expect(night.watch.next).toBe(at('2026-11-25T02:30:00Z'));
  });

  test('repeats no night when the clock is set back', () => {
    const night = watched('2026-11-20T12:00:00Z');
    night.at('2026-11-21T02:30:00Z');
    night.at('2026-11-21T01:00:00Z');
    night.at('2026-11-21T02:31:00Z');
    expect(night.begun).toEqual(['2026-11-21T02:30:00.000Z']);
  });

  test('waits for an import that is at work', () => {
    const night = watched('2026-11-20T12:00:00Z');
    night.clock.busy = true;
    night.at('2026-11-21T02:30:00Z');
    night.clock.busy = false;
    night.at('2026-11-21T06:00:00Z');
    expect(night.begun).toEqual(['2026-11-21T06:00:00.000Z']);
  });
});
