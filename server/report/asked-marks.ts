import type { AiFilter, ResolvedView, View } from '../contract/view.ts';
import type { AI_LEVELS } from '../facts/columns/column.ts';
import { levelsTable, MARKED_LEVELS, type Marks, toolSetsWith } from '../metrics/marks.ts';
import { QuestionError } from '../model/errors.ts';
import type { Held } from './live.ts';

/** What a question asks of AI involvement. */
export type AskedMarks = Pick<ResolvedView, 'ai' | 'tool'> & {
  /** Null: whatever it is. */
  table: Marks | null;
};

type Level = NonNullable<(typeof AI_LEVELS)[number]>;

export const LEVELS = [
  'agent',
  'assisted',
  'suggestion',
  'reviewed',
  'none',
] as const satisfies readonly Level[];

/** The levels that filters name: AI-marked is two of them, not marked are the others. */
export function levelsOf(ai: readonly AiFilter[]): Level[] {
  return LEVELS.filter((level) => {
    const half = MARKED_LEVELS.some((marked) => marked === level) ? 'marked' : 'unmarked';
    return ai.some((one) => one === level || one === half);
  });
}

/** Throws QuestionError on a tool that has left no mark on anything stored. */
export function askedMarks(held: Held, { ai = [], tool }: View): AskedMarks {
  const known = toolsOf(held);
  if (tool !== undefined && !known.includes(tool)) {
    throw new QuestionError('unknown-tool', `No work carries a mark of "${tool}".`, 'tool', known);
  }
  const asked = { ai: [...new Set(ai)].sort(), tool: tool ?? null };
  if (ai.length === 0 && tool === undefined) return { ...asked, table: null };
  return { ...asked, table: marksOf(held, levelsOf(ai), tool ?? null) };
}

const tables = new WeakMap<Held, Map<string, Marks>>();

/** What lets pass some levels, none: all; and a tool, null: any. One object for each, so that what is found of it is found once. */
export function marksOf(held: Held, levels: readonly Level[], tool: string | null): Marks {
  const { values } = held.snapshot.toolSets;
  const ofHeld = tables.get(held) ?? new Map<string, Marks>();
  tables.set(held, ofHeld);
  const key = JSON.stringify([levels, tool]);
  const before = ofHeld.get(key);
  if (before !== undefined) return before;
  const made = {
    levels: levelsTable(levels.length === 0 ? LEVELS : levels),
    tools: tool === null ? null : toolSetsWith(values, tool),
  };
  ofHeld.set(key, made);
  return made;
}

/** Every tool that has left a mark, by name. */
export function toolsOf({ snapshot }: Held): string[] {
  const all = snapshot.toolSets.values.flatMap((set): readonly string[] => JSON.parse(set));
  return [...new Set(all)].sort();
}
