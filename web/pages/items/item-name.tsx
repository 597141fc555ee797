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
  const { repository, number, title, link, state, standing, why } = item;
  const name = number === null ? repository : `${repository} #${number}`;
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
          <span className={styles.state} data-state={state}>
            {states[state]}
          </span>
          {!said.includes(why) && standing !== 'not-merged' && (
            <span className={standing === 'counted' ? undefined : styles.why}>{why}</span>
          )}
        </span>
      </div>
    </div>
  );
}
