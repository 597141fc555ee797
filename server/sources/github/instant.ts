import type { Instant } from '../../model/instant.ts';
import { unexpected } from './sentences.ts';

/** An ISO text as an instant. Throws SourceError `unexpected-answer` when it is none. */
export function instantOf(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw unexpected(`"${text.slice(0, 40)}" where an instant was expected`, 'GitHub');
  return at;
}

export function instantOrNull(text: string | null): Instant | null {
  return text === null ? null : instantOf(text);
}
