import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers, sum } from '../numbers.ts';
import { classicalErrors, intercept, leastSquares } from '../regression/ordinary-least-squares.ts';

export type Kink = {
  /** Where the slope changes, on the scale of x, and its standard error. */
  readonly place: number;
  readonly se: number;
  readonly before: number;
  readonly after: number;
  readonly rss: number;
};

/** Steps into which each interval between neighbouring x is cut; a hundredth of a week. */
const STEPS = 100;

/**
 * Two straight lines that meet: the place with the least squares over a grid between the third x and the third from the end. The
 * error comes from the model made linear at the place found (Muggeo 2003).
 */
export function kink(x: Numbers, y: Numbers): OrCannot<Kink> {
  const n = x.length;
  if (n < 6) return cannot('too few observations');
  let best: { place: number; rss: number } | null = null;
  for (let row = 2; row < n - 3; row++) {
    for (let step = 0; step < STEPS; step++) {
      const place = at(x, row) + ((at(x, row + 1) - at(x, row)) * step) / STEPS;
      const rss = rest(x, y, place);
      if (rss !== null && (best === null || rss < best.rss)) best = { place, rss };
    }
  }
  if (best === null) return cannot('singular design');
  const { place } = best;
  const column = (name: string, of: (value: number) => number) => ({
    name,
    values: Float64Array.from({ length: n }, (_, row) => of(at(x, row))),
  });
  const fit = leastSquares(y, [
    intercept(n),
    column('x', (value) => value),
    column('bend', (value) => Math.max(0, value - place)),
    column('move', (value) => (value > place ? -1 : 0)),
  ]);
  if (isCannot(fit)) return fit;
  const [, before = 0, bend = 0] = fit.coefficients;
  if (fit.aliased.length > 0 || Math.abs(bend) < 1e-12) return cannot('constant outcome');
  const se = at(classicalErrors(fit), 3) / Math.abs(bend);
  return { place, se, before, after: before + bend, rss: best.rss };
}

/** Residual sum of squares on 1, x and (x - place)+, by freeing the others of 1 and x; null when the bend is not there. */
function rest(x: Numbers, y: Numbers, place: number): number | null {
  const bend = Float64Array.from({ length: x.length }, (_, row) => Math.max(0, at(x, row) - place));
  const [ofBend, ofY] = [freed(bend, x), freed(y, x)];
  const own = sum(ofBend.map((value) => value * value));
  if (!(own > 1e-12)) return null;
  const slope = sum(ofBend.map((value, row) => value * at(ofY, row))) / own;
  return sum(ofY.map((value, row) => (value - slope * at(ofBend, row)) ** 2));
}

function freed(values: Numbers, x: Numbers): Float64Array {
  const n = x.length;
  const [middle, centre] = [sum(x) / n, sum(values) / n];
  let [together, own] = [0, 0];
  for (let row = 0; row < n; row++) {
    together += (at(x, row) - middle) * (at(values, row) - centre);
    own += (at(x, row) - middle) ** 2;
  }
  const slope = own === 0 ? 0 : together / own;
  return Float64Array.from(
    { length: n },
    (_, row) => at(values, row) - centre - slope * (at(x, row) - middle),
  );
}
