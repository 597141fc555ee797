import type { LeftOutCount } from '../contract/series.ts';
import type { Metric } from '../metrics/definition.ts';
import { follows } from '../metrics/kind.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { coverage, type Missing } from '../words/coverage.ts';
import { list } from '../words/list.ts';
import { count, number } from '../words/number.ts';
import { itemWords, type LeftOutReason } from './item-words.ts';
import { allOf } from './points.ts';
import type { Span } from './span.ts';

/** What the full weeks shown hold that is not in the figure, by reason; a reason that nothing has is not named. */
export function leftOut(metric: Metric, items: WeeklyItems, span: Span): LeftOutCount[] {
  const { noun, leftOut: apart, never } = itemWords(metric.definition);
  const named = ({ reason, sentence }: Pick<(typeof apart)[number], 'reason' | 'sentence'>) => {
    const many = countOf(items, span, reason);
    return { reason, count: many, sentence: sentence(many) };
  };
  const without = missingOf(metric, items, span).map(({ count: many, why }) => ({
    reason: 'no-value' as const,
    count: many,
    sentence: `${count(many, noun)} ${why}`,
  }));
  return [...apart.map(named), ...without, ...never.map(named)].filter((one) => one.count > 0);
}

/**
 * "41 of 52 merged pull requests; 6 by bots, 5 without human review. 4 of the 41 reviewed in draft. Beside them 312 direct pushes.";
 * of a metric that follows what was opened: "41 of 47 opened pull requests; 6 by bots. Of the 41, 5 still open and 2 closed without a merge."
 */
export function coverageSentence(metric: Metric, items: WeeklyItems, span: Span, by: By): string {
  const { noun, leftOut: apart, never } = itemWords(metric.definition);
  const measured = items.measured(span.from, span.end - 1);
  const all = allOf(metric, items, span.from, span.end - 1);
  const share = coverage(measured, all, `${participle(metric, by)} ${noun}`, [
    ...apart.map(({ reason, why }) => {
      const many = countOf(items, span, reason);
      return { count: many, why: why(many) };
    }),
    ...missingOf(metric, items, span),
  ]);
  const beside = never
    .map((part) => ({ ...part, count: countOf(items, span, part.reason) }))
    .filter((part) => part.count > 0);
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
  const { open, opened, finished } = itemWords(metric.definition);
  if (metric.of === 'open') return open;
  return follows(metric, by) ? opened : finished;
}

/** What ends the waiting of a metric that follows what was opened. */
function awaited(metric: Metric): string {
  if (metric.definition.items === 'issues') return 'delivery';
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
  if (!metric.noted || many === 0) return '';
  return `${number(many)} of the ${number(measured)} ${metric.noted.what}`;
}

function countOf(items: WeeklyItems, { from, end }: Span, reason: LeftOutReason): number {
  return items.leftOut(reason, from, end - 1);
}
