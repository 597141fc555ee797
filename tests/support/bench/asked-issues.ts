import { routes } from '../../../server/contract/routes.ts';
import { View } from '../../../server/contract/view.ts';
import { seededRandom } from '../random-history.ts';
import { type Offered, WINDOWS } from './asked-questions.ts';

const MEASURES = ['issue-cycle-time', 'issues-finished', 'flow-efficiency', 'issues-in-progress'];
const FLOW = [routes.issueWay, routes.issueStatuses, routes.issueSigns];

/**
 * Distinct questions of issues as the address bar would hold them, in an order that the seed decides: half about everything, half about one
 * team; of each ten four of a measure, three of Flow and three of pages of issues, where a page leads to the one after it.
 */
export function someIssueQuestions(many: number, seed: number, offered: Offered): string[] {
  const random = seededRandom(seed);
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const asked = new Set<string>();
  while (asked.size < many) {
    const window = one(WINDOWS) ?? '52w';
    const view = new URLSearchParams({ window });
    const teams = (offered.get(window)?.teams ?? []).filter(({ folded }) => folded === null);
    const team = one(teams);
    if (team !== undefined && random() < 0.5) view.append('team', team.id);
    asked.add(`${pathOf(random, one, view)}?${view}`);
  }
  return [...asked];
}

function pathOf(
  random: () => number,
  one: <Value>(values: readonly Value[]) => Value | undefined,
  view: URLSearchParams,
): string {
  const kind = random();
  if (kind < 0.3) {
    view.set('limit', String(one([20, 50, 100])));
    return routes.issues;
  }
  view.set('stat', one(View.properties.stat.enum) ?? 'p50');
  if (kind < 0.6) return one(FLOW) ?? routes.issueWay;
  const measure = one(MEASURES) ?? 'issue-cycle-time';
  if (measure.startsWith('issues-')) view.delete('stat');
  return routes.series.replace(':measure', measure);
}
