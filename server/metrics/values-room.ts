import { scratch } from './scratch.ts';

const room = scratch();
let owner: object | null = null;

/** The one room for the values of a question's items; whoever had it before has to find theirs again. */
export function roomForValues(me: object, size: number): Int32Array {
  owner = me;
  return room(size);
}

export function hasRoom(me: object): boolean {
  return owner === me;
}
