import { describe, it } from 'vitest';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { clusteredSurvival, infinitesimalError } from '../../../server/stats/survival/clustered-survival.ts';
import { kaplanMeier } from '../../../server/stats/survival/kaplan-meier.ts';
import { survivalAt } from '../../../server/stats/survival/survival-interval.ts';
import reference from '../../reference/survival.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('pr_km_clustered.csv');
const hours = column(data, 'hours');
const merged = column(data, 'merged');
const authors = clustersOf(column(data, 'author'));
const wanted = reference.km_clustered;

describe('The standard error of Kaplan-Meier with several pull requests an author', () => {
  it('is the infinitesimal jackknife of R, and Greenwood where authors are ignored', () => {
    const curve = can(kaplanMeier(hours, merged));
    wanted.t.forEach((moment, index) => {
      const { survival, se } = survivalAt(curve, moment);
      close(survival, wanted.surv[index] ?? 0, 1e-12);
      close(se, wanted.se_greenwood[index] ?? 0, 1e-9);
      close(infinitesimalError(hours, merged, authors, moment), wanted.se_cluster_ij[index] ?? 0, 1e-9);
    });
  });

  it('is nearly the same by leaving out one author after the other', () => {
    clusteredSurvival(hours, merged, authors, wanted.t).forEach((estimate, index) => {
      close(can(estimate).se, wanted.se_cluster_ij[index] ?? 0, 0.08);
    });
  });
});
