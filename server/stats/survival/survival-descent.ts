/** As near as S comes to a probability by rounding alone, as in `survival-quantile.ts`. */
const EQUAL = Math.sqrt(Number.EPSILON);
/** So many must be followed past a quantile, as beyond one of complete data. */
const BEYOND = 2;

/** Kaplan and Meier's S of some subjects on its way down, told time after time. */
export type SurvivalDescent = {
  /** The next distinct time, with its events and censorings. */
  step(time: number, events: number, censored: number): void;
  isOver(): boolean;
  /** When all times have been told, or it is over. */
  found(): (number | null)[];
};

/**
 * Notes where S passes each 1 - probability; where it is flat at exactly that, the middle of the stretch (R's rule). Null where it stays
 * above, or comes down where fewer than two are followed further. `probabilities` must ascend.
 */
export function survivalDescent(all: number, probabilities: readonly number[]): SurvivalDescent {
  const found: (number | null)[] = [];
  let [atRisk, survival, last] = [all, 1, 0];
  /** The first time at which S is at the next probability, where the stretch there has not ended yet. */
  let flatFrom: number | null = null;
  const next = () => probabilities[found.length];
  return {
    step(time, events, censored) {
      last = time;
      survival *= 1 - events / atRisk;
      atRisk -= events + censored;
      if (events === 0) return;
      if (flatFrom !== null) found.push((flatFrom + time) / 2);
      flatFrom = null;
      const share = 1 - survival;
      for (let wanted = next(); wanted !== undefined && share >= wanted - EQUAL; wanted = next()) {
        if (atRisk >= BEYOND && share <= wanted + EQUAL) {
          flatFrom = time;
          return;
        }
        found.push(atRisk < BEYOND ? null : time);
      }
    },
    isOver: () => found.length === probabilities.length,
    found() {
      // Flat to the end of what was followed: the stretch ends there.
      if (flatFrom !== null) found.push((flatFrom + last) / 2);
      return probabilities.map((_, place) => found[place] ?? null);
    },
  };
}
