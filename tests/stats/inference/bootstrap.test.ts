import { describe, expect, it } from 'vitest';
import {
  acceleratedInterval,
  basicInterval,
  percentileInterval,
} from '../../../server/stats/inference/bootstrap.ts';
import { clustersOf, rowsByCluster } from '../../../server/stats/inference/clusters.ts';
import {
  clusterSizes,
  designEffect,
  intraclassCorrelation,
} from '../../../server/stats/inference/intraclass.ts';
import { mean, sumOfSquares } from '../../../server/stats/numbers.ts';
import {
  type Comparison,
  ratioOfGeometricMeans,
  ratioOfQuantiles,
} from '../../../server/stats/two-sample/before-after.ts';
import reference from '../../reference/cluster_regression.json' with { type: 'json' };
import power from '../../reference/power_multiplicity.json' with { type: 'json' };
import { can, close, column, referenceColumns, referenceWords } from '../../support/reference.ts';

const data = referenceColumns('cluster_boot.csv');
const hours = column(data, 'hours');
const post = column(data, 'post');
const authors = clustersOf(column(data, 'author'));
const rows = rowsByCluster(authors);
const draws = (referenceWords('cluster_boot_draws.csv').authors ?? []).map((draw) =>
  draw.split(';').map(Number),
);

function replicates(compare: (values: number[], after: number[]) => Comparison): number[] {
  return draws.map((draw) => {
    const drawn = draw.flatMap((author) => rows[authors.labels.indexOf(author)] ?? []);
    return can(
      compare(
        drawn.map((row) => hours[row] ?? 0),
        drawn.map((row) => post[row] ?? 0),
      ),
    ).ratio;
  });
}

/** Two clusters suffice for the ratio itself, which is all that a replicate is asked for. */
const anyTwo = (values: number[]) => clustersOf(values.map((_, row) => row % 2));

describe('A bootstrap of whole authors with the given draws', () => {
  it('of the ratio of medians has the intervals of R', () => {
    const wanted = reference.cluster_bootstrap.ratio_of_medians;
    const found = can(ratioOfQuantiles(hours, post, authors));
    close(found.ratio, wanted.estimate, 1e-8);
    const ratios = replicates((values, after) => ratioOfQuantiles(values, after, anyTwo(values)));
    wanted.first5.forEach((ratio, index) => {
      close(ratios[index], ratio, 1e-8);
    });
    close(mean(ratios), wanted.boot_mean, 1e-8);
    const logs = ratios.map(Math.log);
    close(Math.sqrt(sumOfSquares(logs) / (logs.length - 1)), wanted.boot_sd_log, 1e-8);
    const percentile = can(percentileInterval(ratios));
    close(percentile.lower, wanted.percentile95[0] ?? 0, 1e-8);
    close(percentile.upper, wanted.percentile95[1] ?? 0, 1e-8);
    const basic = can(basicInterval(found.log.value, logs));
    close(Math.exp(basic.lower), wanted.basic95_log[0] ?? 0, 1e-8);
    close(Math.exp(basic.upper), wanted.basic95_log[1] ?? 0, 1e-8);
    accelerated(wanted.bca, found, ratios);
  });

  it('of the ratio of geometric means has them too', () => {
    const wanted = reference.cluster_bootstrap.ratio_of_geomeans;
    const found = can(ratioOfGeometricMeans(hours, post, authors));
    close(found.ratio, wanted.estimate, 1e-8);
    const ratios = replicates((values, after) => ratioOfGeometricMeans(values, after, anyTwo(values)));
    accelerated(wanted.bca, found, ratios);
  });
});

function accelerated(
  wanted: { z0: number; a: number; probs: number[]; ci: number[] },
  found: { ratio: number; log: { leaveOneOut: readonly number[] } },
  ratios: number[],
): void {
  const interval = can(acceleratedInterval(found.ratio, ratios, found.log.leaveOneOut.map(Math.exp)));
  close(interval.bias, wanted.z0, 1e-8);
  close(interval.acceleration, wanted.a, 1e-8);
  close(interval.probabilities[0], wanted.probs[0] ?? 0, 1e-8);
  close(interval.lower, wanted.ci[0] ?? 0, 1e-8);
  close(interval.upper, wanted.ci[1] ?? 0, 1e-8);
}

describe('Likeness within clusters', () => {
  it('is measured as R measures it', () => {
    const logs = hours.map(Math.log);
    close(intraclassCorrelation(logs, authors), reference.cluster_bootstrap.icc_log_hours_anova, 1e-8);
  });

  it('inflates a variance by the design effect', () => {
    for (const { mbar, cv, icc, deff, n_eff_of_500 } of power.design_effect.cases) {
      close(designEffect(mbar, cv, icc), deff, 1e-9);
      close(500 / designEffect(mbar, cv, icc), n_eff_of_500, 1e-9);
    }
    expect(clusterSizes(clustersOf([1, 1, 1, 2]))).toEqual({ meanSize: 2, variation: 0.5 });
  });
});
