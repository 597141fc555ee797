import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../server/stats/survival/cumulative-incidence.ts';
import { kaplanMeier } from '../../../server/stats/survival/kaplan-meier.ts';
import { logRank } from '../../../server/stats/survival/log-rank.ts';
import { survivalAt } from '../../../server/stats/survival/survival-interval.ts';
import { can, close } from '../../support/reference.ts';

/** Acute myelogenous leukaemia: weeks of remission with and without maintained chemotherapy (Miller 1981, p. 49). */
const weeks = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
const relapse = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1];
const maintained = weeks.map((_, patient) => (patient < 11 ? 1 : 0));

describe('The log-rank test', () => {
  it('agrees with the published analysis of the leukaemia data', () => {
    const found = can(logRank(weeks, relapse, maintained));
    expect(found.observed).toEqual([11, 7]);
    close(found.expected[0], 7.311, 1e-4);
    close(found.expected[1], 10.689, 1e-4);
    close(found.chiSquare, 3.396, 1e-3);
    expect(found.df).toBe(1);
    close(found.p, 0.0653, 1e-3);
  });

  it('does not change when the groups are named the other way round, and compares three groups too', () => {
    const turned = can(
      logRank(
        weeks,
        relapse,
        maintained.map((group) => 1 - group),
      ),
    );
    close(turned.chiSquare, can(logRank(weeks, relapse, maintained)).chiSquare, 1e-12);
    const three = can(
      logRank(
        weeks,
        relapse,
        weeks.map((_, patient) => patient % 3),
      ),
    );
    expect(three.df).toBe(2);
    expect(three.p).toBeGreaterThan(0.05);
  });
});

describe('Cumulative incidence', () => {
  const ways = [1, 2, 0, 1, 2, 1, 0, 1];
  const days = [1, 2, 2, 3, 4, 5, 6, 7];

  it('of all ways together is one minus Kaplan-Meier of any ending', () => {
    const any = can(
      kaplanMeier(
        days,
        ways.map((way) => Math.min(way, 1)),
      ),
    );
    for (const moment of [0.5, 1, 2, 3.5, 5, 7]) {
      const shares = can(cumulativeIncidence(days, ways, moment));
      close((shares[0] ?? 0) + (shares[1] ?? 0), 1 - survivalAt(any, moment).survival, 1e-12);
    }
  });

  it('weighs each ending by who could still end so', () => {
    // S(t-) / n before the endings of way 1: 1/8, 7/8 at risk 5, then what is left.
    const shares = can(cumulativeIncidence(days, ways, 3));
    close(shares[0], 1 / 8 + (7 / 8) * (6 / 7) * (1 / 5), 1e-12);
    close(shares[1], (7 / 8) * (1 / 7), 1e-12);
  });
});
