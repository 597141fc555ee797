import { SourceError } from '../../net/source-error.ts';
import type { Refusal } from './answer.ts';

/** Why a repository cannot be read, as a sentence. */
export function hiddenBecause(name: string, host: string, refusal: Refusal | null): string {
  if (refusal !== null && refusal.authorise !== null)
    return `${name} cannot be read: its organisation wants single sign-on; authorise the token at ${refusal.authorise}.`;
  if (refusal?.type === 'FORBIDDEN')
    return `${name} cannot be read: ${host} forbids it to this token ("${refusal.says}").`;
  return `${name} is not on ${host}, or not shown to this token.`;
}

/** The same of one that was read before. */
export function lostBecause(name: string, host: string, refusal: Refusal | null): string {
  return `${hiddenBecause(name, host, refusal)} What was read of it stays.`;
}

/** For a repository that vanishes while it is read. */
export function vanished(name: string, host: string, refusals: readonly Refusal[]): SourceError {
  return new SourceError('repository-lost', lostBecause(name, host, refusals[0] ?? null));
}
