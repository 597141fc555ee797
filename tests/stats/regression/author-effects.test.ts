import { describe, expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { type Clusters, clustersOf } from '../../../server/stats/inference/clusters.ts';
import { quantiles } from '../../../server/stats/quantile.ts';
import { authorFixedEffect } from '../../../server/stats/regression/author-fixed-effect.ts';
import { clusterRobust } from '../../../server/stats/regression/cluster-robust.ts';
import {
  type Column,
  classicalErrors,
  indicators,
  intercept,
  leastSquares,
} from '../../../server/stats/regression/ordinary-least-squares.ts';
import { twoWayRegression } from '../../../server/stats/regression/two-way-regression.ts';
import { wildClusterBootstrap } from '../../../server/stats/regression/wild-bootstrap.ts';
import reference from '../../reference/cluster_regression.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('prs_ai.csv');
const outcome = column(data, 'cycle_hours').map(Math.log);
const ai = column(data, 'ai_assisted');
const authors = clustersOf(column(data, 'author'));
const weeks = clustersOf(column(data, 'week'));
const teams = clustersOf(column(data, 'team'));
const lines = column(data, 'lines_changed');
const size = { name: 'size', values: lines.map((changed) => Math.log(changed)) };
const cuts = quantiles(Float64Array.from(lines), [0.25, 0.5, 0.75]);
const quartile = lines.map((changed) => cuts.filter((cut) => changed > cut).length);
const base = [intercept(outcome.length), { name: 'ai', values: ai }];
const perAuthor = indicators('author', authors.codes, authors.count);

type Wanted = typeof reference.prs_ai.naive;

function agrees(
  columns: readonly Column[],
  clusters: Clusters,
  wanted: Wanted | Omit<Wanted, 'CR3_jackknife_like'>,
) {
  const fit = can(leastSquares(outcome, columns));
  expect(fit.names).toHaveLength(wanted.k);
  expect(clusters.count).toBe(wanted.clusters);
  close(fit.coefficients[1], wanted.estimate, 1e-8, 'estimate');
  close(classicalErrors(fit)[1], wanted.se_ols, 1e-8, 'classical error');
  const errors = clusterRobust(fit, 'ai', clusters);
  if (isCannot(errors)) throw new Error(errors.cannot);
  close(errors.cr0, wanted.CR0, 1e-8, 'CR0');
  close(errors.cr1, wanted.CR1, 1e-8, 'CR1');
  close(errors.cr1s, wanted.CR1S, 1e-8, 'CR1S');
  const cr2 = can(errors.cr2);
  close(cr2.se, wanted.CR2, 1e-6, 'CR2');
  close(cr2.df, wanted.satterthwaite_df, 1e-6, 'df');
  close(cr2.p, wanted.p_CR2, 1e-6, 'p');
  close(cr2.lower, wanted.ci95_CR2[0] ?? 0, 1e-6, 'lower limit');
}

describe('AI-marked against other pull requests, cluster-robust errors as clubSandwich has them', () => {
  it('without anything', () => agrees(base, authors, reference.prs_ai.naive));
  it('with size', () => agrees([...base, size], authors, reference.prs_ai.size_adjusted));
  it('with author effects and size', () =>
    agrees([...base, size, ...perAuthor], authors, reference.prs_ai.author_fe_size));
  it('the same by team', () =>
    agrees([...base, size, ...perAuthor], teams, reference.prs_ai.author_fe_size_cluster_team));
  it('with author and week effects and size', () =>
    agrees(
      [...base, size, ...perAuthor, ...indicators('week', weeks.codes, weeks.count)],
      authors,
      reference.prs_ai.author_week_fe_size,
    ));
  it('with author effects and size classes', () =>
    agrees(
      [...base, ...indicators('quartile', quartile, 4), ...perAuthor],
      authors,
      reference.prs_ai.author_fe_size_quartile,
    ));
});

describe('The author fixed effect with the cluster jackknife', () => {
  it('has the estimate of the full design, and says how many authors tell it', () => {
    const found = can(authorFixedEffect(outcome, ai, [size.values], authors, authors));
    expect(found.authorsWithBoth).toBe(reference.prs_ai.matched_within_author_unadjusted.authors_with_both);
    const effect = can(found.effect);
    close(effect.value, reference.prs_ai.author_fe_size.estimate, 1e-8);
    expect(effect.df).toBe(26);
    // Between CR2 and CR3, as it should be.
    expect(effect.se).toBeGreaterThan(reference.prs_ai.author_fe_size.CR2);
    expect(effect.se).toBeLessThan(1.15 * reference.prs_ai.author_fe_size.CR2);
  });

  it('leaves out an author exactly as a fit without that author would', () => {
    const effect = can(can(authorFixedEffect(outcome, ai, [size.values], authors, authors)).effect);
    const kept = outcome.flatMap((_, row) => (authors.codes[row] === 3 ? [] : [row]));
    const of = (values: readonly number[]) => kept.map((row) => values[row] ?? 0);
    const others = clustersOf(of(column(data, 'author')));
    const fit = can(authorFixedEffect(of(outcome), of(ai), [of(size.values)], others, others));
    close(effect.leaveOneOut[3], can(fit.effect).value, 1e-10);
  });

  it('without size is the precision-weighted mean of differences within authors', () => {
    const effect = can(can(authorFixedEffect(outcome, ai, [], authors, authors)).effect);
    close(effect.value, reference.prs_ai.matched_within_author_unadjusted.estimate, 1e-8);
  });

  it('with week effects too has the estimate of the full design', () => {
    const found = twoWayRegression(
      outcome,
      [ai, size.values],
      { units: authors.codes, periods: weeks.codes, unitCount: authors.count, periodCount: weeks.count },
      authors,
    );
    close(can(found).value, reference.prs_ai.author_week_fe_size.estimate, 1e-8);
  });
});

describe('Few clusters', () => {
  const few = referenceColumns('few_clusters.csv');
  const fewTeams = clustersOf(column(few, 'team'));
  const treated = { name: 'treated', values: column(few, 'treated') };
  const others = [intercept(320), { name: 'x', values: column(few, 'x') }];

  it('have the errors of clubSandwich', () => {
    const fit = can(leastSquares(column(few, 'y'), [...others, treated]));
    const errors = clusterRobust(fit, 'treated', fewTeams);
    if (isCannot(errors)) throw new Error(errors.cannot);
    close(errors.cr1s, reference.few_clusters.CR1S, 1e-8);
    close(can(errors.cr2).se, reference.few_clusters.CR2, 1e-6);
    close(can(errors.cr2).df, reference.few_clusters.satterthwaite_df, 1e-6);
  });

  it('have the wild bootstrap p over all 256 vectors of signs', () => {
    const wanted = reference.few_clusters.wild_cluster_bootstrap;
    const found = can(wildClusterBootstrap(column(few, 'y'), treated, others, fewTeams));
    close(found.t, wanted.t, 1e-8);
    expect(found.p).toBe(wanted.p);
    wanted.first8_t.forEach((t, index) => {
      close(found.replicates[index], t, 1e-8);
    });
  });
});
