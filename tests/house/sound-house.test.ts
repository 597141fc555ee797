import { expect, test } from 'vitest';
import { whatIsSaidOf } from './sound-house.ts';

test('A sound house gives nothing to say, whatever its strings, comments and types speak of', () => {
  expect(whatIsSaidOf()).toEqual([]);
});

test('A file that does not parse is a finding, since no rule can see into it', () => {
  const [said, ...more] = whatIsSaidOf({ 'server/words/hours.ts': 'export const =\n' });
  expect(said).toMatch(/^server\/words\/hours\.ts:1: does not parse: /);
  expect(more).toEqual([]);
});
