import { describe, expect, test } from 'vitest';
import { attribute } from '../../../server/facts/attribution/attribute.ts';
import type { Level } from '../../../server/facts/attribution/evidence.ts';
import { attributed, plainCommit, rules } from '../../support/attributed.ts';
import { randomly, randomPullRequest } from '../../support/random-attribution.ts';

const RANK: readonly Level[] = ['none', 'reviewed', 'suggestion', 'assisted', 'agent'];
const random = randomly(7);
const pullRequests = Array.from({ length: 3000 }, () => randomPullRequest(random));

describe('Of any pull request', () => {
  test('all levels come up, so that these tests look at something', () => {
    const levels = new Set(pullRequests.map((input) => attribute(input, rules).level));
    expect(levels).toEqual(new Set(RANK));
  });

  test('the order of commits, reviewers and labels means nothing', () => {
    for (const input of pullRequests) {
      const turned = {
        ...input,
        commits: input.commits?.toReversed() ?? null,
        reviewers: input.reviewers.toReversed(),
        labels: input.labels.toReversed(),
      };
      expect(attribute(turned, rules)).toEqual(attribute(input, rules));
    }
  });

  test('nor does the order of two accounts of one reviewing tool', () => {
    const [one, other] = ['qodo-merge', 'qodo-merge-pro'].map((login) => ({ login, kind: 'bot' as const }));
    if (one === undefined || other === undefined) throw new Error('two accounts');
    expect(attributed({ reviewers: [one, other] })).toEqual(attributed({ reviewers: [other, one] }));
  });

  test('a commit without a mark never raises the level, nor the marked commits', () => {
    for (const input of pullRequests) {
      if (input.commits === null) continue;
      const before = attribute(input, rules);
      const after = attribute(
        { ...input, commits: [...input.commits, plainCommit({ sha: 'plain' })] },
        rules,
      );
      expect(RANK.indexOf(after.level)).toBeLessThanOrEqual(RANK.indexOf(before.level));
      expect(after.markedCommits).toBe(before.markedCommits);
      expect(after.commits).toBe((before.commits ?? 0) + 1);
    }
  });

  test('what is none has no tools and no strong evidence; what is marked has both', () => {
    for (const { level, tools, strength, evidence } of pullRequests.map((input) => attribute(input, rules))) {
      const decided = evidence.filter((mark) => mark.strength !== 'weak');
      expect(level === 'none').toBe(decided.length === 0);
      expect(tools.length > 0).toBe(level !== 'none');
      expect(strength === null).toBe(level === 'none');
    }
  });

  test('no evidence holds a mailbox or a person’s name', () => {
    for (const input of pullRequests) {
      for (const { text } of attribute(input, rules).evidence) {
        expect(text).not.toMatch(/[^\s<…]@[^\s]/);
        expect(text).not.toMatch(/Ada Example|Ben Example/);
      }
    }
  });
});
