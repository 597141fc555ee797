/** A stream of numbers that look like chance and follow from its seed alone. */
export type Chance = {
  /** From 0 (included) to 1 (excluded). */
  unit(): number;
  between(low: number, high: number): number;
  /** Mean 0, standard deviation 1, cut off at 3.6 either way so that it stays symmetric. */
  normal(): number;
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  yes(probability: number): boolean;
};

/**
 * What a number is drawn for. Each purpose has a stream of its own, so that what is planted in one (more pull requests, other
 * marks) moves nothing in another: the scenarios of one seed share everything but what they plant.
 */
export const purpose = {
  ...{
    person: 1,
    leaving: 2,
    moving: 3,
    away: 4,
    weather: 5,
    rollout: 6,
    team: 7,
    repository: 8,
    opening: 9,
  },
  ...{ course: 10, size: 11, review: 12, commits: 13, marks: 14, words: 15, kind: 16, dependency: 17 },
  ...{ backPort: 18, release: 19, checks: 20, use: 21, ticket: 22, usage: 23, rollBack: 24 },
  ...{ rework: 25, bug: 26 },
} as const;

/** 32 well mixed bits of whole numbers in their order (mixing steps of MurmurHash3's finaliser). */
export function seedOf(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** One number from 0 (included) to 1 (excluded). */
export function unitOf(...parts: readonly number[]): number {
  return seedOf(...parts) / 2 ** 32;
}

export function chance(...parts: readonly number[]): Chance {
  let state = seedOf(...parts);
  // Mulberry32, a generator of Tommy Ettinger's in the public domain.
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    // Box and Muller 1958.
    normal: () => {
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return Math.max(-3.6, Math.min(3.6, radius * Math.cos(2 * Math.PI * unit())));
    },
    below: (count) => Math.floor(unit() * count),
    yes: (probability) => unit() < probability,
  };
}

/** The count of a Poisson distribution that `unit` stands for: a greater mean never gives fewer. */
export function poissonAt(unit: number, mean: number): number {
  let [count, term] = [0, Math.exp(-mean)];
  for (let sum = term; sum < unit && count < 100; sum += term) {
    count += 1;
    term *= mean / count;
  }
  return count;
}

/** The item that `index` comes to when the list is gone through again and again. */
export function cycled<Item>(list: readonly Item[], index: number): Item {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list has nothing to give');
  return found;
}
