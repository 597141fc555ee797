import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { AgeingAnswer } from '../../../server/contract/flow.ts';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { ageingAnswer } from '../../../server/report/flow/ageing.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../../support/facts.ts';

const NOW = MONDAY + 200 * DAY;

/** Open for so many days, and reviewed by nobody. */
function open(number: number, days: number, over: Partial<PullRequestFact> = {}): PullRequestFact {
  const openedAt = NOW - days * DAY;
  const waiting = { readyAt: openedAt, firstReviewAt: null, approvedAt: null, deployedAt: null };
  return forgeFact(number, { openedAt, ...waiting, ...over, mergedAt: null });
}

const asked = (facts: readonly PullRequestFact[]) => ageingAnswer(heldOf(facts, [freshForge(NOW)]), {}).data;
const countsOf = (facts: readonly PullRequestFact[]) =>
  Object.fromEntries(asked(facts).states.map(({ waiting, counts }) => [waiting, counts]));

describe('Open work', () => {
  it('is counted by its age, each in one band', () => {
    const days = [0, 0.9, 1, 2.9, 3, 7, 14, 28, 84, 190];
    expect(countsOf(days.map((age, at) => open(at + 1, age))).review).toEqual([2, 2, 1, 1, 1, 1, 2]);
  });

  it('is told by what it waits for', () => {
    const at = NOW - 2 * DAY;
    const counts = countsOf([
      open(1, 2, { readyAt: null }),
      open(2, 2),
      open(3, 2, { firstReviewAt: at + HOUR }),
      open(4, 2, { firstReviewAt: at + HOUR, approvedAt: at + 2 * HOUR }),
      // Reviewed while it is a draft: still a draft.
      open(5, 2, { readyAt: null, firstReviewAt: at + HOUR }),
    ]);
    expect(counts).toEqual({
      draft: [0, 2, 0, 0, 0, 0, 0],
      review: [0, 1, 0, 0, 0, 0, 0],
      'in-review': [0, 1, 0, 0, 0, 0, 0],
      approved: [0, 1, 0, 0, 0, 0, 0],
    });
  });

  it('leaves out what is merged or closed, and counts that of bots beside it', () => {
    const { n, coverage } = asked([
      open(1, 3),
      { ...open(2, 3), closedAt: NOW - DAY },
      forgeFact(3, { mergedAt: NOW - DAY }),
      open(4, 3, { leftOut: 'automation' }),
      open(5, 3, { leftOut: 'back-port' }),
    ]);
    expect([n, coverage]).toEqual([1, 'The only open pull request. Beside them 1 open one by bots.']);
  });

  it('is named from the oldest on, with what it waits for and without whose it is', () => {
    const { oldest, finding } = asked([
      open(1, 3),
      open(2, 43),
      open(3, 20, { readyAt: null }),
      open(4, 0.1),
    ]);
    expect(oldest.map(({ id, words }) => [id, words])).toEqual([
      [`${FORGE}#2`, 'open for 43 days, waiting for a first human review'],
      [`${FORGE}#3`, 'open for 20 days, still a draft'],
      [`${FORGE}#1`, 'open for 3 days, waiting for a first human review'],
      [`${FORGE}#4`, 'open for 2 hours, waiting for a first human review'],
    ]);
    expect(finding).toBe(
      '2 of 4 open pull requests are two weeks old or older, the largest part still drafts',
    );
    expect(JSON.stringify(oldest)).not.toContain('ada');
  });

  it('is as old as its own repository’s data tell', () => {
    const other = 'github:github.com/acme/till';
    const held = heldOf(
      [open(1, 10), open(2, 10, { repositoryId: other })],
      [freshForge(NOW), freshForge(NOW - 6 * DAY, { repositoryId: other })],
    );
    expect(ageingAnswer(held, {}).data.states[1]?.counts).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  it('of nothing open is a true zero, and of clones nobody can tell', () => {
    expect(asked([forgeFact(1)])).toMatchObject({
      n: 0,
      finding: 'No pull request is open',
      unknowable: null,
    });
    const { data } = ageingAnswer(heldOf([fact(1)], [fresh(NOW)]), {});
    expect([data.unknowable, data.finding]).toEqual([
      'in-clone',
      'A clone cannot tell open work: it has no openings',
    ]);
  });

  it('keeps to its contract, and refuses a team of fewer than five', () => {
    const held = { ...heldOf([open(1, 3)], [freshForge(NOW)]), teamNames: new Map([['pay', 'Payments']]) };
    expect(Value.Check(AgeingAnswer, ageingAnswer(held, {}))).toBe(true);
    expect(() => ageingAnswer(held, { team: ['pay'] })).toThrow('Payments.');
  });
});
