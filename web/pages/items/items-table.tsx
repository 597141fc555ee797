import { Fragment, useId } from 'react';
import type { Item, ItemsAnswer, View } from '../../../server/contract/index.ts';
import { ItemCell } from './item-cell.tsx';
import type { Column } from './item-columns.ts';
import { ItemName } from './item-name.tsx';
import styles from './items-table.module.css';
import { LazyWhyPanel } from './lazy-why-panel.tsx';
import type { Opened } from './use-opened.ts';

export type ItemListProps = {
  answer: ItemsAnswer;
  /** What was asked for, as the address has it. */
  view: View;
  columns: readonly Column[];
  opened: Opened;
  sortBy: (sort: string, order: 'asc' | 'desc') => void;
};

/** A box that scrolls must take the focus, or Safari's keyboard could not scroll it. */
const scrolledByKeys = { tabIndex: 0 };

/** Where there is room, items are rows; a row opens below itself. */
export function ItemsTable({ answer, view, columns, opened, sortBy }: ItemListProps) {
  const { asked, data } = answer;
  return (
    <section className={styles.scroller} aria-label={`Items: ${data.finding}`} {...scrolledByKeys}>
      <table className={styles.table} data-rows="items">
        <caption className="heard">{data.finding}</caption>
        <thead>
          <tr>
            <th scope="col">Title</th>
            {columns.map((column) => (
              <Head key={column.key} column={column} asked={asked} sortBy={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map((item) => (
            <Row key={item.id} item={item} answer={answer} view={view} columns={columns} opened={opened} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = Pick<ItemListProps, 'sortBy'> & {
  column: { sort: string | null; label: string; numeric: boolean };
  asked: { sort: string; order: 'asc' | 'desc' };
};

/** The head of a column: a button where the list can be sorted by it. */
export function Head({ column, asked, sortBy }: HeadProps) {
  const { sort, label, numeric } = column;
  const side = numeric ? styles.numeric : undefined;
  if (sort === null) {
    return (
      <th scope="col" className={side}>
        {label}
      </th>
    );
  }
  const on = asked.sort === sort;
  const order = on ? (asked.order === 'asc' ? 'ascending' : 'descending') : 'none';
  return (
    <th scope="col" className={side} aria-sort={order}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => sortBy(sort, on && asked.order === 'desc' ? 'asc' : 'desc')}
      >
        {label}
      </button>
    </th>
  );
}

type RowProps = Pick<ItemListProps, 'answer' | 'view' | 'columns' | 'opened'> & { item: Item };

function Row({ item, answer, view, columns, opened }: RowProps) {
  const panel = useId();
  const open = opened.is(item.id);
  const { zone } = answer.data;
  return (
    <Fragment>
      <tr className={open ? styles.open : undefined} data-item={item.id}>
        <th scope="row">
          <ItemName item={item} open={open} panel={panel} toggle={() => opened.toggle(item.id)} />
        </th>
        {columns.map((column) => (
          <td
            key={column.key}
            className={column.numeric ? styles.numeric : undefined}
            data-sorted={column.sort !== null && column.sort === answer.asked.sort}
          >
            <ItemCell column={column} item={item} clock={{ zone, hours: answer.asked.hours }} />
          </td>
        ))}
      </tr>
      {open && (
        <tr className={styles.panel}>
          <td colSpan={columns.length + 1}>
            <div className={styles.inside}>
              <LazyWhyPanel
                id={panel}
                item={item}
                measure={answer.asked.measure}
                view={view}
                zone={zone}
                close={() => opened.toggle(item.id)}
              />
            </div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}
