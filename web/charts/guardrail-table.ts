import type { Guardrail } from '../../server/contract/index.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { guardrailAmount } from './prepare-costs.ts';

/** One row a point, the newest first. */
export function guardrailTable({
  points,
  weeks,
  definition,
  axis,
}: Guardrail & { axis: 'since-start' | 'calendar' }): {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
} {
  const when = (at: string | number) =>
    typeof at === 'string'
      ? calendarDate(at)
      : at < 0
        ? `${-at} to ${-at - weeks + 1} weeks before`
        : `week ${at + 1} to ${at + weeks} since`;
  const first =
    axis === 'calendar' ? (weeks === 1 ? 'Week of' : `${weeks} weeks from`) : 'Weeks since the start';
  const items = definition.items === 'issues' ? 'Issues' : 'Pull requests';
  return {
    columns: [first, definition.name, items],
    rows: points
      .toReversed()
      .map(({ at, value, n }) => [
        when(at),
        value === null
          ? n === 0
            ? 'no data'
            : `too few (${number(n)})`
          : guardrailAmount(value, definition.unit),
        number(n),
      ]),
  };
}
