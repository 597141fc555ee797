import { type ColumnGroup, columnGroups, type ItemsPlace } from '../../filters/items-filters.ts';
import { Select } from '../../filters/select.tsx';
import type { Items } from '../../filters/use-items.ts';
import { columnLabels, sorts } from './item-columns.ts';
import { ListNarrowing, type ListNarrowingProps, ordersOf } from './list-narrowing.tsx';

type ItemsNarrowingProps = Pick<ListNarrowingProps, 'sorted' | 'csv'> & {
  list: Items;
  columns: ColumnGroup;
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

/** What a list of pull requests is narrowed by. */
export function ItemsNarrowing({ list, columns, sorted, csv, narrow }: ItemsNarrowingProps) {
  const { place, hrefWith, go } = list;
  return (
    <ListNarrowing
      label="Title contains"
      place={place}
      columns={{ value: columns, options: shown }}
      orders={narrow ? orders : null}
      sorted={sorted}
      csv={csv}
      ask={(change) => go(hrefWith(change))}
    >
      <Select
        label="State"
        value={isOpen(place) ? 'open' : (place.state ?? any)}
        options={states}
        choose={(state) =>
          go(hrefWith({ state: state === any ? undefined : state, waiting: undefined, age: undefined }))
        }
      />
    </ListNarrowing>
  );
}

/** Only what is open waits for something, and has an age. */
const isOpen = ({ waiting, age }: ItemsPlace) => waiting !== undefined || age !== undefined;

const orders = ordersOf(sorts, (sort) => {
  if (sort === 'lines') return ['largest', 'smallest'];
  return sort === 'opened' || sort === 'merged' ? ['newest', 'oldest'] : ['longest', 'shortest'];
});
