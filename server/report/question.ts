import { type ResolvedView, View, viewDefaults } from '../contract/view.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Metric, QuantileMetric } from '../metrics/definition.ts';
import { knowsOpening, mergedWithoutOpening } from '../metrics/extent.ts';
import { follows } from '../metrics/kind.ts';
import type { Marks } from '../metrics/marks.ts';
import { metricById, metrics } from '../metrics/register.ts';
import { QuestionError } from '../model/errors.ts';
import { count } from '../words/number.ts';
import { askedMarks } from './asked-marks.ts';
import { deployedMeans } from './deployed.ts';
import { byHours } from './hours.ts';
import { issuesUnknowable } from './issues-unknowable.ts';
import { itemWords } from './item-words.ts';
import type { Held } from './live.ts';
import { isParted, notApplied } from './marks-applied.ts';
import { openUnknowable } from './open-unknowable.ts';
import { resolvedWindow } from './own-window.ts';
import { refuseSmallGroups } from './refusal.ts';
import { type AskedRepositories, askedRepositories } from './repositories.ts';
import { askedRollout } from './rollouts.ts';
import { mainSide, sideOf } from './side.ts';
import { sinceOf } from './since.ts';
import { marksUnknowable, refuseSmallMarks } from './small-marks.ts';
import { type AskedTeams, askedTeams } from './team-filter.ts';
import { bugsUnknowable, type Unknowable } from './unknowable.ts';
import { PROJECTS, repositoryWarnings, type Warning } from './warnings.ts';

/** A question about one measure with every default filled in, and what the asker is to know about that. */
export type Question = {
  metric: Metric;
  view: ResolvedView;
  repositories: AskedRepositories;
  teams: AskedTeams;
  /** What of AI involvement passes; null: whatever it is. */
  marks: Marks | null;
  /** Why nothing can be known, however the figures are; null: they may be looked at. */
  never: Unknowable | null;
  warnings: Warning[];
};

/**
 * Throws QuestionError on an unknown measure, repository, team, window, statistic or grouping, and where the answer would tell
 * of fewer than five people. A measure of issues is asked of projects (`sideOf`), whatever the repository; `never` says then why
 * nothing can be known of it.
 */
export function resolveQuestion(held: Held, measure: string, view: View): Question {
  const metric = metricById(measure);
  if (metric === null) {
    const known = metrics.map(({ definition }) => definition.id);
    throw new QuestionError('unknown-measure', `There is no measure "${measure}".`, 'measure', known);
  }
  refuseUnknownValues(view);
  const side = sideOf(held, metric);
  const ofIssues = metric.definition.items === 'issues';
  const asked = askedRepositories(held, view.repo ?? null);
  const repositories = ofIssues ? askedRepositories(side, null) : asked;
  const teams = askedTeams(side, view.team);
  const marks = askedMarks(held, view);
  const { by, warnings } = grouping(side, metric, view.by, repositories);
  if (metric.kind === 'count' && view.stat !== undefined) {
    warnings.push({
      code: 'stat-not-used',
      message: `${metric.definition.name} are counted: there is no percentile of a count.`,
    });
  }
  if (metric.kind === 'count' && metric.perPerson && view.repo !== undefined && !ofIssues) {
    const message = 'Divided by everybody on the roster, also by those who work in other repositories.';
    warnings.push({ code: 'roster-of-all-repositories', message });
  }
  const { zone } = held.snapshot.weeks;
  if (metric.kind === 'quantile' && metric.needs === 'deployments') {
    const message = deployedMeans(repositories.freshness);
    if (message !== null) warnings.push({ code: 'deployed-means', message });
  }
  const applied = marks.table !== null && side === held && isParted(metric);
  if (marks.table !== null && !applied) warnings.push(notApplied(metric));
  const told = byHours(side, metric, view.hours);
  const named = ofIssues ? PROJECTS : undefined;
  warnings.push(...told.warnings, ...repositoryWarnings(repositories, zone, named));
  // A page asks for one window, also where issues begin later than pull requests.
  const main = mainSide(held);
  const within = main === held ? asked : askedRepositories(main, null);
  const resolved = {
    repo: view.repo ?? null,
    team: teams.ids,
    ...{ ai: marks.ai, tool: marks.tool },
    ...resolvedWindow(main, within, view),
    stat: view.stat ?? viewDefaults.stat,
    by,
    hours: told.hours,
    rollout: askedRollout(held, view.rollout) === null ? null : (view.rollout ?? null),
    since: sinceOf(view),
  };
  refuseSmallGroups(main, resolved);
  if (applied) refuseSmallMarks(held, resolved);
  const never = ofIssues
    ? issuesUnknowable(side, resolved, metric)
    : ((metric.of === 'open' ? openUnknowable(held, resolved) : null) ??
      bugsUnknowable(held, metric) ??
      marksUnknowable(held, resolved, metric));
  return {
    metric: told.metric,
    view: resolved,
    repositories,
    teams,
    marks: applied ? marks.table : null,
    never,
    warnings,
  };
}

/** The API's schema has seen the view already; a command line or a saved link may not have. */
function refuseUnknownValues(view: View): void {
  for (const field of ['window', 'stat', 'by', 'hours'] as const) {
    const value = view[field];
    const allowed: readonly string[] = View.properties[field].enum;
    if (value !== undefined && !allowed.includes(value)) {
      throw new QuestionError('unknown-filter', `There is no ${field} "${value}".`, field, allowed);
    }
  }
}

function grouping(
  { snapshot }: Held,
  metric: Metric,
  asked: View['by'],
  { table }: AskedRepositories,
): { by: 'opening' | 'merge'; warnings: Warning[] } {
  if (metric.of === 'open') {
    const message =
      'Open work is told at the end of each week: it belongs to no week of opening or of merge.';
    const warnings = asked === undefined ? [] : [{ code: 'week-end-only', message }];
    return { by: viewDefaults.by, warnings };
  }
  if (metric.definition.weeks === 'merge') {
    if (asked !== 'opening') return { by: 'merge', warnings: [] };
    const { finish, opening } = itemWords(metric.definition);
    const what =
      metric.kind === 'count' && !metric.share && !metric.sums ? 'Throughput' : metric.definition.name;
    const message = `${what} belongs to the week of the ${finish}; it is not shown by week of ${opening}.`;
    return { by: 'merge', warnings: [{ code: 'merge-week-only', message }] };
  }
  const by = asked ?? viewDefaults.by;
  if (by === 'merge' || metric.kind === 'count') return { by, warnings: [] };
  if (knowsOpening(snapshot, table)) return { by, warnings: openingWarnings(snapshot, metric, table) };
  const message =
    'When these pull requests were opened is not known (a clone does not tell), so they are grouped by the week of their merge.';
  return { by: 'merge', warnings: [{ code: 'opening-unknown', message }] };
}

function openingWarnings(snapshot: Snapshot, metric: QuantileMetric, table: Uint8Array): Warning[] {
  const { needs, definition } = metric;
  const open = needs === 'deployments' ? 'still open or not deployed yet' : 'still open';
  const recent =
    definition.unit === 'hours'
      ? 'the most recent weeks look faster than they will turn out'
      : 'the most recent weeks will still change';
  const openWork = `Grouped by week of opening, without what is ${open}: ${recent}.`;
  const warnings = follows(metric, 'opening') ? [] : [{ code: 'open-work-missing', message: openWork }];
  const unknown = mergedWithoutOpening(snapshot, table);
  if (unknown > 0) {
    const them = count(unknown, 'merged pull request');
    const message =
      needs === 'commits'
        ? `${them} of unknown opening not in this figure: group by merge to see all.`
        : `${them} from a clone not in this figure: it has no ${needs}.`;
    warnings.push({ code: 'opening-partly-unknown', message });
  }
  return warnings;
}
