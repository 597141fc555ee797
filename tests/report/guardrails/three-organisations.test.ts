import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { GuardrailsAnswer } from '../../../server/contract/guardrails.ts';
import { guardrailsAnswer } from '../../../server/report/guardrails/guardrails.ts';
import { dozen, guardedHeld, times, USUAL } from '../../support/guarded-facts.ts';

const worse = guardrailsAnswer(guardedHeld(dozen(times(1.9))), {});
const better = guardrailsAnswer(guardedHeld(dozen(times(0.4))), {});
const same = guardrailsAnswer(guardedHeld(dozen(USUAL)), {});
const ids = same.data.guardrails.map(({ definition }) => definition.id);

const of = (answer: GuardrailsAnswer, id: string) => {
  const found = answer.data.guardrails.find(({ definition }) => definition.id === id);
  if (found === undefined || found.change === null) throw new Error(`no ${id}`);
  return { ...found, change: found.change };
};

describe('Three organisations', () => {
  it('are answered by the contract', () => {
    for (const answer of [worse, better, same]) expect(Value.Errors(GuardrailsAnswer, answer)).toEqual([]);
    expect(ids).toHaveLength(11);
  });

  it.each(ids)('%s finds what is so in each of them', (id) => {
    const found = [worse, better, same].map((answer) => of(answer, id));
    expect(new Set(found.map(({ finding }) => finding)).size).toBe(3);
    const neither = of(same, id).definition.better === 'neither';
    const standings = found.map(({ change }) => change.standing);
    expect(standings.slice(0, 2)).toEqual(neither ? ['changed', 'changed'] : ['worse', 'better']);
    expect(['usual', 'too-few']).toContain(standings[2]);
  });

  it('answer the page’s question in three ways', () => {
    expect(worse.data.finding).toMatch(/^Not without checking: reverts rose from 1\d % to 2\d %/);
    expect(better.data.finding).toMatch(/^Nothing we can see got worse: reverts, hotfixes, rework/);
    expect(same.data.finding).toMatch(/^Nothing we can see got worse/);
    expect(new Set([worse, better, same].map(({ data }) => data.finding)).size).toBe(3);
  });

  it('carry the line that a verdict is never shown without', () => {
    expect(worse.data.costLine).toMatch(/^Watch: reverts rose from .*; unreviewed work rose from .*%/);
    expect(same.data.costLine).toMatch(/^No cost we could see: .*unreviewed work.* within their usual range/);
  });

  it('show how it goes around the start, with the level before and a limit of half as much again', () => {
    const { points, target, limit, weeks } = of(worse, 'revert-rate');
    expect(weeks).toBe(4);
    const level = (after: boolean) => {
      const values = points.flatMap(({ at, value }) => (Number(at) >= 0 === after ? (value ?? []) : []));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(level(false)).toBeCloseTo(target ?? 0, 1);
    expect(limit).toBeCloseTo(1.5 * (target ?? 0), 3);
    expect(level(true)).toBeGreaterThan(limit ?? 1);
  });

  it('set teams that have not started beside it', () => {
    const beside = of(worse, 'revert-rate').others;
    expect(beside?.teams).toBe(4);
    expect(beside?.standing).not.toBe('worse');
    const all = guardrailsAnswer(guardedHeld(dozen(times(1.9), times(1.9))), {});
    expect(of(all, 'revert-rate').others?.standing).toBe('worse');
  });

  it('describe AI-marked work beside the rest, with counts', () => {
    expect(of(same, 'revert-rate').marked).toMatch(/^AI-marked 1\d % \(\d+ of [\d,]+\), all other 1\d % \(/);
  });
});
