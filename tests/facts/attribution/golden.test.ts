import { describe, expect, test } from 'vitest';
import { explainLine } from '../../../server/facts/attribution/explain.ts';
import falseFriends from '../../golden/attribution-false-friends.json' with { type: 'json' };
import levels from '../../golden/attribution-levels.json' with { type: 'json' };
import notes from '../../golden/attribution-notes.json' with { type: 'json' };
import trailers from '../../golden/attribution-trailers.json' with { type: 'json' };
import weak from '../../golden/attribution-weak.json' with { type: 'json' };
import { rules } from '../../support/attributed.ts';

type Case = { says: string; line: unknown; expected: Record<string, unknown> };

/** The part of the answer that the case speaks of. Addresses that could be a person's stand as `name(at)domain`. */
function answered({ line, expected }: Case): Record<string, unknown> {
  const given = JSON.stringify(line).replaceAll('(at)', '@');
  const answer = JSON.parse(explainLine(given, rules));
  const signals = [...new Set(answer.evidence?.map(({ signal }: { signal: string }) => signal))].toSorted();
  return Object.fromEntries(Object.keys(expected).map((key) => [key, { ...answer, signals }[key]]));
}

const families: [name: string, cases: readonly Case[]][] = [
  ['The level', levels],
  ['A trailer', trailers],
  ['A false friend', falseFriends],
  ['What is weak', weak],
  ["A note of git-ai's", notes],
];

describe.each(families)('%s', (_, cases) => {
  test.each(cases)('$says', (one) => {
    expect(answered(one)).toEqual(one.expected);
  });
});
