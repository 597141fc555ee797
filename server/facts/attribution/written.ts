/**
 * Texts are read this far from both ends: no forge lets a body be longer than one of them, and tools write at the end of a message.
 * What lies between is not read.
 */
const END = 64 * 1024;
/** Lines of no tool are longer; inline trailers are looked for up to here. */
export const LONGEST_LINE = 8 * 1024;

/** A text no longer than what is read of it. */
export function readable(text: string): { text: string; cut: boolean } {
  if (text.length <= 2 * END) return { text, cut: false };
  return { text: `${text.slice(0, END)}\n${text.slice(-END)}`, cut: true };
}

/**
 * The lines that count. Left out: code between fences that are closed, lines indented by four or more, quotations of mail and
 * Markdown, comments of HTML. A literal `\n`, as shells leave it in messages, ends a line too.
 */
export function writtenLines(text: string): string[] {
  const broken = text.includes('\\n') ? text.replaceAll('\\r', '').replaceAll('\\n', '\n') : text;
  const lines = uncommented(broken).split('\n');
  const fences = new Fences(lines);
  const result: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (fences.covers(index) || isQuoted(line)) continue;
    const plain = line.slice(0, LONGEST_LINE).trim();
    if (plain !== '') result.push(plain);
  }
  return result;
}

function uncommented(text: string): string {
  let open = text.indexOf('<!--');
  if (open === -1) return text;
  let result = '';
  let from = 0;
  while (open !== -1) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) break;
    result += text.slice(from, open);
    from = close + 3;
    open = text.indexOf('<!--', from);
  }
  return result + text.slice(from);
}

function isQuoted(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === TAB || first === GREATER) return true;
  if (first !== SPACE) return false;
  let index = 1;
  while (line.charCodeAt(index) === SPACE) index += 1;
  const next = line.charCodeAt(index);
  return index >= 4 || next === TAB || next === GREATER;
}

const TAB = 9;
const SPACE = 32;
const GREATER = 62;
type Fence = { index: number; sign: '`' | '~'; length: number; closes: boolean };

/** Walked through from the first line to the last. A fence that nothing closes is none. */
class Fences {
  readonly #fences: Fence[];
  /** Longest closing fence from here on, of either sign. */
  readonly #ahead: { '`': number; '~': number }[] = [];
  #next = 0;
  #open: Fence | null = null;

  constructor(lines: readonly string[]) {
    this.#fences = lines.flatMap((line, index) => fenceIn(line, index) ?? []);
    let longest = { '`': 0, '~': 0 };
    for (const { sign, length, closes } of this.#fences.toReversed()) {
      this.#ahead.push(longest);
      if (closes) longest = { ...longest, [sign]: Math.max(longest[sign], length) };
    }
    this.#ahead.reverse();
  }

  covers(index: number): boolean {
    const fence = this.#fences[this.#next];
    if (fence === undefined || fence.index !== index) return this.#open !== null;
    const ahead = this.#ahead[this.#next];
    this.#next += 1;
    if (this.#open === null) {
      if (ahead !== undefined && ahead[fence.sign] >= fence.length) this.#open = fence;
    } else if (fence.closes && fence.sign === this.#open.sign && fence.length >= this.#open.length) {
      this.#open = null;
    }
    return true;
  }
}

/** By hand, since a pattern would go back and forth over a long line of signs. */
function fenceIn(line: string, index: number): Fence | null {
  let start = 0;
  while (start < 4 && line.charCodeAt(start) === SPACE) start += 1;
  const sign = line.charAt(start);
  if (start > 3 || (sign !== '`' && sign !== '~')) return null;
  let end = start + 1;
  while (line.charAt(end) === sign) end += 1;
  if (end - start < 3 || (sign === '`' && line.includes('`', end))) return null;
  return { index, sign, length: end - start, closes: line.slice(end).trim() === '' };
}
