import { describe, expect, it } from 'vitest';
import { amount, amountPair } from '../../server/words/amount.ts';
import { coverage } from '../../server/words/coverage.ts';
import {
  calendarDate,
  calendarDayAndMonth,
  date,
  dateAndTime,
  dateBeside,
  fullDateAndTime,
} from '../../server/words/date.ts';
import { list } from '../../server/words/list.ts';
import { count, number, twoDigits } from '../../server/words/number.ts';

describe('numbers', () => {
  it('have separators, and nouns agree with them', () => {
    expect(count(1204, 'pull request')).toBe('1,204 pull requests');
    expect(count(1, 'pull request')).toBe('1 pull request');
    expect(count(0, 'direct push', 'direct pushes')).toBe('0 direct pushes');
    expect(number(12.34)).toBe('12.3');
  });

  it('of measures have two significant digits, but counts are exact', () => {
    expect([twoDigits(1234), twoDigits(0.0456)]).toEqual([1200, 0.046]);
    expect(amount(1234, 'lines')).toBe('1,200 lines');
    expect(amount(1234, 'pull requests')).toBe('1,234 pull requests');
    expect(amount(34.7, 'hours')).toBe('35 hours');
    expect(amountPair(84.2, 1234, 'lines')).toEqual(['84 lines', '1,200']);
    expect(amountPair(372, 1336, 'pull requests')).toEqual(['372 pull requests', '1,336']);
  });
});

describe('dates', () => {
  const at = Date.UTC(2026, 10, 21, 2, 12);

  it('are those of the zone', () => {
    expect(dateAndTime(at, 'Europe/Berlin')).toBe('Sat 21 Nov, 03:12');
    expect(fullDateAndTime(at, 'America/New_York')).toBe('Fri 20 Nov 2026, 21:12');
    expect(date(at, 'UTC')).toBe('21 Nov 2026');
  });

  it('of September have three letters like all others, and midnight is 00:00', () => {
    expect(dateAndTime(Date.UTC(2026, 8, 1), 'UTC')).toBe('Tue 1 Sep, 00:00');
  });

  it('name the year only where it is another one', () => {
    expect(dateBeside(Date.UTC(2026, 2, 3), at, 'UTC')).toBe('3 Mar');
    expect(dateBeside(Date.UTC(2024, 2, 3), at, 'UTC')).toBe('3 Mar 2024');
  });

  it('of a calendar day stay that day', () => {
    expect(calendarDate('2026-08-10')).toBe('10 Aug 2026');
    expect(calendarDayAndMonth('2026-12-28')).toBe('28 Dec');
  });
});

describe('coverage', () => {
  const missing = [
    { count: 6, why: 'by bots' },
    { count: 5, why: 'without known commits' },
    { count: 0, why: 'of long-lived branches' },
  ];

  it('names what is missing, and why', () => {
    expect(coverage(41, 52, 'merged pull request', missing)).toBe(
      '41 of 52 merged pull requests; 6 by bots, 5 without known commits',
    );
  });

  it('says all, one or none as people do', () => {
    expect(coverage(52, 52, 'merged pull request', [])).toBe('All 52 merged pull requests');
    expect(coverage(1, 1, 'merged pull request', [])).toBe('The only merged pull request');
    expect(coverage(0, 1, 'merged pull request', [{ count: 1, why: 'by bots' }])).toBe(
      '0 of 1 merged pull request; 1 by bots',
    );
    expect(coverage(0, 0, 'merged pull request', [])).toBe('No merged pull requests');
  });
});

it('a list ends in "and"', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
