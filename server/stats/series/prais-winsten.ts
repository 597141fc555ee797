import { isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';
import { leastSquares } from '../regression/ordinary-least-squares.ts';
import { type AtRho, autoregressiveAt, type Series } from './autoregressive-errors.ts';

const MOST_STEPS = 500;

/**
 * Prais and Winsten's iteration (1954): rho = sum e_t e_(t-1) / sum e_(t-1)^2 from the residuals, transform, fit, again. For
 * comparison: it raises false alarms in short series, where restricted likelihood does not. Rows follow each other without gaps.
 */
export function praisWinsten({
  outcome,
  columns,
}: Series): OrCannot<AtRho & { readonly iterations: number }> {
  const plain = leastSquares(outcome, columns);
  if (isCannot(plain)) return plain;
  let residuals: Numbers = plain.residuals;
  let rho = 0;
  for (let step = 1; ; step++) {
    const next = lagOne(residuals);
    const found = autoregressiveAt({ outcome, columns }, next);
    if (isCannot(found)) return found;
    if (Math.abs(next - rho) < 1e-12 || step === MOST_STEPS) return { ...found, iterations: step };
    rho = next;
    residuals = Float64Array.from({ length: outcome.length }, (_, row) =>
      found.fit.coefficients.reduce(
        (left, slope, index) => left - slope * at(columns[index]?.values ?? [], row),
        at(outcome, row),
      ),
    );
  }
}

function lagOne(residuals: Numbers): number {
  let together = 0;
  let earlier = 0;
  for (let row = 1; row < residuals.length; row++) {
    together += at(residuals, row) * at(residuals, row - 1);
    earlier += at(residuals, row - 1) ** 2;
  }
  return earlier === 0 ? 0 : together / earlier;
}
