import type { GitIdentity } from '../../model/commit.ts';

/** Longer than any name with its address. */
const LONGEST = 300;
const APART = /[\s<>()"'’`,;]/;

/**
 * Name and address of a trailer's value as people and tools write them: brackets may be missing, left open, escaped as HTML or
 * stuck to the name. `rest`: what follows the address. An empty address: there is none, also where brackets hold something else.
 */
export function addressIn(value: string): GitIdentity & { rest: string } {
  const text = value.slice(0, LONGEST).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const open = text.indexOf('<');
  const token = tokenIn(text, open + 1);
  if (token === null) return { name: unbracketed(text).trim(), email: '', rest: '' };
  const name = text.slice(0, open === -1 ? token.start : open);
  const rest = text.slice(token.end).replace(/^[>"'’`,;.)]{1,8}/, '');
  return { name: name.trim(), email: text.slice(token.start, token.end), rest: rest.trim() };
}

function unbracketed(text: string): string {
  const open = text.indexOf('<');
  return open > 0 && text.trimEnd().endsWith('>') ? text.slice(0, open) : text;
}

/** The first word with an `@` inside. */
function tokenIn(text: string, from: number): { start: number; end: number } | null {
  for (let at = text.indexOf('@', from); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && !APART.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && !APART.test(text.charAt(end))) end += 1;
    if (start < at && end > at + 1) return { start, end };
    at = end - 1;
  }
  return null;
}
