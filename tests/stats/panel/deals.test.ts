import { describe, expect, it } from 'vitest';
import { everyDeal } from '../../../server/stats/panel/every-deal.ts';
import { imputedEffects } from '../../../server/stats/panel/imputed-effects.ts';
import { meanEffect } from '../../../server/stats/panel/mean-effect.ts';
import { NEVER, type Panel } from '../../../server/stats/panel/panel.ts';
import { randomisation } from '../../../server/stats/panel/randomisation.ts';
import { ALL, averageOf, EARLY, type Target } from '../../../server/stats/panel/targets.ts';
import { seededRandom } from '../../support/random-history.ts';
import { can } from '../../support/reference.ts';
import { referencePanel } from '../../support/reference-panel.ts';

function slow(panel: Panel, target: Target): number {
  return can(averageOf(can(imputedEffects(panel)).sums, target));
}

/** Teams whose cells are missing here and there, some of which start at various times. */
function gappyPanel(seed: number, units: number, periods: number): Panel {
  const random = seededRandom(seed);
  const outcome = Float64Array.from({ length: units * periods }, () =>
    random() < 0.1 ? Number.NaN : 3 + random(),
  );
  const starts = Array.from({ length: units }, (_, unit) =>
    unit % 3 === 0 ? NEVER : 3 + Math.floor(random() * (periods - 3)),
  );
  return { units, periods, outcome, starts };
}

describe('The mean effect alone', () => {
  it('is that of the imputation, for the reference and for panels with gaps', () => {
    const { panel } = referencePanel('team_period_panel.csv');
    const panels = [panel, ...[1, 2, 3, 4, 5, 6].map((seed) => gappyPanel(seed, 8 + seed, 10 + seed))];
    for (const one of panels) {
      expect(can(meanEffect(one))).toBeCloseTo(slow(one, ALL), 10);
      expect(can(meanEffect(one, EARLY))).toBeCloseTo(slow(one, EARLY), 10);
      const percent = { ...ALL, scale: 'percent' } as const;
      expect(can(meanEffect(one, percent))).toBeCloseTo(slow(one, percent), 8);
    }
  });

  it('is of cells that something untreated tells of', () => {
    // From the third period on nobody is untreated.
    const panel: Panel = { units: 2, periods: 4, outcome: [1, 2, 3, 9, 2, 5, 6, 9], starts: [2, 1] };
    expect(meanEffect(panel)).toBeCloseTo(2, 12);
    expect(meanEffect({ ...panel, starts: [NEVER, NEVER] })).toEqual({ cannot: 'no treated units' });
    expect(meanEffect({ ...panel, starts: [0, 0] })).toEqual({ cannot: 'no treated units' });
  });

  it('is refused where untreated periods hang together in no one piece', () => {
    const outcome = [1, 2, NaN, NaN, 9, NaN, NaN, 3, 4, 5, NaN, NaN, 3, 4, 8];
    expect(meanEffect({ units: 3, periods: 5, outcome, starts: [4, NEVER, 4] })).toEqual({
      cannot: 'singular design',
    });
  });
});

describe('Every deal of some starts', () => {
  it('is each order that differs, once', () => {
    const deals = everyDeal([2, NEVER, NEVER, 5], 100) ?? [];
    expect(deals).toHaveLength(12);
    expect(new Set(deals.map(String)).size).toBe(12);
    expect(deals.map(String)).toContain(String([2, NEVER, NEVER, 5]));
  });

  it('is not made where there are more than can be looked at', () => {
    expect(everyDeal([1, 2, 3, 4], 24)).toHaveLength(24);
    expect(everyDeal([1, 2, 3, 4], 23)).toBeNull();
    expect(
      everyDeal(
        Array.from({ length: 120 }, (_, unit) => unit),
        999,
      ),
    ).toBeNull();
  });

  it('makes p exact: the share of all orders that are as extreme', () => {
    // One of eight teams starts and is far from all others: no other order is as extreme.
    const outcome = Array.from({ length: 16 }, (_, cell) => (cell === 1 ? 5 : (cell >> 1) / 100));
    const panel: Panel = { units: 8, periods: 2, outcome, starts: [1, ...Array<number>(7).fill(NEVER)] };
    const others = (everyDeal(panel.starts, 999) ?? []).filter((deal) => deal[0] !== 1);
    expect(can(randomisation(panel, others, meanEffect)).p).toBe(1 / 8);
  });
});
