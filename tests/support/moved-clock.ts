import { readFileSync } from 'node:fs';

// Loaded before a program (`--import`), so that its clock and that of its children goes as a test says: UPTAKE_TEST_CLOCK names
// a file with the milliseconds to be added. It is read again all the while, since a night is passed by writing another number.

const EVERY_MS = 50;
const file = process.env.UPTAKE_TEST_CLOCK ?? '';
const Real = Date;
let ahead = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now(): number {
  if (performance.now() > readAt + EVERY_MS) {
    readAt = performance.now();
    ahead = Number(readFileSync(file, 'utf8'));
  }
  return Real.now() + ahead;
}

globalThis.Date = new Proxy(Real, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name, as) => (name === 'now' ? now : Reflect.get(target, name, as)),
});
