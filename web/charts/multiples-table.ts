import type { TeamMultiples } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { type LinkedTable, partNames } from './linked-table.ts';

/** One row a period, one column a team, the latest first; then the whole window, or what was before and after. */
export function multiplesTable(
  { panels, periods, weeks, definition }: TeamMultiples,
  itemsOf: (period: { from: string; to: string }) => string,
): LinkedTable {
  const cell = (value: number | null | undefined, n: number) =>
    value == null ? (n === 0 ? 'no data' : `too few (${number(n)})`) : amount(value, definition.unit);
  const order = periods.map((_, place) => periods.length - 1 - place);
  const whole = (panels[0]?.parts ?? []).map((part, place) => ({ part, place }));
  return {
    columns: [weeks === 1 ? 'Week of' : `${weeks} weeks from`, ...panels.map(({ name }) => name)],
    rows: [
      ...whole.map(({ part, place }) => [
        partNames[part.part],
        ...panels.map(({ parts }) => cell(parts[place]?.value, parts[place]?.n ?? 0)),
      ]),
      ...order.map((place) => [
        calendarDate(periods[place]?.from ?? ''),
        ...panels.map(({ values, counts }) => cell(values[place], counts[place] ?? 0)),
      ]),
    ],
    links: [
      ...whole.map(({ part }) => itemsOf(part)),
      ...order.map((place) => itemsOf(periods[place] ?? { from: '', to: '' })),
    ],
  };
}
