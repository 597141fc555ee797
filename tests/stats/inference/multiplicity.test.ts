import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from '../../../server/stats/inference/multiplicity.ts';
import reference from '../../reference/power_multiplicity.json' with { type: 'json' };
import { close } from '../../support/reference.ts';

const methods = {
  BH: benjaminiHochberg,
  BY: benjaminiYekutieli,
  holm,
  hochberg,
  bonferroni,
};

const families = [
  ['fifteen p-values of 1995', reference.p_adjust.bh1995],
  ['some missing', reference.p_adjust.with_na],
  ['ties and zero', reference.p_adjust.ties_and_zero],
] as const;

describe.each(families)('Adjusted p-values, %s', (_, family) => {
  it.each(['BH', 'BY', 'holm', 'hochberg', 'bonferroni'] as const)(
    'by %s are those of p.adjust',
    (method) => {
      const found = methods[method](family.p);
      expect(found).toHaveLength(family.p.length);
      family[method].forEach((wanted, index) => {
        if (wanted === null) expect(found[index]).toBe(null);
        else close(found[index], wanted, 1e-9);
      });
    },
  );
});

describe('Benjamini and Hochberg', () => {
  it('reject four of their fifteen hypotheses, Bonferroni three', () => {
    const { p, bh_reject_05, bonferroni_reject_05 } = reference.p_adjust.bh1995;
    const rejected = (adjusted: (number | null)[]) =>
      adjusted.filter((value) => Number(value) <= 0.05).length;
    expect(rejected(benjaminiHochberg(p))).toBe(bh_reject_05);
    expect(rejected(bonferroni(p))).toBe(bonferroni_reject_05);
  });
});
