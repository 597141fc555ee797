import { seededRandom } from '../random-history.ts';

/** Random numbers of the kinds that made-up organisations need; the same for the same seed. */
export type Chance = {
  uniform(): number;
  normal(): number;
  /** A count with this mean (Knuth's product, so for means below some hundreds). */
  count(mean: number): number;
  below(limit: number): number;
};

export function chanceOf(seed: number): Chance {
  const uniform = seededRandom(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    count: (mean) => {
      const end = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > end; product *= uniform()) count++;
      return count;
    },
    below: (limit) => Math.floor(uniform() * limit),
  };
}

/** A series whose neighbours correlate by rho, of standard deviation 1. */
export function correlated(chance: Chance, length: number, rho: number): number[] {
  let last = chance.normal();
  return Array.from({ length }, (_, step) => {
    if (step > 0) last = rho * last + Math.sqrt(1 - rho * rho) * chance.normal();
    return last;
  });
}
