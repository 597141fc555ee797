/**
 * A quantile to full precision from one good to a few digits: Newton's steps with the density as derivative, on whichever
 * tail is small, until they no longer move the value. `excess` is tail(x) - wanted, falling in x where `falling`.
 */
export function polished(
  start: number,
  excess: (x: number) => number,
  density: (x: number) => number,
  [lowest, highest]: readonly [number, number],
  falling: boolean,
): number {
  let x = start;
  for (let step = 0; step < 30; step++) {
    const slope = falling ? -density(x) : density(x);
    const move = excess(x) / slope;
    if (!Number.isFinite(move)) return x;
    const next = x - move;
    // A step out of the range of the distribution stops halfway to its edge.
    const kept = next <= lowest ? (x + lowest) / 2 : next >= highest ? (x + highest) / 2 : next;
    if (Math.abs(kept - x) <= 1e-15 * Math.abs(kept)) return kept;
    x = kept;
  }
  return x;
}
