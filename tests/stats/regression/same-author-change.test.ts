import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { authorFixedEffect } from '../../../server/stats/regression/author-fixed-effect.ts';
import { sameAuthorChange } from '../../../server/stats/regression/same-author-change.ts';
import { can, column, referenceColumns } from '../../support/reference.ts';

type Row = { outcome: number; treated: number; author: number };

function sumsOf(rows: readonly Row[]) {
  const authors = clustersOf(rows.map(({ author }) => author));
  const side = (wanted: number) => {
    const own = { counts: new Int32Array(authors.count), sums: new Float64Array(authors.count) };
    rows.forEach(({ outcome, treated }, row) => {
      const author = authors.codes[row] ?? -1;
      if (treated !== wanted) return;
      own.counts[author] = (own.counts[author] ?? 0) + 1;
      own.sums[author] = (own.sums[author] ?? 0) + outcome;
    });
    return own;
  };
  return { authors, untreated: side(0), treated: side(1) };
}

function byRows(rows: readonly Row[]) {
  const { authors } = sumsOf(rows);
  const [outcome, treated] = [rows.map((row) => row.outcome), rows.map((row) => row.treated)];
  return authorFixedEffect(outcome, treated, [], authors, authors);
}

const data = referenceColumns('prs_ai.csv');
const rows = column(data, 'cycle_hours').map(
  (hours, row): Row => ({
    outcome: Math.log(hours),
    treated: column(data, 'ai_assisted')[row] ?? 0,
    author: column(data, 'author')[row] ?? 0,
  }),
);

describe('The change of the same authors, from their sums', () => {
  it('is the regression with an effect for each author, its error and its degrees of freedom too', () => {
    const wanted = can(can(byRows(rows)).effect);
    const found = can(sameAuthorChange(sumsOf(rows)));
    expect(found.value).toBeCloseTo(wanted.value, 10);
    expect(found.se).toBeCloseTo(wanted.se, 10);
    expect(found.df).toBe(wanted.df);
    expect(found.p).toBeCloseTo(wanted.p, 10);
  });

  it('counts authors without a change among those left out, and not among those that tell something', () => {
    const alone = Array.from(
      { length: 5 },
      (_, one): Row => ({ outcome: one, treated: 0, author: 900 + one }),
    );
    const wanted = can(can(byRows([...rows, ...alone])).effect);
    const found = can(sameAuthorChange(sumsOf([...rows, ...alone])));
    expect(found.se).toBeCloseTo(wanted.se, 10);
    expect(found.df).toBe(can(sameAuthorChange(sumsOf(rows))).df);
  });

  it('cannot be told of nobody, nor of one author', () => {
    expect(sameAuthorChange(sumsOf(rows.filter(({ treated }) => treated === 0)))).toEqual({
      cannot: 'singular design',
    });
    const [first] = rows;
    const one = rows.filter(({ author }) => author === first?.author);
    expect(sameAuthorChange(sumsOf(one))).toHaveProperty('cannot');
  });
});
