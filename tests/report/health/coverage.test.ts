import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { HealthAnswer } from '../../../server/contract/health.ts';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY } from '../../../server/model/instant.ts';
import { healthAnswer } from '../../../server/report/health/health.ts';
import { foldedParts } from '../../../server/report/health/placed.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { someData } from '../../support/app.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY, push } from '../../support/facts.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 10 * WEEK;

function health(held: Held) {
  const answer = healthAnswer(held, {
    now: UNTIL,
    runs: [],
    readings: [],
    usage: [],
    running: null,
    failed: null,
  });
  expect(Value.Errors(HealthAnswer, answer)).toEqual([]);
  return answer.data;
}

/** Ten weeks of three pull requests each, as a forge tells them. */
function tenWeeks(change: (number: number) => Partial<PullRequestFact> = () => ({})): PullRequestFact[] {
  return Array.from({ length: 30 }, (_, number) =>
    forgeFact(number, { mergedAt: MONDAY + Math.floor(number / 3) * WEEK + 2 * DAY, ...change(number) }),
  );
}

const forge = (facts: PullRequestFact[], teams: string[] = []) =>
  heldOf(facts, [freshForge(UNTIL)], 'UTC', teams);

describe('coverage', () => {
  it('is of the full weeks, and says what is missing and what would help', () => {
    const held = forge([
      ...tenWeeks((number) => (number % 3 === 0 ? { firstReviewAt: null, approvedAt: null } : {})),
      forgeFact(90, { mergedAt: UNTIL }),
    ]);
    const { coverage } = health(held);
    expect(coverage?.sentence).toBe(
      '30 pull requests that take part in measures were merged in 10 full weeks, from the week of 10 Aug 2026 to that of 12 Oct 2026.',
    );
    expect(coverage?.parts.map(({ id, n, of }) => [id, n, of])).toEqual([
      ['human-review', 20, 30],
      ['first-commit', 30, 30],
      ['deployment', 30, 30],
      ['size', 30, 30],
    ]);
    expect(coverage?.parts[0]?.missing).toEqual([
      { count: 10, why: 'without human review', todo: expect.stringContaining('not zero') },
    ]);
  });

  it('says the same numbers as the figures', () => {
    const held = forge(tenWeeks((number) => (number % 4 === 0 ? { deployedAt: null } : {})));
    const figure = seriesAnswer(held, 'deploy-time', { by: 'merge' }).data;
    const part = health(held).coverage?.parts.find(({ id }) => id === 'deployment');
    expect(part?.n).toBe(figure.n);
    expect(part?.of).toBe(figure.points.reduce((sum, { of, running }) => sum + (running ? 0 : of), 0));
  });

  it('of a clone says that reviews and deployments cannot be known, never that there were none', () => {
    const parts = health(someData()).coverage?.parts ?? [];
    expect(parts.map(({ id, n, share }) => [id, n, share])).toEqual([
      ['human-review', 0, 0],
      ['first-commit', 260, 1],
      ['deployment', 0, 0],
      ['size', 260, 1],
    ]);
    expect(parts[0]?.missing[0]?.why).toBe('from a clone, which has no reviews');
  });

  it('is none before the first full week, and of nothing', () => {
    expect(health(forge([forgeFact(1, { mergedAt: UNTIL })])).coverage).toBe(null);
    expect(health(heldOf([], [])).coverage).toBe(null);
  });
});

describe('what was left out', () => {
  it('is told by kind, with the reason, as the figures count it', () => {
    const held = heldOf(
      [
        ...tenWeeks(),
        forgeFact(50, { leftOut: 'automation', mergedAt: MONDAY + 2 * DAY }),
        forgeFact(51, { leftOut: 'back-port', mergedAt: MONDAY + 2 * DAY }),
        push('abc', { repositoryId: FORGE, mergedAt: MONDAY + 2 * DAY }),
      ],
      [freshForge(UNTIL)],
    );
    const { leftOut } = health(held);
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['automation', 1],
      ['back-port', 1],
      ['direct-push', 1],
    ]);
    for (const { why, sentence } of leftOut) expect(`${why} ${sentence}`).toMatch(/\w{4}.*\./);
  });
});

describe('placing in teams', () => {
  const by = (person: number, over: Partial<PullRequestFact>) => ({
    ...{ author: `login:github.com/p${person}`, person: `p${person}` },
    ...over,
  });
  const stated = { teams: ['a'], teamBasis: 'stated' as const };

  it('is told in whole per cents by what it rests on', () => {
    const held = forge(
      tenWeeks((number) => (number < 15 ? by(number % 5, stated) : by(10 + (number % 6), { teams: [] }))),
      ['a'],
    );
    const { coverage } = health(held);
    expect(coverage?.placed).toEqual([
      { name: 'by a stated membership', percent: 50, said: '50 %' },
      { name: 'in no team', percent: 50, said: '50 %' },
    ]);
    expect(coverage?.unmatched).toBe(
      '6 accounts are in no team: 50 % of the merged pull requests count in the total and in no team.',
    );
  });

  it('never tells how much one to four people have merged', () => {
    const held = forge(
      tenWeeks((number) => (number < 27 ? by(number % 5, stated) : by(10 + (number % 2), { teams: [] }))),
      ['a'],
    );
    const { coverage } = health(held);
    expect(coverage?.placed).toEqual([]);
    expect(coverage?.unmatched).toBe(
      'Not shown: so few people are placed in another way than the rest that they could be told apart.',
    );
    expect(JSON.stringify(coverage)).not.toMatch(/p1\d|login:/);
  });

  it('folds the small parts with each other before any large one', () => {
    const part = (name: string, people: number) => ({
      names: [name],
      merged: 10,
      people: new Set(Array.from({ length: people }, (_, one) => one + name.length * 100)),
    });
    const folded = (...parts: ReturnType<typeof part>[]) =>
      foldedParts(parts).map(({ names, people }) => `${names.join('+')} ${people.size}`);
    expect(folded(part('a', 9), part('bb', 3), part('ccc', 4))).toEqual(['a 9', 'bb+ccc 7']);
    expect(folded(part('a', 9), part('bb', 6), part('ccc', 4))).toEqual(['a 9', 'ccc+bb 10']);
    expect(folded(part('a', 2))).toEqual(['a 2']);
  });

  it('is not spoken of where there are no teams', () => {
    expect(health(forge(tenWeeks())).coverage?.placed).toEqual([]);
    const one = heldOf([fact(1, { mergedAt: MONDAY })], [fresh(MONDAY + 2 * WEEK)]);
    expect(health(one).coverage?.unmatched).toBe('');
  });
});
