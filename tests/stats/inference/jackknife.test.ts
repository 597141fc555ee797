import { describe, expect, it } from 'vitest';
import { cannot } from '../../../server/stats/cannot.ts';
import { jackknife, jackknifeOne } from '../../../server/stats/inference/jackknife.ts';
import { ratioOf } from '../../../server/stats/inference/ratio.ts';
import { mean } from '../../../server/stats/numbers.ts';
import { can, close } from '../../support/reference.ts';

const values = [3, 5, 4, 8, 6];
const meanWithout = (leftOut: number | null) => mean(values.filter((_, index) => index !== leftOut));

describe('The cluster jackknife', () => {
  it('of a mean is the classical standard error with t(n - 1)', () => {
    const found = can(jackknifeOne(values.length, meanWithout));
    const variance = values.reduce((total, value) => total + (value - 5.2) ** 2, 0) / 4;
    close(found.value, 5.2, 1e-12);
    close(found.se, Math.sqrt(variance / 5), 1e-12);
    expect(found.df).toBe(4);
    close(found.upper, 5.2 + 2.7764451052 * found.se, 1e-9);
  });

  it('refuses a quantity that is lost together with one cluster, and only that one', () => {
    const [steady, shaky] = jackknife(values.length, (leftOut) => [
      meanWithout(leftOut),
      leftOut === 2 ? cannot('no comparison units') : 1 + Number(leftOut),
    ]);
    expect(steady).toHaveProperty('se');
    expect(shaky).toEqual({ cannot: 'rests on one cluster' });
  });

  it('refuses one cluster and a quantity that never varies', () => {
    expect(jackknifeOne(1, () => 3)).toEqual({ cannot: 'one cluster' });
    expect(jackknifeOne(9, () => 3)).toEqual({ cannot: 'constant outcome' });
  });

  it('counts only clusters that can move the quantity for its degrees of freedom', () => {
    expect(can(jackknifeOne(values.length, meanWithout, { informative: 3 })).df).toBe(2);
  });

  it('of a logarithm makes a ratio with its limits', () => {
    const log = can(jackknifeOne(values.length, meanWithout));
    expect(can(ratioOf(log))).toEqual({
      ratio: Math.exp(log.value),
      lower: Math.exp(log.lower),
      upper: Math.exp(log.upper),
      log,
    });
  });
});
