import { describe, expect, it } from 'vitest';
import { DAY } from '../../server/model/instant.ts';
import { askedRepositories } from '../../server/report/repositories.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const UNTIL = MONDAY + 14 * DAY;
const CLONE = 'git:GitHub.com/Acme/Shop';
const TILL = 'git:github.com/acme/till';

/** Five people, so that each repository may be asked for by itself. */
const by = (number: number) => ({ person: `p${number % 5}` });

/** The shop as a clone and from GitHub, the till as a clone alone. */
const held = heldOf(
  [
    ...Array.from({ length: 9 }, (_, number) => fact(number, { ...by(number), repositoryId: CLONE })),
    ...Array.from({ length: 9 }, (_, number) => forgeFact(number, by(number))),
    ...Array.from({ length: 5 }, (_, number) => fact(number, { ...by(number), repositoryId: TILL })),
  ],
  [
    fresh(UNTIL + DAY, { repositoryId: CLONE }),
    freshForge(UNTIL),
    fresh(UNTIL, { repositoryId: TILL, name: 'acme/till' }),
  ],
);

const ids = (repo: string | null) =>
  askedRepositories(held, repo).freshness.map(({ repositoryId }) => repositoryId);

describe('a repository read both from GitHub and as a clone', () => {
  it('counts once when all are asked about, and a warning says so', () => {
    expect(ids(null)).toEqual([FORGE, TILL]);
    const answer = seriesAnswer(held, 'merged-pull-requests', {});
    expect(answer.data.n).toBe(14);
    expect(answer.dataUntil).toBe('2026-08-24T09:00:00Z');
    expect(answer.warnings).toEqual([
      {
        code: 'repository-twice',
        message:
          'acme/shop was read from GitHub and as a clone: the clone is left out, so that nothing counts twice.',
      },
    ]);
  });

  it('may be asked about as either, without a warning', () => {
    for (const repo of [CLONE, FORGE]) {
      const answer = seriesAnswer(held, 'merged-pull-requests', { repo });
      expect([answer.data.n, answer.warnings]).toEqual([9, []]);
    }
  });

  it('is another one on another host or under another name', () => {
    const others = ['git:git.example.com/acme/shop', 'git:github.com/acme/shop-2', 'git:/acme/shop'];
    const freshness = [freshForge(UNTIL), ...others.map((repositoryId) => fresh(UNTIL, { repositoryId }))];
    expect(askedRepositories(heldOf([], freshness), null).freshness).toHaveLength(4);
  });
});

it('knows which repositories have their deployments set up', () => {
  const { table, deploying } = askedRepositories(held, null);
  const named = (marks: Uint8Array) => held.snapshot.repositories.values.filter((_, id) => marks[id] === 1);
  expect([named(table), named(deploying)]).toEqual([[FORGE, TILL], [FORGE]]);
});

it('the opening of what GitHub tells is known, so durations are by week of opening', () => {
  expect(seriesAnswer(held, 'cycle-time', {}).asked.by).toBe('opening');
  expect(seriesAnswer(held, 'cycle-time', { repo: CLONE }).asked.by).toBe('merge');
});
