/** A trailer, or a phrase that stands for one. `label` as it was written; of a phrase all of it. */
export type Named = { kind: 'person' | 'tool'; key: string; label: string; value: string };

const PEOPLE: ReadonlySet<string> = new Set([
  'co-authored-by',
  'coauthored-by',
  'co-author',
  'co-developed-by',
  'signed-off-by',
]);
const LONGEST_KEY = 40;
const LONGEST_VALUE = 300;
/** One line of a squash that has lost its line ends holds no more. */
const MOST_INLINE = 40;

/** What people put before it: "This PR was", "All unit tests", "Mostly". */
const SUBJECT =
  '(?:(?:this|the|these|all|some|most|mostly|entirely|partially|partly|largely|fully|initially|initial|first|unit|regression|new|code|tests?|docs?|documentation|fix|patch|changes?|commit|pr|pull|request|branch|feature|version|draft|implementation|was|were|is|are|co)[ -]){0,5}';
const PHRASE = new RegExp(
  `^${SUBJECT}(generated|created|developed|written|made|built|coded|implemented|assisted|authored|produced) (with|by|using) (?:(?:the )?(?:assistance|help|support) (?:from|of) )?(.{2,200})$`,
  'i',
);

/** What a line names: the trailer that it is, the phrase that it is, and the co-authors within it. `head`: without its ornaments. */
export function namedIn(line: string, head: string): Named[] {
  const trailer = trailerIn(head);
  const phrase = trailer === null ? phraseIn(head) : null;
  return [...(trailer ?? []), ...(phrase ?? []), ...inline(line)];
}

function trailerIn(head: string): Named[] | null {
  const colon = head.indexOf(':');
  if (colon < 4 || colon > LONGEST_KEY) return null;
  const label = head.slice(0, colon).replaceAll(/[*_`]/g, '').trim();
  const key = label.toLowerCase().replaceAll(' ', '-');
  if (!/^[a-z]+(?:-[a-z]+){1,4}$/.test(key)) return null;
  const value = head
    .slice(colon + 1, colon + 1 + LONGEST_VALUE)
    .replace(/^[\s*_]{1,8}/, '')
    .trim();
  return [{ kind: PEOPLE.has(key) ? 'person' : 'tool', key, label, value }];
}

function phraseIn(head: string): Named[] | null {
  if (head.length > LONGEST_VALUE) return null;
  const match = PHRASE.exec(head);
  const [, verb = '', word = '', value = ''] = match ?? [];
  if (match === null) return null;
  const generated = verb.toLowerCase() === 'generated' && word.toLowerCase() === 'with';
  return [
    { kind: 'tool', key: generated ? 'phrase:generated-with' : 'phrase:made-with', label: head, value },
  ];
}

const INLINE = /co-authored-by:/gi;

/**
 * Co-authors within a line, as messages have them that lost their line ends: each with its address, and with nothing after it but
 * another. What stands in quotation marks or back-ticks is spoken of, not meant.
 */
function inline(line: string): Named[] {
  if (line.length < 20) return [];
  const found: Named[] = [];
  for (const { index, 0: label } of line.matchAll(INLINE)) {
    if (index === 0 || !/[\p{L}\p{N}]/u.test(line.slice(0, index))) continue;
    if (found.length === MOST_INLINE) break;
    if (!/[\s.;,)>]/.test(line.charAt(index - 1))) continue;
    const rest = line.slice(index + label.length, index + label.length + LONGEST_VALUE);
    const end = rest.indexOf('>');
    if (end === -1 || !ENDING.test(rest.slice(end + 1))) continue;
    const value = rest.slice(0, end + 1).trim();
    found.push({ kind: 'person', key: 'co-authored-by', label: label.slice(0, -1), value });
  }
  return found;
}

const ENDING = /^[\s.,;)]{0,8}(?:$|(?:co-authored|signed-off|reviewed)-by:)/i;
