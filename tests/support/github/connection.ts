import { refusal } from './refusal.ts';

export type PageArguments = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
};

/** Something at its place in an order; `id` decides between equal values. */
export type Placed<T> = { value: string; id: number; item: T };

export type Direction = 'ASC' | 'DESC';

type Window = { start: number; end: number };

/** A page of a list, under the names that every connection of GitHub has. What nobody asks for is not made. */
export class Connection<T> {
  readonly totalCount: number;
  readonly #items: readonly T[];
  readonly #window: Window;
  readonly #present: (item: T) => object | null;
  readonly #cursorAt: (position: number) => string;

  constructor(
    items: readonly T[],
    window: Window,
    present: (item: T) => object | null,
    cursorAt: (position: number) => string,
  ) {
    this.totalCount = items.length;
    this.#items = items;
    this.#window = window;
    this.#present = present;
    this.#cursorAt = cursorAt;
  }

  get nodes(): (object | null)[] {
    return this.#items.slice(this.#window.start, this.#window.end).map(this.#present);
  }

  get edges(): object[] {
    return this.nodes.map((node, at) => ({ node, cursor: this.#cursorAt(this.#window.start + at) }));
  }

  get pageInfo(): object {
    const { start, end } = this.#window;
    const some = end > start;
    return {
      hasNextPage: end < this.totalCount,
      hasPreviousPage: start > 0,
      startCursor: some ? this.#cursorAt(start) : null,
      endCursor: some ? this.#cursorAt(end - 1) : null,
    };
  }

  /** How many items this page has. */
  get pageCount(): number {
    return this.#window.end - this.#window.start;
  }

  /** How many items are left from this page's cursor on. */
  get filteredCount(): number {
    return this.totalCount - this.#window.start;
  }
}

/** A list that nothing is moved within while it is read: its cursors are positions. */
export function listConnection<T>(
  items: readonly T[],
  page: PageArguments,
  present: (item: T) => object | null,
): Connection<T> {
  const placeOf = (cursor: string): number => {
    const [position] = readCursor(cursor);
    if (typeof position !== 'number') throw invalidCursor(cursor);
    return position;
  };
  const after = page.after ? placeOf(page.after) + 1 : 0;
  const before = page.before ? placeOf(page.before) : items.length;
  return new Connection(items, windowOf(after, before, page, items.length), present, (at) => cursorOf([at]));
}

/**
 * A list whose cursors hold the value that it is sorted by and the id, so that an item that moves away shifts no other: what
 * follows a cursor is what is greater, wherever the item of the cursor has gone.
 */
export function keysetConnection<T>(
  sorted: readonly Placed<T>[],
  direction: Direction,
  page: PageArguments,
  present: (item: T) => object | null,
): Connection<Placed<T>> {
  const precedes = (a: { value: string; id: number }, b: { value: string; id: number }): boolean => {
    const less = a.value < b.value || (a.value === b.value && a.id < b.id);
    const same = a.value === b.value && a.id === b.id;
    return direction === 'ASC' ? less : !less && !same;
  };
  /** How many items come before the cursor's place; with `including`, or stand exactly there. */
  const countUpTo = (cursor: string, including: boolean): number => {
    const [value, id] = readCursor(cursor);
    if (typeof value !== 'string' || typeof id !== 'number') throw invalidCursor(cursor);
    const place = { value, id };
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = sorted[middle];
      const counts = item !== undefined && (precedes(item, place) || (including && !precedes(place, item)));
      if (counts) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const after = page.after ? countUpTo(page.after, true) : 0;
  const before = page.before ? countUpTo(page.before, false) : sorted.length;
  return new Connection(
    sorted,
    windowOf(after, before, page, sorted.length),
    ({ item }) => present(item),
    (at) => cursorOf([sorted[at]?.value ?? '', sorted[at]?.id ?? 0]),
  );
}

function windowOf(after: number, before: number, page: PageArguments, total: number): Window {
  let start = Math.min(Math.max(after, 0), total);
  let end = Math.max(start, Math.min(before, total));
  if (typeof page.first === 'number') end = Math.min(end, start + page.first);
  else if (typeof page.last === 'number') start = Math.max(start, end - page.last);
  else end = start;
  return { start, end };
}

const mark = 'cursor:v2:';

function cursorOf(place: (string | number)[]): string {
  return Buffer.from(mark + JSON.stringify(place)).toString('base64');
}

function readCursor(cursor: string): unknown[] {
  const text = Buffer.from(cursor, 'base64').toString();
  if (!text.startsWith(mark)) throw invalidCursor(cursor);
  const place: unknown = JSON.parse(text.slice(mark.length));
  return Array.isArray(place) ? place : [];
}

function invalidCursor(cursor: string): Error {
  return refusal('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
}
