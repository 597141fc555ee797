import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { logNegativeBinomial } from '../distributions/negative-binomial.ts';
import { digamma, trigamma } from '../distributions/special-functions.ts';
import { at, type Numbers } from '../numbers.ts';
import { type GeneralisedFit, generalisedLinear, negativeBinomial, poisson } from './generalised-linear.ts';
import type { Column } from './ordinary-least-squares.ts';

export type OverdispersedFit = {
  /** Its bread is the covariance of the coefficients for this size. */
  readonly fit: GeneralisedFit;
  /** Var = mean + mean^2 / size: small for counts that vary a lot. */
  readonly size: number;
  readonly sizeError: number;
  readonly logLikelihood: number;
};

const MOST_STEPS = 200;

/**
 * Negative binomial regression with log link, coefficients and size by maximum likelihood in turn (Venables and Ripley 2002, 7.4).
 * For comparison: with clustered errors PPML needs only the mean right. Counts that vary no more than Poisson have no size.
 */
export function overdispersedCounts(
  counts: Numbers,
  columns: readonly Column[],
  offset: Numbers,
): OrCannot<OverdispersedFit> {
  const first = generalisedLinear(poisson, counts, columns, { offset });
  if (isCannot(first)) return first;
  let found = sizeOf(counts, first.fitted);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isCannot(found)) return found;
    const { size, error } = found;
    const fit = generalisedLinear(negativeBinomial(size), counts, columns, { offset });
    if (isCannot(fit)) return fit;
    const next = sizeOf(counts, fit.fitted);
    if (!isCannot(next) && Math.abs(next.size - size) <= 1e-10 * size) {
      const logLikelihood = fit.fitted.reduce(
        (total, mean, row) => total + logNegativeBinomial(at(counts, row), size, mean),
        0,
      );
      return { fit, size, sizeError: error, logLikelihood };
    }
    found = next;
  }
  return cannot('not converged');
}

/** The size for given means, by Newton's steps on the score, and its error from the observed information. */
function sizeOf(counts: Numbers, means: Float64Array): OrCannot<{ size: number; error: number }> {
  const excess = means.reduce((total, mean, row) => total + (at(counts, row) / mean - 1) ** 2, 0);
  let size = means.length / excess;
  for (let step = 0; step < MOST_STEPS; step++) {
    let score = 0;
    let information = 0;
    means.forEach((mean, row) => {
      const seen = at(counts, row);
      const ratio = (seen + size) / (mean + size);
      score += digamma(seen + size) - digamma(size) + Math.log(size / (mean + size)) + 1 - ratio;
      information +=
        trigamma(size) - trigamma(seen + size) - 1 / size + 2 / (mean + size) - ratio / (mean + size);
    });
    const next = size + score / information;
    if (!(next > 0) || !(next < 1e8)) return cannot('not converged');
    if (Math.abs(next - size) <= 1e-12 * size) return { size: next, error: Math.sqrt(1 / information) };
    size = next;
  }
  return cannot('not converged');
}
