import { at } from '../numbers.ts';

/**
 * The exact distribution of W = #{x > y} for m and n values without ties when all orders are equally likely: the shares of the
 * values 0 to m n (Mann and Whitney 1947). They are the coefficients of the Gaussian binomial, built one factor
 * (1 - q^(n+i)) / (1 - q^i) at a time, each scaled by i / (n + i) so that nothing overflows. Time and room m * m n.
 */
export function rankSumShares(m: number, n: number): Float64Array {
  const most = m * n;
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let w = most; w >= n + i; w--) shares[w] = at(shares, w) - at(shares, w - n - i);
    for (let w = i; w <= most; w++) shares[w] = at(shares, w) + at(shares, w - i);
    const scale = i / (n + i);
    for (let w = 0; w <= most; w++) shares[w] = at(shares, w) * scale;
  }
  return shares;
}
