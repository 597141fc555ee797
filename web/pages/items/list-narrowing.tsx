import { type FormEvent, type ReactNode, useState } from 'react';
import { Select } from '../../filters/select.tsx';
import styles from './list-narrowing.module.css';

/** What a list is narrowed by: its words, the order that it has, and ways to ask for others. */
export type ListNarrowingProps = {
  /** "Title contains" */
  label: string;
  place: { q?: string };
  columns: { value: string; options: readonly Option[] };
  /** Every order that it can have; null where heads of columns stand there to press. */
  orders: readonly Option[] | null;
  sorted: { sort: string; order: 'asc' | 'desc' } | null;
  csv: string;
  ask: (change: { q?: string | undefined; columns?: string; sort?: string; order?: string }) => void;
  /** The choices that only this list has. */
  children: ReactNode;
};

type Option = { readonly value: string; readonly label: string };

/** What only a list has: words, what became of the work, which columns are shown, and all of it as a file. */
export function ListNarrowing(props: ListNarrowingProps) {
  const { label, place, columns, orders, sorted, csv, ask, children } = props;
  return (
    <div className={styles.row}>
      <Search key={place.q ?? ''} label={label} place={place} find={(q) => ask({ q })} />
      <div className={styles.choices}>
        {children}
        <Select label="Columns" {...columns} choose={(chosen) => ask({ columns: chosen })} />
        {orders !== null && sorted !== null && (
          <Select
            label="Sorted by"
            value={`${sorted.sort} ${sorted.order}`}
            options={orders}
            choose={(chosen) => {
              const [sort = '', order = ''] = chosen.split(' ');
              ask({ sort, order });
            }}
          />
        )}
      </div>
      <a className={styles.csv} href={csv} download>
        All as CSV
      </a>
    </div>
  );
}

/** Both orders of everything that a list can be sorted by, in the words for more and less of it: "newest", "oldest". */
export function ordersOf(
  sorts: readonly Option[],
  words: (sort: string) => readonly [string, string],
): Option[] {
  return sorts.flatMap(({ value, label }) => {
    const [most, least] = words(value);
    return [
      { value: `${value} desc`, label: `${label}, ${most} first` },
      { value: `${value} asc`, label: `${label}, ${least} first` },
    ];
  });
}

type SearchProps = { label: string; place: { q?: string }; find: (words: string | undefined) => void };

/** Asks when Enter is pressed or the field is left, not at every letter: each search is a step in the history. */
function Search({ label, place, find }: SearchProps) {
  const before = place.q ?? '';
  const [words, say] = useState(before);
  const ask = () => {
    if (words.trim() !== before) find(words.trim() === '' ? undefined : words.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  return (
    <form className={styles.search} onSubmit={submit}>
      <label className={styles.field}>
        <span className="heard">{label}</span>
        <input
          type="search"
          className={styles.input}
          placeholder={label}
          maxLength={100}
          value={words}
          onChange={(event) => say(event.currentTarget.value)}
          onBlur={ask}
          onKeyDown={(event) => {
            // The nearer meaning of Esc: it empties the field, and the filters stay.
            if (event.key !== 'Escape' || words === '') return;
            event.preventDefault();
            say('');
          }}
        />
      </label>
    </form>
  );
}
