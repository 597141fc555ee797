import { type IssueColumnGroup, issueColumnGroups } from '../../filters/issues-filters.ts';
import { Select } from '../../filters/select.tsx';
import type { Issues } from '../../filters/use-items.ts';
import { issueColumnLabels, issueSorts } from './issue-columns.ts';
import styles from './items-narrowing.module.css';
import { Search } from './items-narrowing.tsx';

type IssuesNarrowingProps = {
  list: Issues;
  columns: IssueColumnGroup;
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
  { value: 'in-progress', label: 'In progress' },
  { value: 'finished', label: 'Finished' },
  { value: 'declined', label: 'Closed without delivery' },
  { value: 'left-out', label: 'Left out of measures' },
] as const;
const links = [
  { value: any, label: 'Any' },
  { value: 'yes', label: 'Linked' },
  { value: 'no', label: 'Not linked' },
] as const;
const shown = issueColumnGroups.map((value) => ({ value, label: issueColumnLabels[value] }));
const dated = ['created', 'started', 'finished'];

const orders = issueSorts.flatMap(({ value, label }) => {
  const [most, least] = dated.includes(value)
    ? ['newest', 'oldest']
    : value === 'flow-efficiency'
      ? ['most', 'least']
      : ['longest', 'shortest'];
  return [
    { value: `${value} desc`, label: `${label}, ${most} first` },
    { value: `${value} asc`, label: `${label}, ${least} first` },
  ];
});

/** What only a list of issues has: words of key and title, what became of the work, whether it is linked, and the columns. */
export function IssuesNarrowing({ list, columns, sorted, csv, narrow }: IssuesNarrowingProps) {
  const { place, hrefWith, go } = list;
  return (
    <div className={styles.row}>
      <Search
        key={place.q ?? ''}
        label="Key or title contains"
        place={place}
        find={(q) => go(hrefWith({ q }))}
      />
      <div className={styles.choices}>
        <Select
          label="State"
          value={place.state ?? any}
          options={states}
          choose={(state) => go(hrefWith({ state: state === any ? undefined : state }))}
        />
        <Select
          label="Pull requests"
          value={place.linked ?? any}
          options={links}
          choose={(linked) => go(hrefWith({ linked: linked === any ? undefined : linked }))}
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
