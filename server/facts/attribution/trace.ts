import type { Attribution } from './evidence.ts';

/**
 * How sure it is that an AI took part in writing: a mark that only a vendor's tool leaves, one that people may have touched, at least
 * something (a suggestion that was taken, a weak mark), nothing. An AI that only reviewed wrote nothing.
 */
export type Trace = 'certain' | 'strong' | 'trace' | 'none';

/** The store says the same in its own words where rules change (`attribution-rules.ts`). */
export function traceOf({ level, strength, evidence }: Attribution): Trace {
  if ((level === 'agent' || level === 'assisted') && strength !== null) return strength;
  return evidence.some(({ role }) => role !== 'reviewed') ? 'trace' : 'none';
}
