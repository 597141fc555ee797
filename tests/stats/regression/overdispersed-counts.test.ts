import { describe, expect, it } from 'vitest';
import { logNegativeBinomial } from '../../../server/stats/distributions/negative-binomial.ts';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { generalisedLinear, poisson } from '../../../server/stats/regression/generalised-linear.ts';
import { indicators, intercept } from '../../../server/stats/regression/ordinary-least-squares.ts';
import { overdispersedCounts } from '../../../server/stats/regression/overdispersed-counts.ts';
import { clusterSandwich } from '../../../server/stats/regression/sandwich.ts';
import reference from '../../reference/rates.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('author_week_counts.csv');
const counts = column(data, 'prs');
const teams = clustersOf(column(data, 'team'));
const columns = [
  intercept(counts.length),
  { name: 'post', values: column(data, 'post') },
  ...indicators('team', teams.codes, teams.count),
];
const offset = column(data, 'days').map(Math.log);

describe('Negative binomial regression of counts by team', () => {
  const wanted = reference.author_week.nb_team_fe;
  const { fit, size, sizeError, logLikelihood } = can(overdispersedCounts(counts, columns, offset));

  it('agrees with MASS in coefficient, error, size and likelihood', () => {
    close(fit.coefficients[1], wanted.log_rate_ratio, 1e-7);
    close(Math.sqrt(fit.bread.get(1, 1)), wanted.se_model, 1e-6);
    close(size, wanted.theta, 1e-6);
    close(sizeError, wanted.se_theta, 1e-5);
    close(2 * logLikelihood, wanted.two_loglik, 1e-8);
  });

  it('has the clustered error of sandwich', () => {
    const authors = clustersOf(column(data, 'author'));
    const errors = counts.map((count, row) => {
      const mean = fit.fitted[row] ?? 0;
      return (count - mean) / (1 + mean / size);
    });
    const designs = columns.map(({ values }) => values);
    const cr0 = Math.sqrt(clusterSandwich(fit.bread, designs, errors, authors).get(1, 1));
    close(cr0 * Math.sqrt(36 / 35), wanted.se_cluster_author_G_over_Gm1, 1e-6);
  });

  it('is far likelier than Poisson', () => {
    const plain = can(generalisedLinear(poisson, counts, columns, { offset }));
    // Poisson is the negative binomial whose size has no bound.
    const poissonLog = counts.reduce(
      (total, count, row) => total + logNegativeBinomial(count, 1e9, plain.fitted[row] ?? 0),
      0,
    );
    close(2 * (logLikelihood - poissonLog), reference.author_week.nb_vs_poisson_lr, 1e-5);
  });

  it('cannot be had of counts that vary less than Poisson', () => {
    const even = counts.map((_, row) => 3 + (row % 2));
    expect(
      overdispersedCounts(
        even,
        [intercept(even.length)],
        offset.map(() => 0),
      ),
    ).toEqual({
      cannot: 'not converged',
    });
  });
});
