import type { Item } from '../../../server/contract/index.ts';
import styles from './item-name.module.css';

type ItemNameProps = {
  item: Item;
  open: boolean;
  /** The panel that the button opens. */
  panel: string;
  toggle: () => void;
};

const states: Record<Item['state'], string> = { open: 'Open', merged: 'Merged', closed: 'Closed' };

/** What the list says of itself, or the state of the item. */
const said: readonly string[] = ['Counted', 'Takes part in measures'];

/** What an item is called, where it can be read, and a button that opens why it is counted. */
export function ItemName({ item, open, panel, toggle }: ItemNameProps) {
  const { repository, number, state } = item;
  const name = number === null ? repository : `${repository} #${number}`;
  const look = { name, state: states[state], filled: state };
  return <RowName row={item} look={look} open={open} panel={panel} toggle={toggle} />;
}

type RowNameProps = Omit<ItemNameProps, 'item'> & {
  row: Pick<Item, 'title' | 'link' | 'standing' | 'why'>;
  /** Its name, its state in words, and the mark of that: hollow, full or grey. */
  look: { name: string; state: string; filled: Item['state'] };
};

/** The same of any row of a list. */
export function RowName({ row, look, open, panel, toggle }: RowNameProps) {
  const { title, link, standing, why } = row;
  const { name } = look;
  const words = title ?? 'No title is known any more';
  return (
    <div className={styles.name}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={toggle}
        onKeyDown={(event) => {
          // The nearer meaning of Esc: the filters stay.
          if (event.key !== 'Escape' || !open) return;
          event.preventDefault();
          toggle();
        }}
      >
        <span className="heard">
          Why is this counted or left out: {name}, {words}
        </span>
      </button>
      <div className={styles.words}>
        {link === null ? (
          <span className={styles.title}>{words}</span>
        ) : (
          <a className={styles.title} href={link} target="_blank" rel="noreferrer">
            {words}
          </a>
        )}
        <span className={styles.place}>
          {name}
          <span className={styles.state} data-state={look.filled}>
            {look.state}
          </span>
          {!said.includes(why) && standing !== 'not-merged' && (
            <span className={standing === 'counted' ? undefined : styles.why}>{why}</span>
          )}
        </span>
      </div>
    </div>
  );
}
