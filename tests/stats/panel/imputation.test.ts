import { describe, expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { groupTime } from '../../../server/stats/panel/group-time.ts';
import { dynamic, simple } from '../../../server/stats/panel/group-time-aggregate.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import { uniformBand } from '../../../server/stats/panel/multiplier-bootstrap.ts';
import { NEVER, type Panel, panelWith } from '../../../server/stats/panel/panel.ts';
import { preTrend } from '../../../server/stats/panel/pre-trend.ts';
import { dealtAnew, randomisation } from '../../../server/stats/panel/randomisation.ts';
import { ALL, EARLY, LATE } from '../../../server/stats/panel/targets.ts';
import { twoWayTreatment } from '../../../server/stats/panel/two-way-treatment.ts';
import { clusterRobust } from '../../../server/stats/regression/cluster-robust.ts';
import {
  indicators,
  intercept,
  leastSquares,
} from '../../../server/stats/regression/ordinary-least-squares.ts';
import { clusterSandwich } from '../../../server/stats/regression/sandwich.ts';
import reference from '../../reference/did.json' with { type: 'json' };
import { seededRandom } from '../../support/random-history.ts';
import { can, close, referenceWords } from '../../support/reference.ts';
import { referencePanel } from '../../support/reference-panel.ts';

const TOLERANCE = 1e-9;
const { panel } = referencePanel('team_period_panel.csv');
const never = { control: 'never', base: 'varying' } as const;
const used = can(groupTime(panel, never)).units;

describe('Imputation difference-in-differences', () => {
  const wanted = reference.team_period_imputation;
  const events = wanted.by_horizon.map(({ e }) => ({ mean: { from: e, to: e } }));
  const found = can(imputation(panel, [ALL, ...events]));

  it('has the mean over treated cells and its jackknife error of the reference', () => {
    expect(found.effects).toHaveLength(wanted.n_treated_obs);
    expect(found.alwaysTreated).toHaveLength(2);
    expect(found.notIdentified).toBe(0);
    const [all] = found.estimates.map((estimate) => (isCannot(estimate) ? null : estimate));
    close(all?.value, wanted.att_all_treated_obs, TOLERANCE);
    close(all?.se, wanted.jackknife_se, TOLERANCE);
    expect(all?.df).toBe(21);
  });

  it('has the mean of each period since the start', () => {
    wanted.by_horizon.forEach(({ e, att, n }, index) => {
      const estimate = found.estimates[index + 1];
      const own = found.effects.filter(({ event }) => event === e);
      expect(own).toHaveLength(n);
      close(own.reduce((sum, { effect }) => sum + effect, 0) / n, att, TOLERANCE);
      close(can(estimate ?? { cannot: 'never' }).value, att, TOLERANCE);
    });
  });

  it('is not moved by what all teams share, nor by the level of a team', () => {
    const moved = Float64Array.from(
      { length: panel.units * panel.periods },
      (_, cell) =>
        (panel.outcome[cell] ?? 0) + 0.3 * (cell % panel.periods) + Math.floor(cell / panel.periods),
    );
    const [before, after] = [found, can(imputation({ ...panel, outcome: moved }))].map(({ estimates }) =>
      can(estimates[0] ?? { cannot: 'never' }),
    );
    close(after?.value, before?.value ?? 0, TOLERANCE);
    close(after?.se, before?.se ?? 0, TOLERANCE);
  });

  it('finds a planted effect in cells that are missing here and there', () => {
    const holed: Panel = {
      units: 9,
      periods: 10,
      starts: [4, 5, 6, 7, NEVER, NEVER, NEVER, NEVER, NEVER],
      outcome: [],
    };
    const outcome = Float64Array.from({ length: 90 }, (_, cell) => {
      const [unit, when] = [Math.floor(cell / 10), cell % 10];
      const started = when >= (holed.starts[unit] ?? 0);
      return (cell * 7) % 13 === 0 ? Number.NaN : unit + Math.sin(when) - (started ? 0.25 : 0);
    });
    for (const { effect } of can(imputation({ ...holed, outcome })).effects) close(effect, -0.25, TOLERANCE);
  });

  it('refuses what rests on one team, and says how many cells nothing is left to compare with', () => {
    const all = referencePanel('team_period_all_adopt.csv').panel;
    const result = can(imputation(all, [ALL, EARLY, LATE]));
    expect(result.notIdentified).toBeGreaterThan(0);
    const alone = panelWith(all, [0, 1, 2, 3, 12]);
    const last = [...Array.from({ length: 4 }, () => 4), 9];
    expect(can(imputation({ ...alone, starts: last })).estimates).toEqual([
      { cannot: 'rests on one cluster' },
    ]);
  });

  it('of counts in levels says percent of what was expected', () => {
    const counts = Float64Array.from(panel.outcome, (value) => Math.exp(value));
    const [percent] = can(
      imputation({ ...panel, outcome: counts }, [{ ...ALL, scale: 'percent' }]),
    ).estimates;
    const { effects } = can(imputation({ ...panel, outcome: counts }));
    const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
    const share = total(effects.map((cell) => cell.effect)) / total(effects.map((cell) => cell.expected));
    close(can(percent ?? { cannot: 'never' }).value, 100 * share, TOLERANCE);
  });
});

describe('The pre-trend', () => {
  it('is the mean of the last leads in a regression of untreated cells', () => {
    const { leads, mean } = preTrend(panel);
    const cells = Array.from({ length: panel.units * panel.periods }, (_, cell) => cell).filter((cell) => {
      const unit = Math.floor(cell / panel.periods);
      return cell % panel.periods < (panel.starts[unit] ?? 0);
    });
    const units = cells.map((cell) => Math.floor(cell / panel.periods));
    const periods = cells.map((cell) => cell % panel.periods);
    const fit = can(
      leastSquares(
        cells.map((cell) => panel.outcome[cell] ?? 0),
        [
          intercept(cells.length),
          ...indicators('unit', units, panel.units),
          ...indicators('period', periods, panel.periods),
          ...[-1, -2, -3].map((lead) => ({
            name: `lead ${lead}`,
            values: periods.map((when, row) =>
              when - (panel.starts[units[row] ?? 0] ?? 0) === lead ? 1 : 0,
            ),
          })),
        ],
      ),
    );
    const dense = fit.coefficients.slice(-3);
    leads.forEach((lead, index) => {
      close(can(lead).value, dense[index] ?? 0, TOLERANCE);
    });
    close(can(mean).value, dense.reduce((sum, value) => sum + value, 0) / 3, TOLERANCE);
  });
});

describe('Two-way fixed effects, as a contrast', () => {
  it('have the coefficient and errors of the reference', () => {
    const wanted = reference.team_period_twfe;
    const own = panelWith(panel, used);
    const fit = can(twoWayTreatment(own));
    close(fit.coefficient, wanted.coef, TOLERANCE);
    const clusters = clustersOf(fit.units);
    const plain = Math.sqrt(clusterSandwich(fit.bread, fit.freed, fit.residuals, clusters).get(0, 0));
    close(plain, wanted.se_CR0, TOLERANCE);
    const [n, groups] = [fit.units.length, clusters.count];
    close(plain * Math.sqrt(groups / (groups - 1)), wanted.se_CR1, TOLERANCE);
    const free = (n - 1) / (n - fit.effects.rank - 1);
    close(plain * Math.sqrt((groups / (groups - 1)) * free), wanted.se_stata, TOLERANCE);
    const started = Float64Array.from(fit.units, (unit, row) =>
      row % own.periods >= (own.starts[unit] ?? 0) ? 1 : 0,
    );
    const dense = can(
      leastSquares(own.outcome, [
        intercept(n),
        { name: 'started', values: started },
        ...indicators('unit', fit.units, own.units),
        ...indicators(
          'period',
          Array.from(fit.units, (_, row) => row % own.periods),
          own.periods,
        ),
      ]),
    );
    const errors = clusterRobust(dense, 'started', clusters);
    const cr2 = can(isCannot(errors) ? errors : errors.cr2);
    close(cr2.se, wanted.se_CR2, 1e-6);
    close(cr2.df, wanted.satterthwaite_df, 1e-6);
    close(cr2.p, wanted.p_satterthwaite, 1e-6);
  });
});

describe('Given draws', () => {
  it('of signs make the uniform band of the reference', () => {
    const wanted = reference.team_period_multiplier_bootstrap;
    const found = can(dynamic(can(groupTime(panel, never)), { from: -4, to: 6 }));
    expect(found.parts.map(({ at }) => at)).toEqual(wanted.egt);
    const draws = (referenceWords('did_rademacher_draws.csv').signs ?? []).map((signs) =>
      Array.from(signs, (sign) => (sign === '+' ? 1 : -1)),
    );
    const band = can(
      uniformBand(
        found.parts.map(({ influence }) => influence()),
        draws,
      ),
    );
    wanted.se.forEach((se, index) => {
      close(band.se[index], se, TOLERANCE);
    });
    close(band.critical, wanted.crit_val_uniform95, TOLERANCE);
    close(can(uniformBand([found.overall.influence()], draws)).se[0], wanted.overall_se, TOLERANCE);
  });

  it('of starts make the randomisation p of the reference', () => {
    const wanted = reference.team_period_randomisation;
    const dealt = (referenceWords('did_permutations.csv').adopt_period_by_team ?? []).map((deal) =>
      deal.split(';').map((start) => (start === '0' ? NEVER : Number(start) - 1)),
    );
    const found = can(
      randomisation(panelWith(panel, used), dealt, (one) => {
        const cells = groupTime(one, never);
        const att = isCannot(cells) ? cells : simple(cells);
        return isCannot(att) ? att : att.att;
      }),
    );
    close(found.observed, wanted.observed, TOLERANCE);
    expect(found.p).toBe(wanted.p);
    wanted.first_ten.forEach((value, index) => {
      close(found.replicates[index], value, TOLERANCE);
    });
  });

  it('are made by dealing out the same starts', () => {
    const dealt = dealtAnew(panel.starts, seededRandom(3));
    expect(dealt.toSorted()).toEqual(Array.from(panel.starts).toSorted());
    expect(dealt).not.toEqual(Array.from(panel.starts));
  });
});
