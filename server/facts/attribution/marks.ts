import { addressIn } from './address.ts';
import { type CompiledRules, mayHoldMark } from './compiled.ts';
import type { Role } from './evidence.ts';
import { isExcluded } from './excluded.ts';
import { rulesOf, toolOf } from './identities.ts';
import { masked, maskedIdentity } from './masked.ts';
import { namedTools, phrasedTool, saysNothing } from './named-tool.ts';
import type { Rule } from './rule.ts';
import { type Named, namedIn } from './trailer.ts';
import { readable, writtenLines } from './written.ts';

/** A rule that fits, before it is known whose text it was found in. */
export type Mark = { rule: Rule; tool: string; role: Role; text: string };

/** Longer than any line that a tool writes. */
const LONGEST = 600;
/** More than this no text names: people as co-authors, and tools. */
const MOST_NAMED = { person: 2000, tool: 200 };

/** All marks in a commit's message or a pull request's body, each rule and tool once. */
export function marksIn(text: string, kind: 'message' | 'body', rules: CompiledRules): Mark[] {
  if (text === '') return [];
  const { text: read } = readable(text);
  if (!mayHoldMark(read.toLowerCase(), rules)) return [];
  const found = new Found();
  for (const rule of rules.texts) {
    if (rule.whole === true && rule.pattern.test(read)) found.add(rule, rule.tool, rule.role, rule.hint);
  }
  const left = { ...MOST_NAMED };
  for (const [index, line] of writtenLines(read).entries()) {
    const lower = line.toLowerCase();
    if (!mayHoldMark(lower, rules)) continue;
    const head = undecorated(line.slice(0, LONGEST));
    wholeLine(head, lower, rules, found);
    for (const named of namedIn(line, head)) {
      left[named.kind] -= 1;
      if (left[named.kind] < 0) continue;
      const subject = kind === 'message' && index === 0;
      if (named.kind === 'person') person(named, rules, found);
      if (!subject || named.key === 'phrase:generated-with') tool(named, rules, found);
    }
  }
  return found.marks;
}

class Found {
  readonly #seen = new Set<string>();
  readonly marks: Mark[] = [];

  has(rule: Rule, tool: string): boolean {
    return this.#seen.has(`${rule.signal} ${tool}`);
  }

  add(rule: Rule, tool: string, role: Role, text: string): void {
    const key = `${rule.signal} ${tool}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.marks.push({ rule, tool, role, text });
  }
}

/** Without the emoji, stars, dashes and hashes around a line; brackets and quotation marks stay. */
function undecorated(line: string): string {
  let end = line.length;
  while (end > 0 && '*_ '.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).replace(/^[^\p{L}\p{N}[\]()<>"'`|]{1,16}/u, '');
}

function wholeLine(head: string, lower: string, rules: CompiledRules, found: Found): void {
  const told = new Set<string>();
  for (const rule of rules.lines) {
    if (!lower.includes(rule.hint)) continue;
    const match = rule.pattern.exec(head);
    if (match === null) continue;
    const tool = match[1] === undefined ? rule.tool : (namedTools(match[1])[0] ?? rule.tool);
    told.add(tool);
    found.add(rule, tool, rule.role, masked(match[0].replace(/ on behalf of \S$/, ' on behalf of …')));
  }
  for (const rule of rules.texts) {
    if (!lower.includes(rule.hint) || rule.whole === true) continue;
    const match = rule.pattern.exec(head);
    if (match !== null && !told.has(rule.tool)) found.add(rule, rule.tool, rule.role, masked(match[0]));
  }
}

/** A trailer that names people: the identity tells. */
function person({ label, value }: Named, rules: CompiledRules, found: Found): void {
  const identity = addressIn(value);
  if (isExcluded(identity, rules)) return;
  for (const rule of rulesOf(identity, rules)) {
    const name = toolOf(identity, rule);
    if (rule.trailer === null || found.has(rule, name)) continue;
    found.add(rule, name, rule.trailer, `${label}: ${maskedIdentity(identity, rule)}`);
  }
}

/** A trailer or a phrase that names the tool, by its address or in words. */
function tool({ key, label, value }: Named, rules: CompiledRules, found: Found): void {
  for (const rule of rules.trailers.get(key) ?? []) {
    if (key.startsWith('phrase:')) {
      const phrased = phrasedTool(value);
      if (phrased === null) continue;
      const shown = label.slice(0, label.length - value.length + phrased.end);
      found.add(rule, phrased.tool, rule.role, masked(shown));
      continue;
    }
    for (const name of toolsOf(value, rules, rule.anyValue === true)) {
      found.add(rule, name, rule.role, masked(`${label}: ${value}`));
    }
  }
}

function toolsOf(value: string, rules: CompiledRules, anyValue: boolean): readonly string[] {
  const named = namedTools(value);
  if (named.length > 0 && named[0] !== 'unnamed') return named;
  const identity = addressIn(value);
  const known =
    identity.email === '' ? [] : rulesOf(identity, rules).filter(({ trailer }) => trailer !== null);
  if (known.length > 0) return [...new Set(known.map((rule) => rule.tool))];
  return named.length > 0 || !anyValue || saysNothing(value) ? named : ['unnamed'];
}
