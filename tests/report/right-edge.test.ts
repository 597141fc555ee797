import { describe, expect, it } from 'vitest';
import type { View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const WEEK = 7 * DAY;
const WEEKS = 14;
/** Monday, 03:00, right after the last full week. */
const UNTIL = MONDAY + WEEKS * WEEK - 6 * HOUR;

/** Thirty pull requests a week whose times to merge never change (half within 40 hours), as the end of the data finds them. */
function unchanged(
  seed: number,
  over: (number: number) => Partial<PullRequestFact> = () => ({}),
): PullRequestFact[] {
  const random = seededRandom(seed);
  return Array.from({ length: 30 * WEEKS }, (_, number) => {
    const openedAt = MONDAY - 9 * HOUR + (Math.floor(number / 30) + random()) * WEEK;
    const took =
      40 * HOUR * Math.exp(1.1 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
    const endedAt = openedAt + took;
    const ends = { closedAt: null, mergedAt: endedAt, ...over(number) };
    const seen = (at: number | null) => (at === null || at > UNTIL ? null : at);
    return {
      ...forgeFact(number),
      ...{ openedAt, readyAt: openedAt, firstReviewAt: null, approvedAt: null, deployedAt: null },
      ...{ mergedAt: seen(ends.mergedAt), closedAt: seen(ends.closedAt === null ? null : endedAt) },
    };
  });
}

const ask = (facts: readonly PullRequestFact[], view: View = {}) =>
  seriesAnswer(heldOf(facts, [freshForge(UNTIL)]), 'time-to-merge', view);

describe('the last weeks, by week of opening', () => {
  it('do not look faster than the others, unlike those that are merged already', () => {
    const found = { followed: 0, merged: 0, before: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      const facts = unchanged(seed);
      const { points } = ask(facts).data;
      const opened = (week: number) => facts.slice(week * 30, week * 30 + 30);
      const hours = opened(WEEKS - 1)
        .flatMap(({ openedAt, mergedAt }) => (mergedAt === null ? [] : [(mergedAt - (openedAt ?? 0)) / HOUR]))
        .sort((one, other) => one - other);
      found.merged += Math.log(hours[Math.floor(hours.length / 2)] ?? 1) / 12;
      found.followed += Math.log(points[WEEKS - 1]?.value ?? 40) / 12;
      found.before += Math.log(points[WEEKS - 6]?.value ?? 40) / 12;
    }
    expect(Math.exp(found.merged)).toBeLessThan(30);
    expect(Math.exp(found.followed)).toBeGreaterThan(34);
    expect(Math.exp(found.before)).toBeGreaterThan(34);
  });

  it('say how many are still open, and that they may change', () => {
    const { data, warnings } = ask(unchanged(1));
    const last = data.points.at(-2);
    expect(last).toMatchObject({ n: 30, of: 30, young: true, running: false });
    expect(last?.open).toBeGreaterThan(5);
    expect(data.points[0]).toMatchObject({ open: 0, young: false });
    expect(data.coverage).toMatch(/^All 420 opened pull requests\. Of the 420, \d+ still open\.$/);
    expect(warnings.map(({ code }) => code)).toEqual(['open-work-young']);
    expect(warnings[0]?.message).toMatch(/followed for less time than three quarters of pull requests take/);
  });

  it('have no number where a percentile is not reached yet, and say so', () => {
    const stuck = unchanged(2, (number) => (number >= 30 * (WEEKS - 1) ? { mergedAt: null } : {}));
    const { data } = ask(stuck);
    expect(data.points.at(-2)).toMatchObject({
      state: 'not-reached',
      value: null,
      low: null,
      n: 30,
      open: 30,
    });
    expect(data.description).toContain('1 week whose median is not reached yet');
    const all = ask(stuck.map((one) => ({ ...one, mergedAt: null }))).data;
    expect(all.finding).toBe('Too much is still open to say (420 of 420 pull requests)');
    expect(new Set(all.points.slice(0, -1).map(({ state }) => state))).toEqual(new Set(['not-reached']));
  });

  it('are followed until the data of their own repository end', () => {
    const facts = unchanged(3);
    const held = heldOf(facts, [
      freshForge(UNTIL - 20 * HOUR, { repositoryId: FORGE }),
      freshForge(UNTIL, { repositoryId: 'github:github.com/acme/till' }),
    ]);
    const value = (answer: ReturnType<typeof ask>) => answer.data.points.at(-2)?.value ?? 0;
    expect(value(seriesAnswer(held, 'time-to-merge', {}))).not.toBe(value(ask(facts)));
  });
});

describe('what is closed without a merge', () => {
  const closing = (share: number) =>
    unchanged(4, (number) => (number % 100 < 100 * share ? { mergedAt: null, closedAt: 1 } : {}));

  it('counts as waiting until it was closed, in old weeks too', () => {
    const { data } = ask(closing(0.08));
    expect(data.points[3]).toMatchObject({ n: 30, of: 30, open: 0 });
    expect(data.coverage).toMatch(/still open and \d+ closed without a merge\.$/);
    const merged = ask(closing(0.08).filter(({ closedAt }) => closedAt === null)).data;
    expect(merged.points[3]?.n).toBe(22);
    // What was closed had waited: leaving it out would make the week look quicker.
    expect(merged.points[3]?.value).toBeLessThan(data.points[3]?.value ?? 0);
  });

  it('is warned of from a tenth on, with the shares that need no guess about it', () => {
    expect(ask(closing(0.08)).warnings.map(({ code }) => code)).toEqual(['open-work-young']);
    const warning = ask(closing(0.3)).warnings.find(({ code }) => code === 'closed-unmerged');
    expect(warning?.message).toMatch(
      /^\d\d % of what was opened was closed without a merge\. Of all of it, \d\d %/,
    );
    const [, closed = 0, week = 0, four = 0] = (
      /^(\d+) .* (\d+) % was merged within a week and (\d+) %/.exec(warning?.message ?? '') ?? []
    ).map(Number);
    expect(closed).toBeGreaterThan(25);
    expect(week).toBeLessThan(four);
    expect(four).toBeLessThanOrEqual(75);
    expect(four).toBeGreaterThan(62);
  });

  it('is nothing to a figure by week of merge', () => {
    const { data, warnings } = ask(closing(0.3), { by: 'merge' });
    expect(warnings).toEqual([]);
    expect(data.coverage).toMatch(/^All \d+ merged pull requests\.$/);
  });
});
