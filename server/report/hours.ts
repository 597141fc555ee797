import type { ResolvedView, View } from '../contract/view.ts';
import { viewDefaults } from '../contract/view.ts';
import type { Metric } from '../metrics/definition.ts';
import { inWorkingHours, isDuration } from '../metrics/working-metric.ts';
import { list } from '../words/list.ts';
import type { Held } from './live.ts';
import type { Warning } from './warnings.ts';
import { unknownTeams, workingClocks } from './working-clocks.ts';

/** A metric by the hours that are asked for, and which these are: calendar ones where the measure is no duration. */
export function byHours(
  held: Held,
  metric: Metric,
  asked: View['hours'],
): { metric: Metric; hours: ResolvedView['hours']; warnings: Warning[] } {
  if ((asked ?? viewDefaults.hours) === 'calendar') return { metric, hours: 'calendar', warnings: [] };
  if (!isDuration(metric)) {
    const message = `${metric.definition.name} is not told in working hours.`;
    return { metric, hours: 'calendar', warnings: [{ code: 'hours-not-used', message }] };
  }
  const unknown = unknownTeams(held);
  const message = `The calendar in uptake.yaml has hours of ${list(unknown)}, but there is no such team.`;
  const warnings = unknown.length === 0 ? [] : [{ code: 'calendar-team-unknown', message }];
  return { metric: inWorkingHours(metric, workingClocks(held)), hours: 'working', warnings };
}
