import type { Scatter } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import type { LinkedTable } from './linked-table.ts';

/** The percentiles of all, then the pull requests that are drawn, the latest day first. */
export function scatterTable(
  scatter: Scatter,
  by: 'opening' | 'merge',
  nameOf: (repository: string) => string,
  itemOf: (id: string) => string,
): LinkedTable {
  const { marks, repositories, from } = scatter;
  const first = Date.parse(`${from}T00:00:00Z`);
  const order = marks.day.map((_, mark) => marks.day.length - 1 - mark);
  const dayOf = (day: number) => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
  const lines: [string, number][] =
    scatter.p50 === null || scatter.p85 === null
      ? []
      : [
          ['Half', scatter.p50],
          ['85 %', scatter.p85],
        ];
  const repositoryOf = (mark: number) => repositories[marks.repository[mark] ?? 0] ?? '';
  return {
    columns: ['Pull request', by === 'opening' ? 'Opened' : 'Merged', scatter.definition.name],
    rows: [
      ...lines.map(([share, value]) => [
        `${share} of all within`,
        '',
        amount(value, scatter.definition.unit),
      ]),
      ...order.map((mark) => [
        `${nameOf(repositoryOf(mark))}#${marks.number[mark]}`,
        calendarDate(dayOf(marks.day[mark] ?? 0)),
        amount(marks.hours[mark] ?? 0, scatter.definition.unit),
      ]),
    ],
    links: [
      ...lines.map(() => null),
      ...order.map((mark) => itemOf(`${repositoryOf(mark)}#${marks.number[mark]}`)),
    ],
  };
}
