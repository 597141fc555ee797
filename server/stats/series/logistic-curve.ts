import { cannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers, sumOfSquares } from '../numbers.ts';
import { solveSymmetric } from '../regression/symmetric-solve.ts';

export type LogisticCurve = {
  /** Where it levels off, on the scale of the values; where it is halfway; and how many steps it needs for a quarter of the way. */
  readonly ceiling: number;
  readonly middle: number;
  readonly scale: number;
  readonly errors: readonly [number, number, number];
  readonly rss: number;
  /** Below 0.5 the curve is no picture of the series and is not to be drawn. */
  readonly r2: number;
};

const MOST_STEPS = 500;

/** Least squares of ceiling / (1 + exp((middle - x) / scale)) by Levenberg and Marquardt's damped steps, for drawing only. */
export function logisticCurve(x: Numbers, y: Numbers): OrCannot<LogisticCurve> {
  const n = x.length;
  if (n < 5) return cannot('too few observations');
  const total = sumOfSquares(y);
  if (total === 0) return cannot('constant outcome');
  const start = roughly(x, y);
  let best = start;
  let rss = squares(x, y, best);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { cross, pull } = slopes(x, y, best);
    const damped = cross.map((value, place) => (place % 4 === 0 ? value * (1 + damping) : value));
    const move = solveSymmetric(damped, Float64Array.from(pull));
    if (move === null) return cannot('singular design');
    const next = best.map((value, i) => value + at(move, i));
    const nextRss = squares(x, y, next);
    if (!(nextRss <= rss) || !(at(next, 2) > 0)) {
      damping *= 10;
      if (damping > 1e12) break;
      continue;
    }
    const settled = move.every((value, i) => Math.abs(value) <= 1e-10 * (Math.abs(at(next, i)) + 1e-3));
    best = next;
    rss = nextRss;
    damping = Math.max(damping / 10, 1e-12);
    if (settled) break;
  }
  const [ceiling = 0, middle = 0, scale = 0] = best;
  if (![ceiling, middle, scale, rss].every(Number.isFinite)) return cannot('not converged');
  const { cross } = slopes(x, y, best);
  const variance = rss / (n - 3);
  const errorOf = (index: number): number => {
    const unit = Float64Array.from({ length: 3 }, (_, other) => (other === index ? 1 : 0));
    const solved = solveSymmetric(cross.slice(), unit);
    return solved === null ? Number.NaN : Math.sqrt(variance * at(solved, index));
  };
  const errors = [errorOf(0), errorOf(1), errorOf(2)] as const;
  if (!errors.every(Number.isFinite)) return cannot('singular design');
  return { ceiling, middle, scale, errors, rss, r2: 1 - rss / total };
}

function height(x: number, middle: number, scale: number): number {
  return 1 / (1 + Math.exp((middle - x) / scale));
}

function squares(x: Numbers, y: Numbers, [ceiling = 0, middle = 0, scale = 1]: readonly number[]): number {
  let total = 0;
  for (let row = 0; row < x.length; row++) {
    total += (at(y, row) - ceiling * height(at(x, row), middle, scale)) ** 2;
  }
  return total;
}

/** The best of a grid over middle and scale; the best ceiling for each is linear. */
function roughly(x: Numbers, y: Numbers): number[] {
  const values = Array.from(x);
  const [first, last] = [Math.min(...values), Math.max(...values)];
  let best = [0, 0, 1];
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 20; step++) {
    const middle = first + ((last - first) * step) / 20;
    for (let scale = (last - first) / 100; scale < last - first; scale *= 1.5) {
      let [together, own] = [0, 0];
      for (let row = 0; row < x.length; row++) {
        const share = height(at(x, row), middle, scale);
        together += share * at(y, row);
        own += share * share;
      }
      const found = [together / own, middle, scale];
      const rss = squares(x, y, found);
      if (rss < least) [best, least] = [found, rss];
    }
  }
  return best;
}

/** J'J, row by row, and J'e at a point. */
function slopes(x: Numbers, y: Numbers, [ceiling = 0, middle = 0, scale = 1]: readonly number[]) {
  const cross = new Float64Array(9);
  const pull = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const share = height(at(x, row), middle, scale);
    const steep = ceiling * share * (1 - share);
    const own = [share, -steep / scale, (steep * (middle - at(x, row))) / scale ** 2];
    const error = at(y, row) - ceiling * share;
    own.forEach((one, i) => {
      pull[i] = at(pull, i) + one * error;
      own.forEach((other, j) => {
        cross[3 * i + j] = at(cross, 3 * i + j) + one * other;
      });
    });
  }
  return { cross, pull };
}
