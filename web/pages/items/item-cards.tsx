import { useId } from 'react';
import type { Item } from '../../../server/contract/index.ts';
import styles from './item-cards.module.css';
import { ItemCell } from './item-cell.tsx';
import { ItemName } from './item-name.tsx';
import type { ItemListProps } from './items-table.tsx';
import { LazyWhyPanel } from './lazy-why-panel.tsx';

type ItemCardsProps = Omit<ItemListProps, 'sortBy'>;

/** Where a table has no room, each item is a card with the columns below its title. */
export function ItemCards(props: ItemCardsProps) {
  return (
    <ul className={styles.cards} aria-label={props.answer.data.finding} data-rows="items">
      {props.answer.data.items.map((item) => (
        <Card key={item.id} item={item} {...props} />
      ))}
    </ul>
  );
}

function Card({ item, answer, view, columns, opened }: ItemCardsProps & { item: Item }) {
  const panel = useId();
  const open = opened.is(item.id);
  const { zone } = answer.data;
  const toggle = () => opened.toggle(item.id);
  return (
    <li className={styles.card} data-item={item.id}>
      <ItemName item={item} open={open} panel={panel} toggle={toggle} />
      <dl className={styles.values}>
        {columns.map((column) => (
          <div key={column.key} data-sorted={column.sort !== null && column.sort === answer.asked.sort}>
            <dt>{column.label}</dt>
            <dd>
              <ItemCell column={column} item={item} clock={{ zone, hours: answer.asked.hours }} />
            </dd>
          </div>
        ))}
      </dl>
      {open && (
        <div className={styles.panel}>
          <LazyWhyPanel
            id={panel}
            item={item}
            measure={answer.asked.measure}
            view={view}
            zone={zone}
            close={toggle}
          />
        </div>
      )}
    </li>
  );
}
