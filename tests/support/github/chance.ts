import { seededRandom } from '../random-history.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Draws from a seed, the same on every machine. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** True once in `1 / share` times. */
  happens(share: number): boolean {
    return this.#random() < share;
  }

  /** From 0 up to, without, `limit`; a fraction. */
  below(limit: number): number {
    return this.#random() * limit;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new Error('Nothing to choose from');
    return found;
  }

  /** `many` different ones, or all. */
  some<T>(list: readonly T[], many: number): T[] {
    const left = [...list];
    const chosen: T[] = [];
    while (chosen.length < many && left.length > 0) {
      const [one] = left.splice(Math.floor(this.#random() * left.length), 1);
      if (one !== undefined) chosen.push(one);
    }
    return chosen;
  }

  /** A skewed length of time around `median`, with a long tail, as people's work has it. */
  time(median: number): number {
    const normal = this.#random() + this.#random() + this.#random() - 1.5;
    return median * Math.exp(normal * 1.6);
  }
}

/** Milliseconds as GitHub writes them, without fractions of a second. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
