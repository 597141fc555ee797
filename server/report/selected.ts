import type { Followed } from '../metrics/selection.ts';
import type { Week } from '../model/week.ts';
import { dataEndOf } from './data-end.ts';
import type { Held } from './live.ts';
import type { Question } from './question.ts';

/** The items of a question in some weeks, both included, and how far the data reach for what is still open. */
export function selected(
  held: Held,
  { repositories, teams, marks, view }: Question,
  weeks: { from: Week; to: Week },
): Followed {
  return {
    repositories: repositories.table,
    deploying: repositories.deploying,
    teams: teams.table,
    marks,
    ...{ from: weeks.from, to: weeks.to, by: view.by },
    dataEnd: dataEndOf(held, repositories),
  };
}
