import type { LeftOutHealth } from '../../contract/health.ts';
import { metricById } from '../../metrics/register.ts';
import { weeklyItems } from '../../metrics/weekly-items.ts';
import { leftOut } from '../left-out.ts';
import type { Held } from '../live.ts';
import type { Reach } from './coverage.ts';

/** Why each kind of item takes part in no measure; in the order of the page. */
export const WHY: Readonly<Record<LeftOutHealth['reason'], string>> = {
  automation:
    'A program opened them by itself, such as updates of dependencies. What a person asked a coding agent for counts.',
  'back-port': 'The same change once more on another branch: counted once, where it was made.',
  'long-lived-branch':
    'Merges of a branch like develop into main hold the work of many people, which is counted where each was merged.',
  'direct-push':
    'Commits that went to the default branch without a pull request: nobody reviewed them there.',
  'branch-merge':
    'Merges without a pull request number: a clone cannot tell whether a pull request was behind them.',
  epic: 'Epics hold the work of their issues, which is counted where each was finished.',
  'sub-task': 'Sub-tasks are parts of an issue, which is counted as a whole.',
  deleted: 'They are no longer in the tracker. What was read of them is kept, and nothing is measured of it.',
  'no-value': 'A time that did not happen or is not known is no zero.',
};

/** What takes part in no measure, of the same weeks as the coverage: as the measure that counts all items says it. */
export function leftOutHealth(
  { snapshot }: Held,
  { span, selection }: Reach,
  measure: 'merged-pull-requests' | 'issues-finished',
): LeftOutHealth[] {
  const metric = metricById(measure);
  if (metric === null) throw new Error(`there is no measure ${measure}`);
  return leftOut(metric, weeklyItems(snapshot, metric, selection), span).map((one) => ({
    ...one,
    why: WHY[one.reason],
  }));
}
