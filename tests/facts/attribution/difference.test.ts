import { describe, expect, test } from 'vitest';
import { compiledRules } from '../../../server/facts/attribution/compiled.ts';
import { attributionDifference } from '../../../server/facts/attribution/difference.ts';
import { RULES, RULES_VERSION } from '../../../server/facts/attribution/rules.ts';
import { attributed, ofMessage, plainCommit, rules } from '../../support/attributed.ts';

const without = (signal: string) =>
  compiledRules(
    undefined,
    RULES.filter((rule) => rule.signal !== signal),
    '0',
  );
const CURSOR = 'Coupons\n\nMade-with: Cursor';

describe('The difference between old and new rules', () => {
  test('tells what is concluded now, and by which marks', () => {
    const difference = attributionDifference(
      ofMessage(CURSOR, without('cursor-madewith')),
      ofMessage(CURSOR),
    );
    expect(difference).toMatchObject({
      level: { from: 'none', to: 'assisted' },
      toolsAdded: ['cursor'],
      toolsDropped: [],
      markedCommits: { from: 0, to: 1 },
      evidenceDropped: [],
      rulesVersion: { from: '0', to: RULES_VERSION },
    });
    expect(difference?.evidenceAdded.map(({ signal }) => signal)).toEqual(['cursor-madewith']);
  });

  test('tells a tool that goes though the level stays', () => {
    const both = `${CURSOR}\nCo-Authored-By: Claude <noreply@anthropic.com>`;
    expect(attributionDifference(ofMessage(both), ofMessage(both, without('claude-mail')))).toMatchObject({
      level: { from: 'assisted', to: 'assisted' },
      toolsDropped: ['claude-code'],
    });
  });

  test('is none where another mark says the same', () => {
    const twice = { branch: 'cursor/coupons', commits: [plainCommit({ message: CURSOR })] };
    expect(
      attributionDifference(attributed(twice, rules), attributed(twice, without('cursor-branch'))),
    ).toBeNull();
  });
});
