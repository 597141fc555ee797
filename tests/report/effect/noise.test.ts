import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../server/report/effect/entries.ts';
import { fallingVariance, varianceWithin } from '../../../server/report/effect/noise.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import { NEVER, type Panel } from '../../../server/stats/panel/panel.ts';
import { chanceOf } from '../../support/null-worlds/chance.ts';
import { can } from '../../support/reference.ts';

/** Twenty-four teams of which half start in period 12 of `periods`; effects differ between them by `spread`, cells by `noise`. */
function panelOf(periods: number, { noise, spread }: { noise: number; spread: number }): Panel {
  const chance = chanceOf(5);
  const starts = Array.from({ length: 24 }, (_, team) => (team % 2 === 0 ? 12 : NEVER));
  const outcome = starts.flatMap((start) => {
    const [level, effect] = [chance.normal(), spread * chance.normal()];
    return Array.from(
      { length: periods },
      (_, period) => level + (period >= start ? effect : 0) + noise * chance.normal(),
    );
  });
  return { units: 24, periods, outcome: Float64Array.from(outcome), starts };
}

function seOf(panel: Panel): number {
  const [estimate] = can(imputation(panel)).estimates;
  return can(estimate ?? { cannot: 'no observations' }).se;
}

describe('The part of an error that more weeks take away', () => {
  it('is as large as the noise of these cells says, and falls with the weeks since', () => {
    const [short, long] = [18, 24].map((periods) =>
      can(fallingVariance(panelOf(periods, { noise: 0.3, spread: 0 }))),
    );
    // Two sides of twelve teams: 0.3 squared over six, or twelve, periods since.
    expect(short).toBeCloseTo((2 * 0.09) / (12 * 6), 3);
    expect(long).toBeCloseTo((2 * 0.09) / (12 * 12), 3);
  });

  it('is less than the whole, of which what lies before the starts and between the teams stays', () => {
    const alike = panelOf(18, { noise: 0.3, spread: 0 });
    expect(can(fallingVariance(alike)) / seOf(alike) ** 2).toBeGreaterThan(0.4);
    const unlike = panelOf(18, { noise: 0.3, spread: 0.6 });
    expect(can(fallingVariance(unlike)) / seOf(unlike) ** 2).toBeLessThan(0.15);
  });

  it('cannot be told of a handful of cells', () => {
    const one: Panel = { units: 2, periods: 3, outcome: [1, 2, 3, 2, 3, 5], starts: [2, NEVER] };
    expect(fallingVariance(one)).toEqual({ cannot: 'too few observations' });
  });
});

describe('The variance of single times', () => {
  const entries = (logs: readonly (readonly number[])[]): Entries => {
    const rows = logs.flatMap((own, person) => own.map((log, week) => ({ log, person, week })));
    const column = (of: (row: (typeof rows)[number]) => number) => Int32Array.from(rows, of);
    return {
      ...{ size: rows.length, unit: column(() => 0), week: column(({ week }) => week) },
      value: column(({ log }) => Math.round(Math.exp(log))),
      person: column(({ person }) => person),
      agent: new Uint8Array(rows.length),
    };
  };

  it('is that around each person’s own mean, before the start', () => {
    // Two people far apart, each with times one unit of the logarithm around the mean.
    const people = [6, 10].map((mean) =>
      Array.from({ length: 20 }, (_, index) => mean + (index % 2 ? 1 : -1)),
    );
    expect(can(varianceWithin(entries(people), 20))).toBeCloseTo(20 / 19, 2);
    expect(can(varianceWithin(entries(people), 10))).toBeCloseTo(10 / 9, 2);
  });

  it('cannot be told of a few', () => {
    expect(varianceWithin(entries([[3, 4, 5], [3]]), 20)).toEqual({ cannot: 'too few observations' });
  });
});
