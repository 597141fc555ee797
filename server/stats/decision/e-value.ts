/**
 * How strongly something unmeasured would have to be tied to both sides to explain a risk ratio away: RR + sqrt(RR (RR - 1)), of
 * 1 / RR below one (VanderWeele and Ding 2017). A footnote, never an argument.
 */
export function eValue(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}
