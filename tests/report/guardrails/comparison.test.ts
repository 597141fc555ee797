import { describe, expect, it } from 'vitest';
import type { GuardrailChange } from '../../../server/contract/guardrails.ts';
import { DAY } from '../../../server/model/instant.ts';
import { costLine, guardrailChanges } from '../../../server/report/guardrails/guardrail-changes.ts';
import type { Held } from '../../../server/report/live.ts';
import { isCannot } from '../../../server/stats/cannot.ts';
import { newcombe } from '../../../server/stats/proportions/newcombe.ts';
import { fresh, MONDAY } from '../../support/facts.ts';
import { dozen, type GuardedTeam, guardedHeld, times, USUAL } from '../../support/guarded-facts.ts';

const team = (over: Partial<GuardedTeam> = {}): GuardedTeam => ({
  ...{ id: 'pay', start: 20, before: USUAL, after: USUAL, work: [12, 12] },
  ...over,
});

function changesIn(held: Held, asked: { team?: string[]; repo?: string } = {}) {
  const [rollout] = held.rollouts;
  if (rollout === undefined) throw new Error('no rollout');
  const all = guardrailChanges(held, { rollout, ...asked });
  return (id: GuardrailChange['measure']) => {
    const found = all.find(({ measure }) => measure === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
}

describe('Before and after', () => {
  it('has as many weeks on each side, and of reverts only what was followed for three weeks', () => {
    const change = changesIn(guardedHeld([team(), team({ id: 'web' })]));
    // Of the 45 weeks there are 20 before the start, and more after it.
    expect(change('merged-without-review').weeks).toEqual({ least: 20, most: 20 });
    expect(change('merged-without-review').before.n).toBe(2 * 20 * 12);
    expect(change('merged-without-review').after.n).toBe(2 * 20 * 12);
    const late = changesIn(guardedHeld([team({ start: 30 }), team({ id: 'web', start: 30 })]));
    expect(late('merged-without-review').weeks.most).toBe(15);
    expect(late('hotfix-rate').weeks.most).toBe(14);
    expect(late('revert-rate').weeks.most).toBe(12);
    expect(late('bugs-linked').weeks.most).toBe(10);
  });

  it('of one team is Newcombe’s interval', () => {
    const found = changesIn(guardedHeld([team({ after: times(2) })]))('revert-rate');
    const { before, after, change } = found;
    const side = ({ events, n }: typeof before) => ({ successes: events, trials: n });
    const expected = newcombe(side(after), side(before));
    if (isCannot(expected) || change === null) throw new Error('no interval');
    expect(change.low).toBeCloseTo(expected.lower, 4);
    expect(change.high).toBeCloseTo(expected.upper, 4);
    expect(found.standing).toBe('worse');
  });

  it('is not moved by a team that merges more than before', () => {
    const careful = { ...USUAL, reverted: 0.05 };
    const rough = { ...USUAL, reverted: 0.4 };
    const found = changesIn(
      guardedHeld(
        Array.from({ length: 8 }, (_, place) =>
          place < 4
            ? team({ id: `t${place}`, before: careful, after: careful, work: [16, 8] })
            : team({ id: `t${place}`, before: rough, after: rough, work: [8, 16] }),
        ),
      ),
    )('revert-rate');
    // All together it looks like half as much again.
    expect(found.after.value).toBeGreaterThan(1.4 * (found.before.value ?? 1));
    expect(found.standing).not.toBe('worse');
    expect(Math.abs(found.change?.value ?? 1)).toBeLessThan(0.03);
  });

  it('says “too few to judge” with the events of both sides', () => {
    const rare = { ...USUAL, reverted: 0.02 };
    const found = changesIn(guardedHeld([team({ before: rare, after: rare })]))('revert-rate');
    const counts = `(${found.before.events}, ${found.after.events})`;
    expect(Math.min(found.before.events, found.after.events)).toBeLessThan(10);
    expect(found.short).toBe(`too few to judge ${counts}`);
    expect(costLine([found])).toBe(`Too few reverts to judge ${counts}`);
  });

  it('calls nothing usual where a rise by half could hide', () => {
    const found = changesIn(guardedHeld([team({ work: [6, 6] })]))('revert-rate');
    expect(found.standing).toBe('too-few');
    expect(Math.min(found.before.events, found.after.events)).toBeGreaterThanOrEqual(10);
    expect(found.short).toBe('a rise by half cannot be ruled out');
    expect(costLine([found])).toBe('Of reverts a rise by half cannot be ruled out');
    expect(changesIn(guardedHeld(dozen(USUAL)))('merged-without-review').standing).toBe('usual');
  });

  it('says no more than that it is uncertain where the range itself leaves the rise out', () => {
    const found = changesIn(guardedHeld([team({ work: [6, 6] })]))('revert-rate');
    const change = { scale: 'percent', value: -20, low: -36, high: -4.7 } as const;
    expect(costLine([{ ...found, change }])).toBe('Too uncertain to judge: reverts');
    expect(costLine([found, { ...found, change }])).toBe(
      'Of reverts a rise by half cannot be ruled out; too uncertain to judge: reverts',
    );
  });

  it('names first the teams that pay alone, and of many guardrails that stayed as before a few', () => {
    const [usual] = [changesIn(guardedHeld(dozen(USUAL)))('merged-without-review')];
    const pays = { team: 'Web', worse: ['hotfixes', 'unreviewed work'] };
    expect(costLine([usual], [pays])).toBe(
      'Hotfixes and unreviewed work in Web got worse. On the whole: no cost we could see: unreviewed work within their usual range',
    );
    expect(costLine([usual], [pays, pays, pays, pays])).toMatch(
      /in Web and something in 2 more got worse\. /,
    );
    const worse = { ...usual, standing: 'worse' as const };
    expect(costLine([worse], [pays])).toMatch(
      /^Watch: unreviewed work rose .*; besides, hotfixes and unreviewed work in Web got worse$/,
    );
    const many = Array.from({ length: 9 }, () => usual);
    expect(costLine(many)).toBe(
      'No cost we could see: unreviewed work, unreviewed work, unreviewed work, unreviewed work and 5 more within their usual range',
    );
  });

  it('waits for eight weeks after a start, and leaves teams out that may not be shown by themselves', () => {
    const young = changesIn(guardedHeld([team({ start: 40 }), team({ id: 'web', start: 40 })]));
    expect(young('revert-rate').reason).toMatch(/^Too early: \d full weeks? .* we wait for 8\.$/);
    const small = guardedHeld([team(), team({ id: 'web' }), team({ id: 'two', people: 2 })]);
    expect(changesIn(small)('merged-without-review').teams).toBeLessThan(3);
  });

  it('is asked of a team by itself', () => {
    const held = guardedHeld([team({ after: times(2) }), team({ id: 'web' }), team({ id: 'ops' })]);
    expect(changesIn(held, { team: ['pay'] })('merged-without-review').standing).toBe('worse');
    expect(changesIn(held, { team: ['web'] })('merged-without-review').standing).not.toBe('worse');
    expect(changesIn(held, { team: ['web'] })('merged-without-review').teams).toBe(1);
  });
});

describe('What is not known', () => {
  const without = (over: object) => {
    const held = guardedHeld([team(), team({ id: 'web' })]);
    return changesIn({ ...held, ...over });
  };

  it('is said where there is no tracker, and what to do', () => {
    const { snapshot } = guardedHeld([team()]).issues;
    const change = without({ issues: { snapshot, freshness: [] } });
    for (const id of ['reopened-issues', 'bugs-linked'] as const) {
      expect(change(id).standing).toBe('not-known');
      expect(change(id).reason).toMatch(/Connect Jira/);
    }
  });

  it('is said of reviews and checks in a clone', () => {
    const held = guardedHeld([team()]);
    const [own] = held.freshness;
    const clone = fresh(MONDAY + 45 * 7 * DAY, { repositoryId: own?.repositoryId ?? '', source: 'git' });
    const change = without({ freshness: [clone] });
    for (const id of ['merged-without-review', 'review-rounds', 'ci-first-pass-rate'] as const) {
      expect(change(id).standing).toBe('not-known');
      expect(change(id).sentence).toMatch(/not known here\. A clone cannot tell/);
    }
  });
});
