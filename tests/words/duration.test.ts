import { expect, it } from 'vitest';
import { duration, durationPair, workingDuration, workingPair } from '../../server/words/duration.ts';

it.each([
  [0, 'under a minute'],
  [0.4 / 60, 'under a minute'],
  [1 / 60, '1 minute'],
  [40 / 60, '40 minutes'],
  [59.7 / 60, '1 hour'],
  [1, '1 hour'],
  [1.46, '1.5 hours'],
  [9.97, '10 hours'],
  [34.7, '35 hours'],
  [47.4, '47 hours'],
  [47.6, '2 days'],
  [50, '2.1 days'],
  [24 * 99.6, '100 days'],
  [24 * 123, '120 days'],
])('%f hours are said as "%s"', (hours, words) => {
  expect(duration(hours)).toBe(words);
});

it('leaves the unit of the second away only when it is that of the first', () => {
  expect(durationPair(35, 46)).toEqual(['35 hours', '46']);
  expect(durationPair(3, 72)).toEqual(['3 hours', '3 days']);
  expect(durationPair(0.5, 0)).toEqual(['30 minutes', 'under a minute']);
});

it('says both in days where that makes them easier to compare', () => {
  expect(durationPair(91, 42)).toEqual(['3.8 days', '1.8']);
  expect(durationPair(35, 72)).toEqual(['1.5 days', '3']);
});

it.each([
  [0, 'under a minute'],
  [0.5, '30 working minutes'],
  [1, '1 working hour'],
  [34.7, '35 working hours'],
  [50, '50 working hours'],
  [123, '120 working hours'],
])('%f hours that were worked are said as "%s", and never in days', (hours, words) => {
  expect(workingDuration(hours)).toBe(words);
});

it('leaves the unit of the second of two that were worked away where it is the same', () => {
  expect(workingPair(50, 96)).toEqual(['50 working hours', '96']);
  expect(workingPair(3, 0.5)).toEqual(['3 working hours', '30 working minutes']);
});
