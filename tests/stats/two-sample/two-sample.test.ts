import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { jackknifeError } from '../../../server/stats/inference/jackknife.ts';
import {
  ratioOfGeometricMeans,
  ratioOfQuantiles,
  split,
} from '../../../server/stats/two-sample/before-after.ts';
import { hodgesLehmann } from '../../../server/stats/two-sample/hodges-lehmann.ts';
import { mannWhitney } from '../../../server/stats/two-sample/mann-whitney.ts';
import { ranksOf } from '../../../server/stats/two-sample/ranks.ts';
import { stratifiedScores, vanElteren } from '../../../server/stats/two-sample/van-elteren.ts';
import { welch } from '../../../server/stats/two-sample/welch.ts';
import reference from '../../reference/two_sample.json' with { type: 'json' };
import { can, close, column, referenceColumns, referenceWords } from '../../support/reference.ts';

const TOLERANCE = 1e-9;
const wanted = reference.two_sample_hours;
const hours = column(referenceColumns('two_sample_hours.csv'), 'hours');
const isAfter = (referenceWords('two_sample_hours.csv').group ?? []).map((group) =>
  group === 'after' ? 1 : 0,
);
const { before, after } = can(split(hours, isAfter));

describe('Two samples', () => {
  it('Mann-Whitney agrees with R, ties and all', () => {
    const found = can(mannWhitney(after, before));
    expect(found.w).toBe(wanted.W);
    close(found.superiority, wanted.prob_superiority, TOLERANCE);
    close(found.variance, wanted.var_W_tie_corrected, TOLERANCE);
    close(found.z, wanted.z_nocorr, TOLERANCE);
    close(found.p, wanted.p_two_sided_asymp_uncorrected, TOLERANCE);
    close(found.zCorrected, wanted.z_corr, TOLERANCE);
    close(found.pCorrected, wanted.p_two_sided_asymp_corrected, TOLERANCE);
    expect(found.pExact).toBe(null);
  });

  it('Hodges-Lehmann is the median of all differences, its limits are order statistics of them', () => {
    const found = can(hodgesLehmann(after, before));
    close(found.value, wanted.hl_shift, TOLERANCE);
    expect(found.rank - 1).toBe(wanted.orderstat_ci95_normal.k);
    close(found.lower, wanted.orderstat_ci95_normal.lower, TOLERANCE);
    close(found.upper, wanted.orderstat_ci95_normal.upper, TOLERANCE);
    const logs = can(hodgesLehmann(after.map(Math.log), before.map(Math.log)));
    close(Math.exp(logs.value), wanted.hl_log_ratio, TOLERANCE);
    close(Math.exp(logs.lower), wanted.hl_log_ratio_ci95_orderstat[0] ?? 0, TOLERANCE);
    close(Math.exp(logs.upper), wanted.hl_log_ratio_ci95_orderstat[1] ?? 0, TOLERANCE);
  });

  it('Welch on logs agrees with R', () => {
    const found = can(welch(after.map(Math.log), before.map(Math.log)));
    close(Math.exp(found.value), wanted.ratio_of_geomeans, TOLERANCE);
    close(found.t, wanted.welch_log.t, TOLERANCE);
    close(found.df, wanted.welch_log.df, TOLERANCE);
    close(found.p, wanted.welch_log.p, TOLERANCE);
    close(found.se, wanted.welch_log.se_log, TOLERANCE);
    close(Math.exp(found.lower), wanted.welch_log.ratio_ci95[0] ?? 0, TOLERANCE);
    close(Math.exp(found.upper), wanted.welch_log.ratio_ci95[1] ?? 0, TOLERANCE);
    const narrow = can(welch(after.map(Math.log), before.map(Math.log), 0.9));
    close(Math.exp(narrow.lower), wanted.welch_log.ratio_ci90[0] ?? 0, TOLERANCE);
  });

  it('ratios of geometric means, medians and 90th percentiles are those of R', () => {
    const single = clustersOf(hours.map((_, row) => row));
    const geometric = can(ratioOfGeometricMeans(hours, isAfter, single));
    close(geometric.ratio, wanted.ratio_of_geomeans, TOLERANCE);
    // Every row its own cluster: the jackknife is then the i.i.d. error, but for small corrections.
    close(geometric.log.se, wanted.welch_log.se_log, 0.02);
    close(geometric.log.se, jackknifeError(geometric.log.leaveOneOut), 1e-12);
    close(can(ratioOfQuantiles(hours, isAfter, single)).ratio, wanted.ratio_of_medians, TOLERANCE);
    close(can(ratioOfQuantiles(hours, isAfter, single, 0.9)).ratio, wanted.p90_ratio, TOLERANCE);
  });

  it('van Elteren agrees with coin, and so does the plain test of the ranks over all strata', () => {
    const data = referenceColumns('stratified_wilcoxon.csv');
    const arms = [column(data, 'hours'), column(data, 'ai'), column(data, 'stratum')] as const;
    const found = can(vanElteren(...arms));
    close(found.z, reference.stratified_wilcoxon.van_elteren_z, TOLERANCE);
    close(found.p, reference.stratified_wilcoxon.van_elteren_p, TOLERANCE);
    expect(found.strata).toBe(reference.stratified_wilcoxon.strata.length);
    const [values, first, strata] = arms;
    const plain = can(stratifiedScores(ranksOf(values).ranks, first, strata, () => 1));
    close(plain.z, reference.stratified_wilcoxon.coin_unweighted_z, TOLERANCE);
    close(plain.p, reference.stratified_wilcoxon.coin_unweighted_p, TOLERANCE);
  });
});
