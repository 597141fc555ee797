import { compiled, igam, igamc, igami, incbet, incbi, lgam, psi, zeta } from 'cephes';

/** The library is compiled while this module loads; whoever imports a distribution finds it ready. */
await compiled;

/** Logarithm of the gamma function at x > 0. */
export const logGamma = (x: number): number => lgam(x);

/** Derivative of logGamma. */
export const digamma = (x: number): number => psi(x);

/** Second derivative of logGamma: Hurwitz' zeta function at 2. */
export const trigamma = (x: number): number => zeta(2, x);

/** Regularised incomplete beta function, I_x(a, b): the lower tail of the beta distribution. */
export const lowerBeta = (x: number, a: number, b: number): number => incbet(a, b, x);

/** Where I_x(a, b) is p; good to about eight digits, so distributions polish it. */
export const roughBetaQuantile = (p: number, a: number, b: number): number => incbi(a, b, p);

/** Regularised incomplete gamma functions: lower P(a, x) and upper Q(a, x) tail of the gamma distribution. */
export const lowerGamma = (x: number, a: number): number => igam(a, x);
export const upperGamma = (x: number, a: number): number => igamc(a, x);

/** Where the upper tail Q(a, x) is q; good to about eight digits, so distributions polish it. */
export const roughUpperGammaQuantile = (q: number, a: number): number => igami(a, q);
