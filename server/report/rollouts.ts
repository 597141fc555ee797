import { QuestionError } from '../model/errors.ts';
import type { Rollout } from '../model/rollout.ts';
import { type Week, weekOfDate } from '../model/week.ts';
import type { Held } from './live.ts';

/**
 * The rollout that a question is about: the one it names, else the one that began first; null: there is none. Throws QuestionError
 * on one that there is none of.
 */
export function askedRollout({ rollouts }: Pick<Held, 'rollouts'>, id: string | undefined): Rollout | null {
  if (id !== undefined) {
    const rollout = rollouts.find((one) => one.id === id);
    if (rollout !== undefined) return rollout;
    const known = rollouts.map((one) => one.id);
    throw new QuestionError('unknown-rollout', `There is no rollout "${id}".`, 'rollout', known);
  }
  const [first = null] = rollouts.toSorted((one, other) => {
    const [mine, theirs] = [firstDay(one), firstDay(other)];
    return mine === theirs ? one.name.localeCompare(other.name, 'en') : mine < theirs ? -1 : 1;
  });
  return first;
}

/**
 * The week in which each team starts, by its id: the one that its day lies in, which counts as the first week after the start.
 * Teams without a date are not in it.
 */
export function startWeeks({ starts }: Rollout): ReadonlyMap<string, Week> {
  return new Map(
    starts.flatMap(({ teamId, day }) => (day === null ? [] : [[teamId, weekOfDate(day)] as const])),
  );
}

/** Behind every day when no team has a date. */
function firstDay({ starts }: Rollout): string {
  return starts.reduce((first, { day }) => (day !== null && day < first ? day : first), '9999');
}
