import { logGamma } from './special-functions.ts';

/** log P(X = k) of the negative binomial with this mean and Var = mean + mean^2 / size (NB2). */
export function logNegativeBinomial(k: number, size: number, mean: number): number {
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) +
    size * Math.log(size / (size + mean)) +
    (k === 0 ? 0 : k * Math.log(mean / (size + mean)))
  );
}
