import type { ResolvedView } from '../contract/view.ts';
import type { Metric } from '../metrics/definition.ts';
import { groupsOf, groupsOfOpen } from './group-privacy.ts';
import type { Held } from './live.ts';
import { foldedBecause } from './refusal.ts';
import { NO_TRACKER, NOT_BY_REPOSITORY, tooFewOnIssues, type Unknowable } from './unknowable.ts';

/**
 * Why a question of issues is not answered although the page around it is: no tracker, a repository, or a team that may be asked
 * for on pull requests and has too few people with issues. `side` is that of issues.
 */
export function issuesUnknowable(side: Held, asked: ResolvedView, { of }: Metric): Unknowable | null {
  if (side.freshness.length === 0) return NO_TRACKER;
  if (asked.repo !== null) return NOT_BY_REPOSITORY;
  const { team, repo: _, ...window } = asked;
  if (team.length === 0) return null;
  const { teams, people } = (of === 'open' ? groupsOfOpen : groupsOf)(side, window);
  for (const id of team) {
    const why = foldedBecause(people.teams.get(id) ?? 0, teams.has(id));
    if (why !== null) return tooFewOnIssues(side.teamNames.get(id) ?? id, why);
  }
  return null;
}
