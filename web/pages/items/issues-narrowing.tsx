import { type IssueColumnGroup, issueColumnGroups } from '../../filters/issues-filters.ts';
import { Select } from '../../filters/select.tsx';
import type { Issues } from '../../filters/use-items.ts';
import { issueColumnLabels, issueSorts } from './issue-columns.ts';
import { ListNarrowing, type ListNarrowingProps, ordersOf } from './list-narrowing.tsx';

type IssuesNarrowingProps = Pick<ListNarrowingProps, 'sorted' | 'csv'> & {
  list: Issues;
  columns: IssueColumnGroup;
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

/** What a list of issues is narrowed by: also whether a pull request names them. */
export function IssuesNarrowing({ list, columns, sorted, csv, narrow }: IssuesNarrowingProps) {
  const { place, hrefWith, go } = list;
  return (
    <ListNarrowing
      label="Key or title contains"
      place={place}
      columns={{ value: columns, options: shown }}
      orders={narrow ? orders : null}
      sorted={sorted}
      csv={csv}
      ask={(change) => go(hrefWith(change))}
    >
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
    </ListNarrowing>
  );
}

const dated = ['created', 'started', 'finished'];

const orders = ordersOf(issueSorts, (sort) => {
  if (dated.includes(sort)) return ['newest', 'oldest'];
  return sort === 'flow-efficiency' ? ['most', 'least'] : ['longest', 'shortest'];
});
