/** How often each whole number below a limit occurs, and the numbers from the limit on. */
export type Tally = { counts: Int32Array; rest: Int32Array };

export function countedBelow(limit: number, lists: readonly Int32Array[]): Tally {
  const counts = new Int32Array(limit);
  const rest: number[] = [];
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) {
      const value = list[index] ?? 0;
      if (value < limit) counts[value] = (counts[value] ?? 0) + 1;
      else rest.push(value);
    }
  }
  return { counts, rest: Int32Array.from(rest) };
}

/** The largest of them all; 0 for none. */
export function largest(lists: readonly Int32Array[]): number {
  let most = 0;
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) most = Math.max(most, list[index] ?? 0);
  }
  return most;
}
