import { type FormEvent, useState } from 'react';
import { type ColumnGroup, columnGroups, type ItemsPlace } from '../../filters/items-filters.ts';
import { Select } from '../../filters/select.tsx';
import type { Items } from '../../filters/use-items.ts';
import { columnLabels, sorts } from './item-columns.ts';
import styles from './items-narrowing.module.css';

type ItemsNarrowingProps = {
  list: Items;
  columns: ColumnGroup;
  /** The order that the list has. */
  sorted: { sort: string; order: 'asc' | 'desc' } | null;
  csv: string;
  /** There are no heads of columns to press. */
  narrow: boolean;
};

const any = '';
const states = [
  { value: any, label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'merged', label: 'Merged' },
  { value: 'closed', label: 'Closed without a merge' },
  { value: 'left-out', label: 'Left out of measures' },
] as const;
const shown = columnGroups.map((value) => ({ value, label: columnLabels[value] }));

/** What only a list has: words of the title, what became of the work, and which columns are shown. */
export function ItemsNarrowing({ list, columns, sorted, csv, narrow }: ItemsNarrowingProps) {
  const { place, hrefWith, go } = list;
  return (
    <div className={styles.row}>
      <Search key={place.q ?? ''} label="Title contains" place={place} find={(q) => go(hrefWith({ q }))} />
      <div className={styles.choices}>
        <Select
          label="State"
          value={isOpen(place) ? 'open' : (place.state ?? any)}
          options={states}
          choose={(state) =>
            go(hrefWith({ state: state === any ? undefined : state, waiting: undefined, age: undefined }))
          }
        />
        <Select
          label="Columns"
          value={columns}
          options={shown}
          choose={(chosen) => go(hrefWith({ columns: chosen }))}
        />
        {narrow && sorted !== null && (
          <Select
            label="Sorted by"
            value={`${sorted.sort} ${sorted.order}`}
            options={orders}
            choose={(chosen) => {
              const [sort, order] = chosen.split(' ');
              go(hrefWith({ sort, order }));
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

/** Only what is open waits for something, and has an age. */
const isOpen = ({ waiting, age }: ItemsPlace) => waiting !== undefined || age !== undefined;

const dated = (sort: string) => sort === 'opened' || sort === 'merged';

const orders = sorts.flatMap(({ value, label }) => {
  const ways =
    value === 'lines'
      ? ['largest', 'smallest']
      : dated(value)
        ? ['newest', 'oldest']
        : ['longest', 'shortest'];
  return [
    { value: `${value} desc`, label: `${label}, ${ways[0]} first` },
    { value: `${value} asc`, label: `${label}, ${ways[1]} first` },
  ];
});

type SearchProps = {
  label: string;
  place: { q?: string };
  find: (words: string | undefined) => void;
};

/** Asks when Enter is pressed or the field is left, not at every letter: each search is a step in the history. */
export function Search({ label, place, find }: SearchProps) {
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
