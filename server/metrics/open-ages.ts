import { scratch } from './scratch.ts';

/** How old items are at the ends of the weeks in which they are open. */
export type OpenAges = {
  /** One that is open at the ends from one place up to, without, another. */
  add(since: number, first: number, last: number): void;
  /** When all are added. */
  gather(): void;
  /** Whether the ages are still there: the room for them is everybody's. */
  isKept(): boolean;
  /** The ages at one end, in minutes, until the next are asked for: quickest from the first end on. */
  of(place: number): Int32Array;
};

const rooms = { since: scratch(), first: scratch(), last: scratch(), order: scratch(), open: scratch() };
const roomForAges = scratch();
let owner: object | null = null;

/**
 * Remembers each stay once, and goes along the ends: what is open at the next one is what still is of those open at the one before,
 * and what comes. All ages at all ends would be a multiple of that.
 */
export function openAges(me: object, ends: Int32Array): OpenAges {
  let size = 0;
  let [since, first, last] = [rooms.since(1024), rooms.first(1024), rooms.last(1024)];
  let order: Int32Array = new Int32Array(0);
  const next = new Int32Array(ends.length + 1);
  let [at, open] = [-1, 0];

  function makeRoom(): void {
    const wider = (room: (size: number) => Int32Array, values: Int32Array) => {
      const copy = values.slice();
      const found = room(2 * copy.length);
      found.set(copy);
      return found;
    };
    since = wider(rooms.since, since);
    first = wider(rooms.first, first);
    last = wider(rooms.last, last);
  }

  /** What is open at the next end. */
  function step(): void {
    const isOpen = rooms.open(size);
    at += 1;
    let still = 0;
    for (let place = 0; place < open; place++) {
      const stay = isOpen[place] ?? 0;
      if ((last[stay] ?? 0) <= at) continue;
      isOpen[still] = stay;
      still += 1;
    }
    for (let place = next[at] ?? 0; place < (next[at + 1] ?? 0); place++) {
      isOpen[still] = order[place] ?? 0;
      still += 1;
    }
    open = still;
  }

  return {
    add(from, begin, end) {
      if (begin >= end) return;
      if (size === since.length) makeRoom();
      since[size] = from;
      first[size] = begin;
      last[size] = end;
      size += 1;
    },
    gather() {
      for (let stay = 0; stay < size; stay++) {
        const begin = first[stay] ?? 0;
        next[begin + 1] = (next[begin + 1] ?? 0) + 1;
      }
      for (let place = 1; place < next.length; place++)
        next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
      order = rooms.order(size);
      const to = next.slice();
      for (let stay = 0; stay < size; stay++) {
        const begin = first[stay] ?? 0;
        order[to[begin] ?? 0] = stay;
        to[begin] = (to[begin] ?? 0) + 1;
      }
      owner = me;
    },
    isKept: () => owner === me,
    of(place) {
      if (place < at) [at, open] = [-1, 0];
      while (at < place) step();
      const ages = roomForAges(open);
      const isOpen = rooms.open(size);
      const end = ends[place] ?? 0;
      for (let stay = 0; stay < open; stay++) ages[stay] = end - (since[isOpen[stay] ?? 0] ?? 0);
      return ages;
    },
  };
}
