import type { Coverage, CoveragePart } from '../../contract/health.ts';
import { usualView } from '../../contract/view.ts';
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
import { placed } from './placed.ts';

/** Which measure's items have what is asked about: so that figures and this page can never say two things. */
const PARTS = [
  { id: 'human-review', measure: 'pickup-time', name: 'A human review is known' },
  { id: 'first-commit', measure: 'cycle-time', name: 'The first commit is known' },
  { id: 'deployment', measure: 'deploy-time', name: 'A deployment is known' },
  { id: 'size', measure: 'batch-size', name: 'The size is known' },
] as const;

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
  const parts = PARTS.map((part) => partOf(held, part, selection, span));
  const of = Math.max(0, ...parts.map((part) => part.of));
  if (of === 0) return null;
  const weeks = span.end - span.from;
  const [first, last] = [span.from, span.end - 1].map((week) => calendarDate(weekLabel(week)));
  const when =
    weeks === 1
      ? `1 full week, that of ${first}`
      : `${count(weeks, 'full week')}, from the week of ${first} to that of ${last}`;
  return {
    sentence: `${count(of, 'pull request')} that take part in measures were merged in ${when}.`,
    of,
    parts,
    ...placed(held, selection),
  };
}

function partOf(
  { snapshot }: Held,
  { id, measure, name }: (typeof PARTS)[number],
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
