import { type ESTree, type ParseResult, parseSync } from 'vite';
import type { Finding } from './finding.ts';
import { type Reference, referencesIn } from './reference.ts';
import type { Tree } from './tree.ts';

/** A file of ours as the compiler sees it, so that no string or comment is taken for code. */
export type Source = {
  path: string;
  program: ESTree.Program;
  comments: ParseResult['comments'];
  references: readonly Reference[];
  finding(at: { start: number }, reason: string): Finding;
};

const languages = { '.d.ts': 'dts', '.ts': 'ts', '.tsx': 'tsx', '.js': 'js' } as const;

/** Parses every file that holds code. One that does not parse is a finding, since no rule can see into it. */
export function parseSources(tree: Tree): { sources: Source[]; findings: Finding[] } {
  const sources: Source[] = [];
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    const ending = Object.entries(languages).find(([end]) => path.endsWith(end));
    if (ending === undefined) continue;
    const parsed = parseSync(path, text, { lang: ending[1], preserveParens: false });
    const finding = (at: { start: number }, reason: string): Finding => ({
      file: path,
      line: text.slice(0, at.start).split('\n').length,
      reason,
    });
    const [error] = parsed.errors;
    if (error !== undefined) {
      findings.push(finding({ start: error.labels[0]?.start ?? 0 }, `does not parse: ${error.message}`));
      continue;
    }
    const { program, comments } = parsed;
    sources.push({ path, program, comments, references: referencesIn(program), finding });
  }
  return { sources, findings };
}
