import type { Chunk } from '../facts/columns/chunk.ts';
import { AI_LEVELS } from '../facts/columns/column.ts';

/** What a filter by AI involvement lets pass. */
export type Marks = {
  /** 1 for each code of `AI_LEVELS` that passes. */
  levels: Uint8Array;
  /** 1 for each set of tools (by its number in the dictionary) that passes; null: whatever the tools. */
  tools: Uint8Array | null;
};

/** AI-marked is what an agent did, or a person with the help of a tool. */
export const MARKED_LEVELS = ['agent', 'assisted'] as const;

const FIRST_UNMARKED = AI_LEVELS.indexOf('suggestion');

/** Whether a code of `aiLevel` stands for AI-marked work: those come first, behind that of what was not looked at. */
export function isMarked(code: number): boolean {
  return code > 0 && code < FIRST_UNMARKED;
}

const known = new WeakMap<Marks, WeakMap<Chunk, Uint8Array>>();

/** 1 for each row that passes, found once for a filter and chunk; null: all do. */
export function markedRows(chunk: Chunk, marks: Marks | null | undefined): Uint8Array | null {
  if (!marks) return null;
  const ofMarks = known.get(marks) ?? new WeakMap<Chunk, Uint8Array>();
  const before = ofMarks.get(chunk);
  if (before !== undefined) return before;
  const { levels, tools } = marks;
  const { aiLevel, toolSet, size } = chunk;
  const rows = new Uint8Array(size);
  for (let row = 0; row < size; row++) rows[row] = levels[aiLevel[row] ?? 0] ?? 0;
  if (tools !== null) {
    for (let row = 0; row < size; row++) if (tools[toolSet[row] ?? 0] !== 1) rows[row] = 0;
  }
  ofMarks.set(chunk, rows);
  known.set(marks, ofMarks);
  return rows;
}

/** 1 for each code of `AI_LEVELS` that is one of these. */
export function levelsTable(levels: readonly (typeof AI_LEVELS)[number][]): Uint8Array {
  return Uint8Array.from(AI_LEVELS, (level) => Number(levels.includes(level)));
}

/** 1 for each set of tools in which this one is. */
export function toolSetsWith(toolSets: readonly string[], tool: string): Uint8Array {
  return Uint8Array.from(toolSets, (set) => {
    const tools: readonly string[] = JSON.parse(set);
    return Number(tools.includes(tool));
  });
}
