/**
 * Reorders values[from..to] so that values[rank] is what sorting would put there, with nothing larger before it
 * and nothing smaller behind it. Hoare's selection with the median of three as pivot; linear on average.
 */
export function select(values: Float64Array | Int32Array, rank: number, from: number, to: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = medianOfThree(values, low, high);
    let left = low;
    let right = high;
    while (left <= right) {
      while (at(values, left) < pivot) left++;
      while (at(values, right) > pivot) right--;
      if (left <= right) {
        swap(values, left, right);
        left++;
        right--;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return;
  }
}

function medianOfThree(values: Float64Array | Int32Array, low: number, high: number): number {
  const first = at(values, low);
  const middle = at(values, (low + high) >>> 1);
  const last = at(values, high);
  return Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
}

function swap(values: Float64Array | Int32Array, left: number, right: number): void {
  const kept = at(values, left);
  values[left] = at(values, right);
  values[right] = kept;
}

/** Inside the bounds by construction; the type of an array cannot say so. NaN would never end the search. */
function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? Number.POSITIVE_INFINITY;
}
