import type { LeftOutCount } from '../contract/series.ts';
import type { Metric } from '../metrics/definition.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { coverage } from '../words/coverage.ts';
import { list } from '../words/list.ts';
import { count } from '../words/number.ts';
import { allMerged } from './points.ts';
import type { Span } from './span.ts';

type Counts = Record<LeftOutCount['reason'], number>;

/** What the full weeks shown hold that is not in the figure, by reason; a reason that nothing has is not named. */
export function leftOut(metric: Metric, items: WeeklyItems, span: Span): LeftOutCount[] {
  const counts = countsOf(items, span);
  const lacking = metric.kind === 'quantile' ? metric.lacking : '';
  const were = counts['direct-push'] === 1 ? 'was' : 'were';
  const sentences: Record<LeftOutCount['reason'], string> = {
    automation: `${count(counts.automation, 'pull request')} by bots`,
    'long-lived-branch': `${count(counts['long-lived-branch'], 'merge')} of long-lived branches`,
    'no-value': `${count(counts['no-value'], 'pull request')} ${lacking}`,
    'direct-push': `${count(counts['direct-push'], 'direct push', 'direct pushes')}, which never ${were} a pull request`,
    'branch-merge': `${count(counts['branch-merge'], 'branch merge')} without a pull request number`,
  };
  return REASONS.filter((reason) => counts[reason] > 0).map((reason) => ({
    reason,
    count: counts[reason],
    sentence: sentences[reason],
  }));
}

/** "41 of 52 merged pull requests; 6 by bots, 5 without known commits. Beside them 312 direct pushes." */
export function coverageSentence(metric: Metric, items: WeeklyItems, span: Span): string {
  const counts = countsOf(items, span);
  const measured = items.measured(span.from, span.running - 1);
  const merged = allMerged(items, span.from, span.running - 1);
  const share = coverage(measured, merged, 'merged pull request', [
    { count: counts.automation, why: 'by bots' },
    { count: counts['long-lived-branch'], why: 'of long-lived branches' },
    { count: counts['no-value'], why: metric.kind === 'quantile' ? metric.lacking : '' },
  ]);
  const beside = [
    { count: counts['direct-push'], noun: 'direct push', plural: 'direct pushes' },
    { count: counts['branch-merge'], noun: 'branch merge', plural: 'branch merges' },
  ].filter((part) => part.count > 0);
  if (beside.length === 0) return `${share}.`;
  const named = list(beside.map((part) => count(part.count, part.noun, part.plural)));
  return `${share}. Beside them ${named} without a pull request.`;
}

const REASONS = [
  'automation',
  'long-lived-branch',
  'no-value',
  'direct-push',
  'branch-merge',
] as const satisfies readonly LeftOutCount['reason'][];

function countsOf(items: WeeklyItems, { from, running }: Span): Counts {
  const last = running - 1;
  return {
    automation: items.leftOut('automation', from, last),
    'long-lived-branch': items.leftOut('long-lived-branch', from, last),
    'direct-push': items.leftOut('direct-push', from, last),
    'branch-merge': items.leftOut('branch-merge', from, last),
    'no-value': items.withoutValue(from, last),
  };
}
