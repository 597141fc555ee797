import { cannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import type { LeastSquares } from './ordinary-least-squares.ts';

/** A row that the fit follows entirely, and a part of it that is nothing beside that. */
const EXACT = 1e-9;

/**
 * A coefficient without one row, with nothing fitted anew: beta - (X'X)^-1 x e / (1 - h) with the row's leverage h (Miller 1974). A row that
 * the fit follows entirely, such as the only one of a group with an effect of its own, tells the other coefficients nothing;
 * the coefficient that it alone tells is lost with it.
 */
export function leftOutSlope(fit: LeastSquares, column: number, row: number): OrCannot<number> {
  if (fit.df < 2) return cannot('too few observations');
  let [leverage, moved] = [0, 0];
  for (let place = 0; place < fit.q.columns; place++) {
    const own = fit.q.get(row, place);
    leverage += own * own;
    moved += fit.rInverse.get(column, place) * own;
  }
  const slope = of(fit.coefficients, column);
  if (1 - leverage > EXACT) return slope - (moved * at(fit.residuals, row)) / (1 - leverage);
  return Math.abs(moved) < EXACT ? slope : cannot('rests on one cluster');
}
