import type { Instant } from '../../model/instant.ts';
import { unexpected } from './sentences.ts';

/** Smaller numbers are seconds: in milliseconds they would lie before March 1973. */
const MILLISECONDS = 1e11;

/** `2026-03-02T09:00:00.000+0100`, or a number since 1970. Throws SourceError `unexpected-answer` when it is none. */
export function instantOf(created: string | number): Instant {
  if (typeof created === 'number') return Math.round(created < MILLISECONDS ? created * 1000 : created);
  const at = Date.parse(created.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(at)) throw unexpected(`"${created.slice(0, 40)}" where an instant was expected`, 'Jira');
  return at;
}
