import { LOOK_BACK } from './practice.ts';

/** One person's weeks: how much work there is in each, and in how much of it (or how often) use shows. */
export type WorkAndUse = { readonly work: ArrayLike<number>; readonly use: ArrayLike<number> };

export type UsersWeekly = { readonly users: Float64Array; readonly people: Float64Array };

/**
 * How many people use it in each week, of how many: somebody without work in a week is taken as in their last week with any, for four
 * weeks. So a holiday, or Christmas, is no week in which use fell.
 */
export function usersWeekly(persons: Iterable<WorkAndUse>, weeks: number): UsersWeekly {
  const users = new Float64Array(weeks);
  const people = new Float64Array(weeks);
  for (const { work, use } of persons) {
    let [since, shows] = [LOOK_BACK, false];
    for (let week = 0; week < weeks; week++) {
      since += 1;
      if ((work[week] ?? 0) > 0) [since, shows] = [0, (use[week] ?? 0) > 0];
      if (since >= LOOK_BACK) continue;
      people[week] = (people[week] ?? 0) + 1;
      if (shows) users[week] = (users[week] ?? 0) + 1;
    }
  }
  return { users, people };
}
