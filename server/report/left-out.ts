import type { LeftOutCount } from '../contract/series.ts';
import type { Metric } from '../metrics/definition.ts';
import { follows } from '../metrics/kind.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { coverage, type Missing } from '../words/coverage.ts';
import { list } from '../words/list.ts';
import { count, number } from '../words/number.ts';
import { allOf } from './points.ts';
import type { Span } from './span.ts';

/** Reasons why an item takes part in no measure; `no-value` is said by each metric in its own words. */
type Reason = Exclude<LeftOutCount['reason'], 'no-value'>;
type Counts = Record<Reason, number>;

/** What the full weeks shown hold that is not in the figure, by reason; a reason that nothing has is not named. */
export function leftOut(metric: Metric, items: WeeklyItems, span: Span): LeftOutCount[] {
  const counts = countsOf(items, span);
  const were = counts['direct-push'] === 1 ? 'was' : 'were';
  const sentences: Record<Reason, string> = {
    automation: `${count(counts.automation, 'pull request')} by bots`,
    'long-lived-branch': `${count(counts['long-lived-branch'], 'merge')} of long-lived branches`,
    'back-port': `${count(counts['back-port'], 'back-port')} to another long-lived branch`,
    'direct-push': `${count(counts['direct-push'], 'direct push', 'direct pushes')}, which never ${were} a pull request`,
    'branch-merge': `${count(counts['branch-merge'], 'branch merge')} without a pull request number`,
  };
  const named = (reason: Reason) => ({ reason, count: counts[reason], sentence: sentences[reason] });
  const without = missingOf(metric, items, span).map(({ count: many, why }) => ({
    reason: 'no-value' as const,
    count: many,
    sentence: `${count(many, 'pull request')} ${why}`,
  }));
  return [...PULL_REQUESTS.map(named), ...without, ...PUSHES.map(named)].filter((one) => one.count > 0);
}

/**
 * "41 of 52 merged pull requests; 6 by bots, 5 without human review. 4 of the 41 reviewed in draft. Beside them 312 direct pushes.";
 * of a metric that follows what was opened: "41 of 47 opened pull requests; 6 by bots. Of the 41, 5 still open and 2 closed without a merge."
 */
export function coverageSentence(metric: Metric, items: WeeklyItems, span: Span, by: By): string {
  const counts = countsOf(items, span);
  const measured = items.measured(span.from, span.end - 1);
  const all = allOf(items, span.from, span.end - 1);
  const share = coverage(measured, all, `${participle(metric, by)} pull request`, [
    { count: counts.automation, why: 'by bots' },
    { count: counts['long-lived-branch'], why: 'of long-lived branches' },
    { count: counts['back-port'], why: counts['back-port'] === 1 ? 'a back-port' : 'back-ports' },
    ...missingOf(metric, items, span),
  ]);
  const beside = [
    { count: counts['direct-push'], noun: 'direct push', plural: 'direct pushes' },
    { count: counts['branch-merge'], noun: 'branch merge', plural: 'branch merges' },
  ].filter((part) => part.count > 0);
  const named = list(beside.map((part) => count(part.count, part.noun, part.plural)));
  const sentences = [
    metric.of === 'open'
      ? `At the end of the last full week: ${share.charAt(0).toLowerCase()}${share.slice(1)}`
      : share,
    followedOf(metric, items, span, measured),
    notedOf(metric, items, span, measured),
    beside.length === 0 ? '' : `Beside them ${named} without a pull request`,
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** The items without a value, by the metric's own reasons. */
export function missingOf(
  metric: Metric,
  items: WeeklyItems,
  { from, end }: Span,
): (Missing & { todo: string })[] {
  return metric.missing.map(({ why, todo }, reason) => ({
    count: items.missing(reason, from, end - 1),
    why,
    todo,
  }));
}

type By = 'opening' | 'merge';

/** What the items of a metric have been. */
function participle(metric: Metric, by: By): string {
  if (metric.of === 'open') return 'open';
  return follows(metric, by) ? 'opened' : 'merged';
}

/** What ends the waiting of a metric that follows what was opened. */
function awaited(metric: Metric): string {
  return metric.kind === 'quantile' && metric.needs === 'reviews' ? 'review' : 'merge';
}

/** "Of the 41, 5 still open and 2 closed without a merge"; nothing where all have a value. */
function followedOf(metric: Metric, items: WeeklyItems, { from, end }: Span, measured: number): string {
  const parts = [
    { count: items.waiting(from, end - 1), why: 'still open' },
    { count: items.closed(from, end - 1), why: `closed without a ${awaited(metric)}` },
  ].filter((part) => part.count > 0);
  if (parts.length === 0) return '';
  return `Of the ${number(measured)}, ${list(parts.map((part) => `${number(part.count)} ${part.why}`))}`;
}

/** "4 of the 41 reviewed in draft"; nothing where none was. */
function notedOf(metric: Metric, items: WeeklyItems, { from, end }: Span, measured: number): string {
  const many = items.noted(from, end - 1);
  if (metric.kind === 'count' || metric.noted === null || many === 0) return '';
  return `${number(many)} of the ${number(measured)} ${metric.noted.what}`;
}

const PULL_REQUESTS = ['automation', 'long-lived-branch', 'back-port'] as const satisfies readonly Reason[];
const PUSHES = ['direct-push', 'branch-merge'] as const satisfies readonly Reason[];

function countsOf(items: WeeklyItems, { from, end }: Span): Counts {
  const last = end - 1;
  return {
    automation: items.leftOut('automation', from, last),
    'long-lived-branch': items.leftOut('long-lived-branch', from, last),
    'back-port': items.leftOut('back-port', from, last),
    'direct-push': items.leftOut('direct-push', from, last),
    'branch-merge': items.leftOut('branch-merge', from, last),
  };
}
