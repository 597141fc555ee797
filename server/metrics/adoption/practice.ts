/** One person's weeks with merged work, in order: whether each shows evidence of use. Weeks without work are not in it. */
export type ActiveWeeks = readonly boolean[];

/** So many active weeks are looked back on, and so many of them make a habit. */
export const LOOK_BACK = 4;
export const HABIT = 3;

export type Practice = {
  /** Any evidence ever. */
  readonly tried: boolean;
  /** Evidence in the latest active week. */
  readonly weekly: boolean;
  /** Evidence in at least three of the last four active weeks. */
  readonly habitual: boolean;
  /** Habitual once, and no evidence in the last four active weeks. */
  readonly lapsed: boolean;
};

export function practiceOf(weeks: ActiveWeeks): Practice {
  const last = weeks.slice(-LOOK_BACK);
  return {
    tried: weeks.includes(true),
    weekly: last.at(-1) === true,
    habitual: isHabit(last),
    lapsed: !last.includes(true) && weeks.some((_, at) => isHabit(weeks.slice(Math.max(0, at - 3), at + 1))),
  };
}

/** The weeks of a person in which there is any work, and whether use shows in each. */
export function activeWeeks(work: ArrayLike<number>, use: ArrayLike<number>): boolean[] {
  return Array.from(work).flatMap((some, week) => (some > 0 ? [(use[week] ?? 0) > 0] : []));
}

function isHabit(weeks: ActiveWeeks): boolean {
  return weeks.filter((shows) => shows).length >= HABIT;
}
