import { type ESTree, Visitor } from 'vite';
import type { Finding } from './finding.ts';
import { dottedName } from './reference.ts';
import type { Source } from './source.ts';
import type { Tree } from './tree.ts';

const runners = /^(test|it|describe|suite|bench)$/;
const switches = /^(only|skip|skipIf|runIf|todo|fails|retry)$/;
const comments = /@ts-(ignore|expect-error|nocheck)|(biome|eslint|prettier|oxlint)-(ignore|disable)/;

/** Tests that do not run or may fail, and comments that silence a tool. */
export function switchedOff(sources: readonly Source[], tree: Tree): Finding[] {
  return [...sources.flatMap(inSource), ...[...tree].flatMap(([path, text]) => inStyles(path, text))];
}

function inSource(source: Source): Finding[] {
  const findings: Finding[] = [];
  for (const comment of source.comments) {
    const [silenced] = comments.exec(comment.value) ?? [];
    if (silenced !== undefined) findings.push(source.finding(comment, `silences a tool with ${silenced}`));
  }
  if (!source.path.startsWith('tests/')) return findings;
  const refuse = (node: ESTree.Node, word: string) =>
    findings.push(source.finding(node, `a test is switched off or excused with "${word}"`));
  new Visitor({
    MemberExpression(node) {
      const words = dottedName(node)?.split('.') ?? [];
      const last = words.at(-1) ?? '';
      if (runners.test(words[0] ?? '') && switches.test(last)) refuse(node, last);
    },
    CallExpression(node) {
      if (!runners.test(dottedName(node.callee)?.split('.')[0] ?? '')) return;
      for (const options of node.arguments) {
        if (options.type !== 'ObjectExpression') continue;
        for (const property of options.properties) {
          const named = property.type === 'Property' ? dottedName(property.key) : null;
          if (named !== null && switches.test(named)) refuse(property, named);
        }
      }
    },
  }).visit(source.program);
  return findings;
}

function inStyles(path: string, text: string): Finding[] {
  if (!/\.(css|html)$/.test(path)) return [];
  return text.split('\n').flatMap((line, index) => {
    const [silenced] = comments.exec(line) ?? [];
    return silenced === undefined
      ? []
      : [{ file: path, line: index + 1, reason: `silences a tool with ${silenced}` }];
  });
}
