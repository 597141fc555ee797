import type { Item } from '../../../server/contract/index.ts';
import styles from './item-cell.module.css';
import type { Column } from './item-columns.ts';
import type { Clock, Shown } from './list-column.ts';

/** What an item has of a column; where it has nothing a dash, which is no zero. */
export function ItemCell({ column, item, clock }: { column: Column; item: Item; clock: Clock }) {
  return <ShownCell shown={column.shown(item, clock)} />;
}

export function ShownCell({ shown }: { shown: Shown }) {
  if ('none' in shown) {
    return (
      <>
        <span aria-hidden="true" className={styles.none}>
          –
        </span>
        <span className="heard">none: {shown.none}</span>
      </>
    );
  }
  return (
    <>
      {shown.text}
      {shown.small !== undefined && <span className={styles.small}> {shown.small}</span>}
    </>
  );
}
