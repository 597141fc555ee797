import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { AiWorkAnswer } from '../../../server/contract/ai-work.ts';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { aiWorkAnswer } from '../../../server/report/flow/ai-work.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { seededRandom } from '../../support/random-history.ts';

const UNTIL = MONDAY + 10 * 7 * DAY;

/**
 * Twelve people, who give their smaller work to a tool: work of a size takes as long with as without it, and small work less. Each
 * is quick or slow.
 */
function pickingPeople(effect = 0): PullRequestFact[] {
  const random = seededRandom(5);
  return Array.from({ length: 12 * 60 }, (_, number) => {
    const who = number % 12;
    const small = random() < 0.5;
    const marked = random() < (small ? 0.7 : 0.2);
    const lines = Math.ceil((small ? 10 : 300) * (0.5 + random()));
    const hours = (1 + who / 3) * Math.sqrt(lines) * (0.7 + 0.6 * random()) * (marked ? 1 + effect : 1);
    const openedAt = MONDAY + Math.floor(random() * 50) * DAY;
    const mergedAt = openedAt + Math.ceil(hours * 60) * (HOUR / 60);
    return forgeFact(number + 1, {
      ...{ openedAt, readyAt: openedAt, mergedAt, deployedAt: null, lines, person: `p${who}` },
      aiLevel: marked ? 'assisted' : 'none',
      aiTools: marked ? ['cursor'] : [],
    });
  }).filter(({ mergedAt }) => (mergedAt ?? 0) < UNTIL);
}

const answerOf = (facts: readonly PullRequestFact[], view = {}) =>
  aiWorkAnswer(heldOf(facts, [freshForge(UNTIL)]), { window: 'all', ...view });

describe('AI in the work', () => {
  it('counts levels, and of AI-marked work tools, as shares of all that was merged', () => {
    const facts = pickingPeople();
    const answer = answerOf(facts);
    expect(Value.Errors(AiWorkAnswer, answer)).toEqual([]);
    const { levels, tools, n } = answer.data;
    const marked = facts.filter(({ aiLevel }) => aiLevel === 'assisted').length;
    expect(n).toBe(facts.length);
    expect(levels.map(({ level, count }) => [level, count])).toEqual([
      ['agent', 0],
      ['assisted', marked],
      ['suggestion', 0],
      ['reviewed', 0],
      ['none', n - marked],
    ]);
    expect(tools).toEqual([{ tool: 'cursor', name: 'Cursor', count: marked, share: marked / n }]);
    expect(levels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('the medians as they stand mislead where people pick their work; the same people and sizes do not', () => {
    const { beside } = answerOf(pickingPeople()).data;
    expect((beside?.marked ?? 0) / (beside?.others ?? 1)).toBeLessThan(0.6);
    expect(beside?.percent?.low).toBeLessThan(0);
    expect(beside?.percent?.high).toBeGreaterThan(0);
    expect(beside?.percent?.value).toBeGreaterThan(-8);
    expect(beside?.within).toContain('no clear difference');
    expect(beside?.warning).toContain('does not say what AI has changed');
  });

  it('a true difference is found, with its range', () => {
    const { beside } = answerOf(pickingPeople(0.5)).data;
    expect(beside?.percent?.low).toBeGreaterThan(25);
    expect(beside?.percent?.high).toBeLessThan(80);
    expect(beside?.within).toMatch(
      /AI-marked ones take \d+ % more time \(likely \d+ % more to \d+ % more\)\. 12 people/,
    );
  });

  it('says how many would be needed where there are too few', () => {
    const few = pickingPeople().filter(({ person }) =>
      ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].includes(person ?? ''),
    );
    const { beside } = answerOf(few).data;
    expect(beside?.percent).toBeNull();
    expect(beside?.within).toContain('too few to tell. It needs 10 people');
  });

  it('shows nothing of fewer than five people with such work', () => {
    const lonely = pickingPeople().map((one) =>
      one.person === 'p1' ? one : { ...one, aiLevel: 'none' as const, aiTools: [] },
    );
    const { data } = answerOf(lonely);
    expect([data.levels, data.tools, data.beside, data.unknowable]).toEqual([
      [],
      [],
      null,
      'group-too-small',
    ]);
    expect(data.finding).toBe('Too few people have AI-marked work, or other work, to tell them apart');
  });

  it('is the same whatever the filter by AI involvement', () => {
    const facts = pickingPeople();
    expect(answerOf(facts, { ai: ['marked'] })).toEqual(answerOf(facts));
  });
});
