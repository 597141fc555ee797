import type { Coverage, CoveragePart } from '../../contract/health.ts';
import { usualView } from '../../contract/view.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { metricById } from '../../metrics/register.ts';
import type { Selection } from '../../metrics/selection.ts';
import { weeklyItems } from '../../metrics/weekly-items.ts';
import { weekLabel } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { count } from '../../words/number.ts';
import { missingOf } from '../left-out.ts';
import type { Held } from '../live.ts';
import type { AskedRepositories } from '../repositories.ts';
import { type Span, spanOf } from '../span.ts';
import { type KnownPart, knownParts } from './known-parts.ts';
import { placed } from './placed.ts';

/** Which measure's items have what is asked about: so that figures and this page can never say two things. */
export type MeasuredPart = Pick<CoveragePart, 'id' | 'name'> & { measure: MetricDefinition['id'] };

const PARTS: readonly MeasuredPart[] = [
  { id: 'human-review', measure: 'pickup-time', name: 'A human review is known' },
  { id: 'first-commit', measure: 'cycle-time', name: 'The first commit is known' },
  { id: 'deployment', measure: 'deploy-time', name: 'A deployment is known' },
  { id: 'size', measure: 'batch-size', name: 'The size is known' },
];

const LINKED: KnownPart = {
  ...{ id: 'issue', name: 'Linked to an issue', column: 'issues', none: 0 },
  why: 'that name no known issue',
  todo: 'A pull request is linked by the key of an issue, such as SHOP-12, in its title, the name of its branch, its text or its commits.',
};

const WORDS = { things: 'merged pull requests', owner: 'by who owns the repository', remedy: '' };

/** The full weeks that the page speaks of, and the pull requests merged in them. */
export type Reach = { span: Span; selection: Selection };

/** Null: no full week has been read. */
export function reachOf(held: Held, asked: AskedRepositories): Reach | null {
  const span = spanOf(held, asked, usualView);
  if (span === null || span.from >= span.end) return null;
  const { table: repositories, deploying } = asked;
  const weeks = { from: span.from, to: span.end - 1 };
  return { span, selection: { repositories, deploying, teams: null, ...weeks, by: 'merge' } };
}

/** How much of the merged work the measures can see; null: nothing was merged. */
export function coverageOf(held: Held, { span, selection }: Reach): Coverage | null {
  const measured = PARTS.map((part) => partOf(held, part, selection, span));
  // Where no tracker is read nobody can say what belongs to an issue.
  const linked = held.issues.freshness.length === 0 ? [] : knownParts(held, selection, [LINKED]).parts;
  const parts = [...measured, ...linked];
  const of = Math.max(0, ...parts.map((part) => part.of));
  if (of === 0) return null;
  return {
    sentence: `${count(of, 'pull request')} that take part in measures were merged in ${fullWeeksOf(span)}.`,
    of,
    parts,
    ...placed(held, selection, WORDS),
  };
}

/** "52 full weeks, from the week of 17 Nov 2025 to that of 9 Nov 2026" */
export function fullWeeksOf({ from, end }: Span): string {
  const [first, last] = [from, end - 1].map((week) => calendarDate(weekLabel(week)));
  if (end - from === 1) return `1 full week, that of ${first}`;
  return `${count(end - from, 'full week')}, from the week of ${first} to that of ${last}`;
}

/** How many of the items of a measure have a value, and why the others have none. */
export function partOf(
  { snapshot }: Held,
  { id, measure, name }: MeasuredPart,
  selection: Selection,
  span: Span,
): CoveragePart {
  const metric = metricById(measure);
  if (metric === null) throw new Error(`there is no measure ${measure}`);
  const items = weeklyItems(snapshot, metric, selection);
  const n = items.measured(selection.from, selection.to);
  const of = n + items.withoutValue(selection.from, selection.to);
  const missing = missingOf(metric, items, span).filter((one) => one.count > 0);
  return {
    id,
    name,
    n,
    of,
    share: of === 0 ? null : n / of,
    missing: missing.map(({ count: many, why, todo }) => ({ count: many, why, todo })),
  };
}
