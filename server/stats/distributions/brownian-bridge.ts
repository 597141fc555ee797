/** P(the largest |B| > x) of a Brownian bridge: 2 sum (-1)^(k-1) exp(-2 k^2 x^2) (Kolmogorov 1933). */
export function bridgeAbove(x: number): number {
  if (x <= 0) return 1;
  // The series alternates and converges slowly near 0, where its other form (Jacobi's theta function) does not.
  if (x < 0.6) return 1 - bridgeBelowSmall(x);
  let total = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    total += k % 2 === 1 ? term : -term;
    if (term < 1e-18 * Math.abs(total)) break;
  }
  return Math.min(1, 2 * total);
}

function bridgeBelowSmall(x: number): number {
  let total = 0;
  for (let k = 1; k <= 20; k++) total += Math.exp((-((2 * k - 1) ** 2) * Math.PI ** 2) / (8 * x * x));
  return (Math.sqrt(2 * Math.PI) / x) * total;
}
