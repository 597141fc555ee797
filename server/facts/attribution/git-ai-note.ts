import { UNNAMED } from './named-tool.ts';

/**
 * git-ai's authorship log, schema 3, as `refs/notes/ai` holds it: attested lines of files, a line `---`, and a record in JSON.
 * Source: git-ai-project/git-ai, specs/git_ai_standard_v3.0.0.md and docs/migrations/sessions-v2-note-format.md.
 */
export type GitAiNote = {
  /** Lines attested to an AI, each once, by tool; under `unnamed` where the record does not tell the tool. */
  aiLines: number;
  byTool: ReadonlyMap<string, number>;
  humanLines: number;
  /** Tools that the record lists, with or without lines. */
  listed: ReadonlySet<string>;
};

/** Its names of tools where ours are others. */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['claude', 'claude-code'],
  ['codex', 'openai-codex'],
  ['gemini', 'gemini-cli'],
  ['copilot', 'github-copilot'],
  ['droid', 'factory-droid'],
  ['continue-cli', 'continue'],
  ['roo', 'roo-code'],
]);
/** Its own test agents. */
const NONE: ReadonlySet<string> = new Set(['mock_ai', 'mock-ai', 'test-agent', 'unknown', '']);

/** No real note has more. */
const LONGEST_NOTE = 8 * 1024 * 1024;
const ENTRY = /^\s{1,8}(\S{1,200})\s{1,8}([\d,-]{1,100000})\s{0,8}$/;

/** Null: no note of schema 3. A note that attests nothing has zero lines, which says nothing either. */
export function gitAiNote(text: string): GitAiNote | null {
  if (text.length > LONGEST_NOTE) return null;
  const parts = partsOf(text);
  if (parts === null) return null;
  const toolOf = toolsOf(parts.record);
  if (toolOf === null) return null;
  const lines = new Map<string, number>();
  let ai = 0;
  let human = 0;
  for (const entries of entriesByFile(parts.attested)) {
    const ranges = new Map<string, Range[]>();
    for (const { key, spans } of entries) {
      const who = key === 'human' || key.startsWith('h_') ? 'human' : (toolOf.get(key) ?? UNNAMED);
      if (who === 'none') continue;
      const known = ranges.get(who);
      if (known === undefined) ranges.set(who, [...spans]);
      else known.push(...spans);
    }
    for (const [who, spans] of ranges) {
      if (who === 'human') human += covered(spans);
      else lines.set(who, (lines.get(who) ?? 0) + covered(spans));
    }
    ai += covered([...ranges].flatMap(([who, spans]) => (who === 'human' ? [] : spans)));
  }
  const listed = new Set([...toolOf.values()].filter((tool) => tool !== 'none' && tool !== UNNAMED));
  return { aiLines: ai, byTool: lines, humanLines: human, listed };
}

type Range = { from: number; to: number };
type Entry = { key: string; spans: readonly Range[] };

/** The attestation may be empty; then the note begins with the line that ends it. */
function partsOf(text: string): { attested: string; record: unknown } | null {
  const plain = text.replaceAll('\r\n', '\n');
  const end = plain.startsWith('---\n') ? 0 : plain.indexOf('\n---\n') + 1;
  if (end === 0 && !plain.startsWith('---\n')) return null;
  try {
    const record: unknown = JSON.parse(plain.slice(end + '---\n'.length));
    return { attested: plain.slice(0, end), record };
  } catch {
    return null;
  }
}

/** Tool by key; `none` for test agents. Null: another schema. */
function toolsOf(record: unknown): KeyedTools | null {
  const { schema_version: schema, prompts, sessions } = fields(record);
  if (typeof schema !== 'string' || !schema.startsWith('authorship/3.')) return null;
  const tools = new Map<string, string>();
  for (const [key, entry] of [...Object.entries(fields(prompts)), ...Object.entries(fields(sessions))]) {
    const { tool } = fields(fields(entry).agent_id);
    if (typeof tool !== 'string') continue;
    const name = tool.trim().toLowerCase();
    tools.set(key, NONE.has(name) ? 'none' : (TOOLS.get(name) ?? name));
  }
  return { get: (key) => tools.get(key.split('::', 1)[0] ?? key), values: () => tools.values() };
}

/** A session's key has the trace behind it: `s_...::t_...`; a prompt's has not. */
type KeyedTools = { get(key: string): string | undefined; values(): Iterable<string> };

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** A path stands in the first column, its entries are indented below it. */
function entriesByFile(attested: string): Entry[][] {
  const files: Entry[][] = [];
  for (const line of attested.split('\n')) {
    if (line === '') continue;
    if (!/^\s/.test(line)) files.push([]);
    const [, key, ranges] = ENTRY.exec(line) ?? [];
    if (key !== undefined && ranges !== undefined) files.at(-1)?.push({ key, spans: rangesIn(ranges) });
  }
  return files;
}

/** `1-4,9,12`, from 1; what is none is left out. */
function rangesIn(text: string): Range[] {
  return text.split(',').flatMap((part) => {
    const [, from = '', to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    const range = { from: Number(from), to: Number(to) };
    return range.from >= 1 && range.to >= range.from ? [range] : [];
  });
}

/** How many lines, each once: real notes have them neither sorted nor apart. */
function covered(ranges: readonly Range[]): number {
  let lines = 0;
  let until = 0;
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    if (to <= until) continue;
    lines += to - Math.max(from - 1, until);
    until = to;
  }
  return lines;
}
