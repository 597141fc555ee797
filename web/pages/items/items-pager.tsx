import { Link } from 'wouter';
import type { ItemsAnswer } from '../../../server/contract/index.ts';
import { number } from '../../../server/words/number.ts';
import type { AnyList } from '../../filters/use-items.ts';
import styles from './items-pager.module.css';

type ItemsPagerProps = {
  data: Pick<ItemsAnswer['data'], 'before' | 'count' | 'next' | 'previous'> & { shown: number };
  list: AnyList;
  turned: () => void;
};

/** Where this page lies in the list, and the ways to those beside it: links, so that each has an address. */
export function ItemsPager({ data, list, turned }: ItemsPagerProps) {
  const { before, count, next, previous } = data;
  const shown = `${number(before + 1)} to ${number(before + data.shown)} of ${number(count)}`;
  return (
    <nav className={styles.pager} aria-label="Pages of the list">
      <p className={styles.shown} data-part="shown">
        {shown}
      </p>
      <Turn label="Previous" cursor={previous} list={list} turned={turned} />
      <Turn label="Next" cursor={next} list={list} turned={turned} />
    </nav>
  );
}

type TurnProps = { label: string; cursor: string | null } & Pick<ItemsPagerProps, 'list' | 'turned'>;

function Turn({ label, cursor, list, turned }: TurnProps) {
  if (cursor === null) {
    return (
      <span className={styles.turn} data-off="">
        {label}
      </span>
    );
  }
  return (
    <Link className={styles.turn} href={list.hrefWith({ cursor })} onClick={turned}>
      {label}
    </Link>
  );
}
