import { scratch } from './scratch.ts';

/** How old items are at the ends of the weeks in which they are open. */
export type OpenAges = {
  /** One that is open at the ends from one place up to, without, another. */
  add(since: number, first: number, last: number): void;
  /** When all are added. */
  gather(): void;
  /** Whether the ages are still there: the room for them is everybody's. */
  isKept(): boolean;
  /** The ages at one end, in minutes. */
  of(place: number): Int32Array;
};

const roomForAges = scratch();
let owner: object | null = null;

export function openAges(me: object, ends: Int32Array): OpenAges {
  const stays: number[] = [];
  const until = new Int32Array(ends.length + 1);
  let ages: Int32Array = new Int32Array(0);
  return {
    add(since, first, last) {
      stays.push(since, first, last);
    },
    gather() {
      for (let at = 0; at < stays.length; at += 3) {
        for (let place = stays[at + 1] ?? 0; place < (stays[at + 2] ?? 0); place++) {
          until[place + 1] = (until[place + 1] ?? 0) + 1;
        }
      }
      for (let place = 1; place < until.length; place++) {
        until[place] = (until[place] ?? 0) + (until[place - 1] ?? 0);
      }
      ages = roomForAges(until[ends.length] ?? 0);
      const next = until.slice();
      for (let at = 0; at < stays.length; at += 3) {
        for (let place = stays[at + 1] ?? 0; place < (stays[at + 2] ?? 0); place++) {
          const to = next[place] ?? 0;
          ages[to] = (ends[place] ?? 0) - (stays[at] ?? 0);
          next[place] = to + 1;
        }
      }
      stays.length = 0;
      owner = me;
    },
    isKept: () => owner === me,
    of: (place) => ages.subarray(until[place] ?? 0, until[place + 1] ?? 0),
  };
}
