import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the room for short-lived objects as it is. After a large load V8 would make it 128 MB, for good; but facts lie in arrays
 * outside of it, and a question makes half a megabyte of objects.
 */
export function keepYoungSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
