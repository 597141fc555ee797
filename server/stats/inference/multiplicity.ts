import { orderOf } from '../numbers.ts';

/** A p-value, or null where a test could not be made; such a one does not count as a test. */
type P = number | null;

/** Holm (1979): for the two or three headline numbers; keeps the chance of any false alarm, whatever their dependence. */
export function holm(p: readonly P[]): P[] {
  return stepwise(p, 'up', (rank, tests) => tests - rank + 1);
}

/** Benjamini and Hochberg (1995): for one question's measures or one measure's teams; keeps the share of false alarms among alarms. */
export function benjaminiHochberg(p: readonly P[]): P[] {
  return stepwise(p, 'down', (rank, tests) => tests / rank);
}

/** Benjamini and Yekutieli (2001): the same whatever the dependence. */
export function benjaminiYekutieli(p: readonly P[]): P[] {
  return stepwise(p, 'down', (rank, tests) => {
    let harmonic = 0;
    for (let term = 1; term <= tests; term++) harmonic += 1 / term;
    return (harmonic * tests) / rank;
  });
}

/** Hochberg (1988). */
export function hochberg(p: readonly P[]): P[] {
  return stepwise(p, 'down', (rank, tests) => tests - rank + 1);
}

export function bonferroni(p: readonly P[]): P[] {
  const tests = p.filter((value) => value !== null).length;
  return p.map((value) => (value === null ? null : Math.min(1, value * tests)));
}

/** Adjusted p-values: each times its factor by rank from the smallest, made monotone upwards from it or downwards from the largest. */
function stepwise(
  p: readonly P[],
  direction: 'up' | 'down',
  factor: (rank: number, tests: number) => number,
): P[] {
  const known = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const order = Array.from(orderOf(known.map(({ value }) => value)), (at) => known[at]);
  const adjusted: P[] = p.map(() => null);
  let bound = direction === 'up' ? 0 : 1;
  const ranked = order.map((entry, index) => ({ entry, rank: index + 1 }));
  for (const { entry, rank } of direction === 'up' ? ranked : ranked.reverse()) {
    if (entry === undefined) continue;
    const raised = entry.value * factor(rank, known.length);
    bound = direction === 'up' ? Math.max(bound, raised) : Math.min(bound, raised);
    adjusted[entry.index] = Math.min(1, bound);
  }
  return adjusted;
}
