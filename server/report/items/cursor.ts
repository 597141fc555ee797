import { QuestionError } from '../../model/errors.ts';

/** The place of a page: behind or before the item with this key. */
export type Cursor = { side: 'after' | 'before'; generation: number; key: number; id: string };

/** The list that a page is of, whatever it lists. */
type Asked = { limit: number };

type Written = [side: string, generation: number, key: number, id: string, seal: string];

/** An opaque text, good for the same list only. */
export function writeCursor(cursor: Cursor, asked: Asked): string {
  const { side, generation, key, id } = cursor;
  const written: Written = [side, generation, key, id, seal(cursor, asked)];
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** Throws QuestionError on what was never given out, or for another list. */
export function readCursor(text: string, asked: Asked): Cursor {
  const parsed = parse(text);
  if (Array.isArray(parsed) && parsed.length === 5) {
    const [side, generation, key, id, sealed] = parsed;
    const whole = Number.isSafeInteger(generation) && Number.isSafeInteger(key) && typeof id === 'string';
    if ((side === 'after' || side === 'before') && whole) {
      const cursor: Cursor = { side, generation, key, id };
      if (sealed === seal(cursor, asked)) return cursor;
    }
  }
  const message = 'This cursor is none that was given out for this list: ask without one for its first page.';
  throw new QuestionError('unknown-cursor', message, 'cursor');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Tells apart lists, not people: whoever takes the trouble to forge one gets a page that they may see anyway. */
function seal({ side, generation, key, id }: Cursor, asked: Asked): string {
  const { limit: _, ...list } = asked;
  const content = JSON.stringify([side, generation, key, id, list]);
  return [2166136261, 3339451269].map((seed) => hash(content, seed).toString(36)).join('');
}

/** FNV-1a: no two lists of one program are likely to have the same, and no more is asked of it. */
function hash(text: string, seed: number): number {
  let found = seed;
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 16777619);
  return found >>> 0;
}
