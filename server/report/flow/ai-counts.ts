import { AI_LEVELS } from '../../facts/columns/column.ts';
import { isMarked } from '../../metrics/marks.ts';
import type { ChunkRows } from './asked-rows.ts';

/** How AI took part in merged pull requests. */
export type AiCounts = {
  /** Those that the rules have looked at, and those not yet. */
  looked: number;
  unlooked: number;
  marked: number;
  levels: ReadonlyMap<(typeof AI_LEVELS)[number], number>;
  /** Of AI-marked ones; one of several tools counts with each. */
  tools: ReadonlyMap<string, number>;
  /** AI-marked ones in which any of some tools took part. */
  withAny(tools: ReadonlySet<string>): number;
};

export function aiCounts(asked: readonly ChunkRows[], toolSets: readonly string[]): AiCounts {
  const byLevel = new Int32Array(AI_LEVELS.length);
  const bySet = new Int32Array(toolSets.length);
  for (const { chunk, rows } of asked) {
    for (const row of rows) {
      const level = chunk.aiLevel[row] ?? 0;
      byLevel[level] = (byLevel[level] ?? 0) + 1;
      const set = chunk.toolSet[row] ?? 0;
      if (isMarked(level)) bySet[set] = (bySet[set] ?? 0) + 1;
    }
  }
  const sets = toolSets.map((set, number) => {
    const tools: readonly string[] = JSON.parse(set);
    return { tools, count: bySet[number] ?? 0 };
  });
  const tools = new Map<string, number>();
  for (const { tools: own, count } of sets) {
    if (count === 0) continue;
    for (const tool of own) tools.set(tool, (tools.get(tool) ?? 0) + count);
  }
  const [unlooked = 0, ...levels] = byLevel;
  return {
    looked: levels.reduce((sum, count) => sum + count, 0),
    unlooked,
    marked: byLevel.reduce((sum, count, level) => (isMarked(level) ? sum + count : sum), 0),
    levels: new Map(AI_LEVELS.map((level, code) => [level, byLevel[code] ?? 0])),
    tools,
    withAny: (some) =>
      sets
        .filter(({ tools: own }) => own.some((tool) => some.has(tool)))
        .reduce((sum, { count }) => sum + count, 0),
  };
}
