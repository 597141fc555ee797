import type { LeftOutCount, Point } from '../contract/series.ts';
import type { ResolvedView } from '../contract/view.ts';
import type { Metric, Statistic } from '../metrics/definition.ts';
import { follows } from '../metrics/kind.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { amount } from '../words/amount.ts';
import { calendarDate } from '../words/date.ts';
import { count } from '../words/number.ts';
import { itemWords } from './item-words.ts';
import { missingOf } from './left-out.ts';
import type { Span } from './span.ts';

const STATISTIC: Record<Statistic, string> = {
  p50: 'median',
  p75: '75th percentile',
  p85: '85th percentile',
};

const TEAMS = {
  'pull requests': ' Teams are the author’s when it was opened; work of several counts once.',
  issues: ' Teams are those of whoever had it when it was finished; work of several counts once.',
};

/** What is drawn and how to read it: what a point is, which week an item belongs to, what the band is. Two lines at most. */
export function howToRead(metric: Metric, view: ResolvedView): string {
  return (
    drawn(metric, view) + (view.team.length > 0 ? TEAMS[metric.definition.items ?? 'pull requests'] : '')
  );
}

function drawn(metric: Metric, { stat, by }: ResolvedView): string {
  const least = metric.definition.minimum[stat];
  const { noun, finish, finished, opening } = itemWords(metric.definition);
  if (metric.kind === 'count') {
    if (metric.of === 'open') {
      return metric.definition.items === 'issues'
        ? 'Started and not finished at the end of each week, what is not started apart. The running week ends with the data.'
        : 'Open and ready for review at the end of each week, drafts apart. The running week ends with the data.';
    }
    const pending =
      metric.settles === undefined ? '' : `, or followed for less than ${metric.settles} days yet`;
    const gap = `A gap is a week with fewer than ${least}${pending}; the running week stands apart.`;
    const beware = metric.beware === undefined ? '' : ` ${metric.beware}`;
    if (metric.share === true)
      return `By week of ${finish}: the share that was ${metric.noted?.what ?? ''}. ${gap}${beware}`;
    if (metric.sums !== undefined) return `By week of ${finish}, of all of it together. ${gap}${beware}`;
    return metric.perPerson
      ? `By week of ${finish}: what people on the roster ${finished}, divided by all of them. A gap is a week with fewer than ${least} people; the running week stands apart.`
      : `By week of ${finish}; 0 means that none was ${finished}. The running week stands apart.`;
  }
  const band = stat === 'p50' ? ` Band: the middle half of ${noun}s.` : '';
  const line = `Line: ${STATISTIC[stat]}.${band}`;
  if (metric.of === 'open') {
    return `${metric.what}. ${line} A gap is a week with fewer than ${least}; the running week ends with the data.`;
  }
  if (follows(metric, by)) {
    return `${metric.what}, by week of ${opening}; what is still open counts as waiting. ${line} A gap is a week with fewer than ${least}, or whose ${STATISTIC[stat]} is not reached yet. Dashed: it may still change.`;
  }
  const week = by === 'merge' ? `by week of ${finish}` : `by week of ${opening}, once ${finished}`;
  return `${metric.what}, ${week}. ${line} A gap is a week with fewer than ${least}; the running week stands apart.`;
}

/** What weeks without numbers are owed to, and what can be done about it, in place of how to read a chart. */
export function whatToDo(
  metric: Metric,
  items: WeeklyItems,
  span: Span,
  leftOut: readonly LeftOutCount[],
): string {
  const [most] = missingOf(metric, items, span).toSorted((one, other) => other.count - one.count);
  if (most !== undefined && most.count > 0) return most.todo;
  if (leftOut.some(({ reason }) => reason === 'direct-push' || reason === 'branch-merge')) {
    return 'A clone tells a pull request by the number in its merge or squash message. What is merged without one counts as a direct push.';
  }
  return 'Choose a longer window, or fewer filters.';
}

/** For a screen reader: what the chart shows, its extremes, its end and its gaps. */
export function description(
  { definition, kind }: Metric,
  { stat }: ResolvedView,
  points: readonly Point[],
): string {
  const full = points.filter((point) => !point.running);
  const from = full[0];
  if (from === undefined) return `${definition.name} a week: no full week yet.`;
  const statistic = kind === 'count' ? '' : `, ${STATISTIC[stat]}`;
  const shown = full.flatMap(({ week, value }) => (value === null ? [] : [{ week, value }]));
  const ordered = shown.toSorted((one, other) => one.value - other.value);
  const say = (name: string, point: { week: string; value: number } | undefined) =>
    point === undefined
      ? []
      : [`${name} ${amount(point.value, definition.unit)} (week of ${calendarDate(point.week)})`];
  const extremes = [
    ...say('lowest', ordered[0]),
    ...say('highest', ordered.at(-1)),
    ...say('last', shown.at(-1)),
  ];
  const gaps = [
    {
      weeks: full.filter(({ state }) => state === 'too-few').length,
      why: `with too few ${definition.unit.endsWith('per person') ? 'people' : `${itemWords(definition).noun}s`}`,
    },
    {
      weeks: full.filter(({ state }) => state === 'not-reached').length,
      why: kind === 'count' ? 'still pending' : `whose ${STATISTIC[stat]} is not reached yet`,
    },
    { weeks: full.filter(({ state }) => state === 'empty').length, why: 'with nothing to measure' },
  ]
    .filter(({ weeks }) => weeks > 0)
    .map(({ weeks, why }) => `${count(weeks, 'week')} ${why}`);
  const title = `${definition.name} a week${statistic}: ${count(full.length, 'full week')} from ${calendarDate(from.week)}`;
  return `${[title, ...extremes, ...gaps].join('; ')}.`;
}
