import { attribute } from './attribute.ts';
import type { CompiledRules } from './compiled.ts';
import type { AttestedLines, Attribution, Evidence, Level } from './evidence.ts';
import { explainInput, LineError } from './explain-input.ts';

/** The answer of `uptake attribution explain` to one line. */
export type Explanation = {
  level: Level;
  tools: readonly string[];
  strength: Attribution['strength'];
  marked_commits: number | null;
  commits: number | null;
  evidence: readonly {
    signal: string;
    tool: string;
    role: Evidence['role'];
    strength: Evidence['strength'];
    where: Evidence['where'];
    commit: string | null;
    text: string;
    rules_version: string;
  }[];
  ai_lines: AttestedLines | null;
  excluded: Attribution['excluded'];
  rules_version: string;
};

/** A parsed line; throws a `LineError` where its shape is wrong. */
export function explain(given: unknown, rules: CompiledRules): Explanation {
  const { level, tools, strength, markedCommits, commits, evidence, aiLines, excluded, rulesVersion } =
    attribute(explainInput(given), rules);
  return {
    level,
    tools,
    strength,
    marked_commits: markedCommits,
    commits,
    evidence: evidence.map(({ rulesVersion: version, ...mark }) => ({ ...mark, rules_version: version })),
    ai_lines: aiLines,
    excluded,
    rules_version: rulesVersion,
  };
}

/** One line of JSON for one line of JSON: the explanation, or `{"error": "..."}` that says what is wrong with it. */
export function explainLine(line: string, rules: CompiledRules): string {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return JSON.stringify({ error: 'The line is not JSON.' });
  }
  try {
    return JSON.stringify(explain(given, rules));
  } catch (error) {
    if (error instanceof LineError) return JSON.stringify({ error: `${error.message}.` });
    throw error;
  }
}
