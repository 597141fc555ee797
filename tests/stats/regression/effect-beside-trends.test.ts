import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { authorFixedEffect } from '../../../server/stats/regression/author-fixed-effect.ts';
import { effectBesideTrends } from '../../../server/stats/regression/effect-beside-trends.ts';
import { chanceOf } from '../../support/null-worlds/chance.ts';
import { can } from '../../support/reference.ts';

/** People in one or two of four teams, with blocks of weeks, some of which are treated. */
function rowsOf(seed: number) {
  const chance = chanceOf(seed);
  return Array.from({ length: 20 }, (_, person) => person).flatMap((person) =>
    (person % 5 === 0 ? [person % 4, (person + 1) % 4] : [person % 4]).flatMap((team) =>
      Array.from({ length: 30 }, (_, week) => week)
        .filter(() => chance.uniform() < 0.7)
        .map((week) => {
          const treated = Number(chance.uniform() < 0.3);
          const amount = chance.below(3);
          const place = (week % 10) / 10;
          const outcome = 0.2 * treated + 0.1 * amount + team * place + 0.3 * person + chance.normal();
          return {
            person,
            team,
            block: (person * 4 + team) * 3 + Math.floor(week / 10),
            place,
            treated,
            amount,
            outcome,
          };
        }),
    ),
  );
}

const of = (rows: ReturnType<typeof rowsOf>) => ({
  outcome: rows.map(({ outcome }) => outcome),
  treated: rows.map(({ treated }) => treated),
  columns: [rows.map(({ amount }) => Number(amount === 1)), rows.map(({ amount }) => Number(amount === 2))],
  trend: rows.map(({ place }) => place),
  groups: clustersOf(rows.map(({ team }) => team)),
  blocks: clustersOf(rows.map(({ block }) => block)),
});

describe('An effect beside a trend of each group', () => {
  it.each([1, 2, 3])('is that of a regression with a column for each trend (%i)', (seed) => {
    const rows = rowsOf(seed);
    const asked = of(rows);
    const persons = clustersOf(rows.map(({ person }) => person));
    const trends = [0, 1, 2, 3].map((team) => rows.map((row) => (row.team === team ? row.place : 0)));
    const { treated, outcome, columns, blocks } = asked;
    const wanted = can(
      can(authorFixedEffect(outcome, treated, [...trends, ...columns], blocks, persons)).effect,
    );
    const found = can(effectBesideTrends(asked, persons));
    expect(found.value).toBeCloseTo(wanted.value, 10);
    expect(found.se).toBeCloseTo(wanted.se, 10);
    expect(found.df).toBe(wanted.df);
    expect(found.leaveOneOut.length).toBe(20);
  });

  it('does without the trend of a group that the blocks tell already', () => {
    const rows = rowsOf(4);
    const persons = clustersOf(rows.map(({ person }) => person));
    const flat = rows.map(({ team, place }) => (team === 0 ? 0.5 : place));
    const trends = [1, 2, 3].map((team) => rows.map((row) => (row.team === team ? row.place : 0)));
    const { treated, outcome, columns, blocks } = of(rows);
    const wanted = can(
      can(authorFixedEffect(outcome, treated, [...trends, ...columns], blocks, persons)).effect,
    );
    expect(can(effectBesideTrends({ ...of(rows), trend: flat }, persons)).value).toBeCloseTo(
      wanted.value,
      10,
    );
  });

  it('cannot be told where no block holds both, of nothing, and of columns that say the same', () => {
    const rows = rowsOf(5);
    const persons = clustersOf(rows.map(({ person }) => person));
    const byBlock = rows.map(({ block }) => block % 2);
    expect(effectBesideTrends({ ...of(rows), treated: byBlock }, persons)).toEqual({
      cannot: 'singular design',
    });
    expect(effectBesideTrends(of([]), clustersOf([]))).toEqual({ cannot: 'no observations' });
    const doubled = { ...of(rows), columns: [of(rows).treated] };
    expect(effectBesideTrends(doubled, persons)).toEqual({ cannot: 'singular design' });
  });
});
