import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what loading has used up, and keeps the room for short-lived objects as small as it is then. By itself V8 would leave it
 * at dozens of megabytes, for good; but facts lie in arrays outside of it, and a question makes about a megabyte of objects.
 */
export function leaveLoadingBehind(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort', execution: 'sync' });
  setFlagsFromString('--semi-space-growth-factor=1');
}
