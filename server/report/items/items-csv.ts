import type { ItemsView } from '../../contract/items.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { cell } from '../export-csv.ts';
import type { Held } from '../live.ts';
import { type Cell, filterColumns, itemColumns } from './csv-columns.ts';
import { everyRow } from './every-row.ts';
import { itemsIn } from './item.ts';
import type { ItemStore } from './item-store.ts';
import { type ItemsQuestion, resolveItemsQuestion } from './items-question.ts';
import { selected } from './selected.ts';
import { sortKey } from './sort-key.ts';
import { titledOf } from './title-search.ts';

/** So many lines leave at once: some milliseconds of work. */
const BATCH = 500;

/**
 * All items that a question selects, whatever its limit and cursor, as RFC 4180, in the order of the list. The filters are
 * columns, as in the CSV of a series. Throws QuestionError at once on what may not be asked.
 */
export function itemsCsv(held: Held, store: ItemStore, view: ItemsView): AsyncGenerator<string> {
  const { cursor: _, limit: _limit, ...whole } = view;
  return lines(held, store, resolveItemsQuestion(held, whole));
}

async function* lines(held: Held, store: ItemStore, question: ItemsQuestion): AsyncGenerator<string> {
  const { asked } = question;
  const filters = filterColumns(held, question);
  yield line([...itemColumns.map(([name]) => name), ...filters.map(([name]) => name)]);
  const titled = await titledOf(held, store, asked.q);
  const rows = everyRow(held.snapshot, selected(held, question, titled), sortKey(question));
  const itemOf = itemsIn(held, question);
  const about = filters.map(([, value]) => value);
  for (let from = 0; from < rows.size; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    const titles = await store.itemTitles(some.map(({ chunk, row }) => idOf(held.snapshot, chunk, row)));
    yield some
      .map(({ chunk, row }) => {
        const item = itemOf(chunk, row, titles);
        return line([...itemColumns.map(([, value]) => value(item)), ...about]);
      })
      .join('');
  }
}

export function line(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** "uptake-items-pickup-time-2026-08-10.csv" */
export function itemsCsvName({ measure, week }: ItemsView): string {
  return `${['uptake', 'items', measure, week].filter((part) => part !== undefined).join('-')}.csv`;
}
