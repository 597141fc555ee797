import { Definition } from '../../server/contract/definition.ts';
import type { ItemsView } from '../../server/contract/index.ts';
import { ItemLeftOut, ItemSort, ItemState } from '../../server/contract/items.ts';
import { OpenAge, Waiting } from '../../server/contract/open-work.ts';
import { possibleDay } from './calendar-day.ts';
import type { ListKind } from './use-list.ts';

/** What the address of a list of items holds beside the question that every page has. */
export type ItemsFilters = Pick<
  ItemsView,
  'measure' | 'week' | 'state' | 'leftOut' | 'waiting' | 'age' | 'id' | 'q' | 'sort' | 'order' | 'cursor'
>;

/** Which columns are shown: they do not all fit. */
export const columnGroups = ['overview', 'phases', 'dates'] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** `columns` is the web's own; left out: whichever suit the measure. */
export type ItemsPlace = ItemsFilters & { columns?: ColumnGroup };

const directions = ['asc', 'desc'] as const;

export const itemsNames: readonly string[] = [
  ...['measure', 'week', 'state', 'leftOut', 'waiting', 'age', 'id', 'q', 'sort', 'order', 'cursor'],
  'columns',
];

/** Reads what is a list's own from an address's query string; what it does not know comes back as it stood: `week=9w`. */
export function readItems(search: string): { place: ItemsPlace; unknown: string[] } {
  let place: ItemsPlace = {};
  const unknown: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (!itemsNames.includes(name)) continue;
    const read = readOne(name, value);
    if (read === null) unknown.push(`${name}=${value}`);
    else place = { ...place, ...read };
  }
  return { place, unknown };
}

/** Adds a list's own to the query string of a question, in one order whatever came first. */
export function withItems(question: string, place: ItemsPlace): string {
  const query = new URLSearchParams(question);
  for (const [name, value] of itemsNames.flatMap((one) =>
    Object.entries(place).filter(([key]) => key === one),
  ))
    query.append(name, value);
  return query.size === 0 ? '' : `?${query}`;
}

function readOne(name: string, value: string): ItemsPlace | null {
  if (name === 'measure')
    return orNull(among(Definition.properties.id.enum, value), (measure) => ({ measure }));
  if (name === 'week') return orNull(possibleDay(value), (week) => ({ week }));
  if (name === 'state') return orNull(among(ItemState.enum, value), (state) => ({ state }));
  if (name === 'leftOut') return orNull(among(ItemLeftOut.enum, value), (leftOut) => ({ leftOut }));
  if (name === 'waiting') return orNull(among(Waiting.enum, value), (waiting) => ({ waiting }));
  if (name === 'age') return orNull(among(OpenAge.enum, value), (age) => ({ age }));
  if (name === 'id') return orNull(upTo(400, value), (id) => ({ id }));
  if (name === 'q') return orNull(upTo(100, value), (q) => ({ q }));
  if (name === 'sort') return orNull(among(ItemSort.enum, value), (sort) => ({ sort }));
  if (name === 'order') return orNull(among(directions, value), (order) => ({ order }));
  if (name === 'columns') return orNull(among(columnGroups, value), (columns) => ({ columns }));
  return orNull(upTo(1000, value), (cursor) => ({ cursor }));
}

function among<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((known) => known === value);
}

function upTo(longest: number, value: string): string | undefined {
  return value.trim() !== '' && value.length <= longest ? value : undefined;
}

function orNull<Value, Read>(value: Value | undefined, read: (value: Value) => Read): Read | null {
  return value === undefined ? null : read(value);
}

/** The list itself: how its address is read and written. */
export const itemsList: ListKind<ItemsPlace> = {
  names: itemsNames,
  read: readItems,
  first: ({ cursor: _, ...place }) => place,
  bare: ({ columns, sort, order }) => ({
    ...(columns && { columns }),
    ...(sort && { sort }),
    ...(order && { order }),
  }),
  write: withItems,
};
