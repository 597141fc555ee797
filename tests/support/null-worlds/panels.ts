import { isCannot, type OrCannot } from '../../../server/stats/cannot.ts';
import { groupTimeJackknife } from '../../../server/stats/panel/group-time-jackknife.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import { imputedEffects } from '../../../server/stats/panel/imputed-effects.ts';
import { NEVER, type Panel } from '../../../server/stats/panel/panel.ts';
import { preTrend } from '../../../server/stats/panel/pre-trend.ts';
import { dealtAnew, randomisation } from '../../../server/stats/panel/randomisation.ts';
import { ALL, LATE_LESS_EARLY, type Target } from '../../../server/stats/panel/targets.ts';
import { type Chance, correlated } from './chance.ts';
import type { NullWorld } from './false-alarms.ts';

const PERIODS = 12;

/** Teams whose months correlate by 0.3; half of them start, at four different times, and nothing comes of it. */
export function idlePanel(chance: Chance, teams: number): Panel {
  const shared = correlated(chance, PERIODS, 0.5);
  const starts = Array.from({ length: teams }, (_, team) => (team % 2 === 0 ? NEVER : 4 + ((team % 8) >> 1)));
  const outcome = starts.flatMap(() => {
    const level = 0.3 * chance.normal();
    return correlated(chance, PERIODS, 0.3).map((own, period) => level + (shared[period] ?? 0) + 0.2 * own);
  });
  return { units: teams, periods: PERIODS, outcome: Float64Array.from(outcome), starts };
}

function imputed(target: Target): NullWorld['p'] {
  return (chance, teams) => {
    const found = imputation(idlePanel(chance, teams), [target]);
    return isCannot(found) ? found : (found.estimates[0] ?? { cannot: 'no observations' });
  };
}

function meanEffect(panel: Panel): OrCannot<number> {
  const found = imputedEffects(panel);
  if (isCannot(found)) return found;
  return found.effects.reduce((total, { effect }) => total + effect, 0) / found.effects.length;
}

export const panelWorlds: readonly NullWorld[] = [
  { name: 'imputation, all treated', p: imputed(ALL) },
  { name: 'imputation, late less early', p: imputed(LATE_LESS_EARLY) },
  { name: 'pre-trend', p: (chance, teams) => preTrend(idlePanel(chance, teams)).mean },
  {
    name: "Callaway and Sant'Anna",
    dear: true,
    p: (chance, teams) => groupTimeJackknife(idlePanel(chance, teams), { control: 'never', base: 'varying' }),
  },
  {
    name: 'randomisation of starts',
    dear: true,
    p: (chance, teams) => {
      const panel = idlePanel(chance, teams);
      const dealt = Array.from({ length: 39 }, () => dealtAnew(panel.starts, chance.uniform));
      return randomisation(panel, dealt, meanEffect);
    },
  },
];
