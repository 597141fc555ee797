import { describe, it } from 'vitest';
import { betaBelow, betaQuantile, binomialBelow, fAbove } from '../../../server/stats/distributions/beta.ts';
import { bridgeAbove } from '../../../server/stats/distributions/brownian-bridge.ts';
import {
  chiSquareAbove,
  chiSquareQuantile,
  gammaQuantile,
  poissonBelow,
} from '../../../server/stats/distributions/gamma.ts';
import { logNegativeBinomial } from '../../../server/stats/distributions/negative-binomial.ts';
import { normalBelow, normalQuantile } from '../../../server/stats/distributions/normal.ts';
import { digamma, logGamma, trigamma } from '../../../server/stats/distributions/special-functions.ts';
import { tAbove, tBelow, tQuantile } from '../../../server/stats/distributions/student-t.ts';
import reference from '../../reference/primitives.json' with { type: 'json' };
import { close } from '../../support/reference.ts';

/** 1e-9 relative everywhere, also deep in the tails, where one minus the other tail would have lost every digit. */
const TOLERANCE = 1e-9;

function agrees<Case extends { value: number }>(cases: readonly Case[], found: (it: Case) => number): void {
  for (const one of cases) {
    const wanted = one.value;
    // Relative without a floor: 1e-300 counts as much as 1.
    if (wanted === 0) close(found(one), 0, 1e-12, JSON.stringify(one));
    else close(found(one) / wanted, 1, TOLERANCE, JSON.stringify(one));
  }
}

describe('A distribution agrees with R', () => {
  it('normal: both tails and quantiles', () => {
    agrees(reference.pnorm, ({ x }) => normalBelow(x));
    agrees(reference.pnorm_upper, ({ x }) => normalBelow(-x));
    agrees(reference.qnorm, ({ p }) => normalQuantile(p));
  });

  it('Student t: both tails and quantiles, also of broken degrees of freedom', () => {
    agrees(reference.pt, ({ x, df }) => tBelow(x, df));
    agrees(reference.pt_upper, ({ x, df }) => tAbove(x, df));
    agrees(reference.qt, ({ p, df }) => tQuantile(p, df));
  });

  it('chi-square, gamma and Poisson', () => {
    agrees(reference.pchisq_upper, ({ x, df }) => chiSquareAbove(x, df));
    agrees(reference.qchisq, ({ p, df }) => chiSquareQuantile(p, df));
    agrees(reference.qgamma, ({ p, s }) => gammaQuantile(p, s));
    agrees(reference.ppois, ({ k, l }) => poissonBelow(k, l));
  });

  it('beta, F and binomial', () => {
    agrees(reference.pbeta, ({ x, a, b }) => betaBelow(x, a, b));
    agrees(reference.qbeta, ({ p, a, b }) => betaQuantile(p, a, b));
    agrees(reference.pf_upper, ({ x, d1, d2 }) => fAbove(x, d1, d2));
    agrees(reference.pbinom, ({ k, n, p }) => binomialBelow(k, n, p));
  });

  it('gamma function and its derivatives, negative binomial', () => {
    agrees(reference.lgamma, ({ x }) => logGamma(x));
    agrees(reference.digamma, ({ x }) => digamma(x));
    agrees(reference.trigamma, ({ x }) => trigamma(x));
    agrees(reference.dnbinom_mu_log, ({ k, size, mu }) => logNegativeBinomial(k, size, mu));
  });

  it('the largest excursion of a Brownian bridge', () => {
    agrees(
      reference.psmirnov_kolm.values.map(({ x, upper }) => ({ x, value: upper })),
      ({ x }) => bridgeAbove(x),
    );
  });
});
