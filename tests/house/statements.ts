import { type ESTree, Visitor } from 'vite';
import type { Finding } from './finding.ts';
import type { Source } from './source.ts';

const barrel = 'server/contract/index.ts';

/** Barrels, default exports outside configuration, and casts by way of `unknown`. */
export function statements(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const findings: Finding[] = [];
    const { body } = source.program;
    if (source.path === barrel) {
      for (const statement of body.filter((each) => !isTypeStar(each))) {
        findings.push(source.finding(statement, 'the contract index holds nothing but `export type *`'));
      }
    } else if (body.length > 0 && body.every(passesOn) && body.some(isExport)) {
      findings.push({
        file: source.path,
        line: null,
        reason: 'is a barrel: it only passes on what other files hold',
      });
    }
    const refuse = (node: ESTree.Node, reason: string) => findings.push(source.finding(node, reason));
    new Visitor({
      ExportDefaultDeclaration(node) {
        if (!source.path.endsWith('.config.ts')) refuse(node, 'exports a default instead of a name');
      },
      TSAsExpression: (node) =>
        void (isUnknown(node.expression) && refuse(node, 'casts by way of `unknown`')),
      TSTypeAssertion: (node) =>
        void (isUnknown(node.expression) && refuse(node, 'casts by way of `unknown`')),
    }).visit(source.program);
    return findings;
  });
}

function isTypeStar(node: ESTree.Node): boolean {
  return node.type === 'ExportAllDeclaration' && node.exportKind === 'type' && node.exported === null;
}

function isExport(node: ESTree.Node): boolean {
  return node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration';
}

/** Whether a statement brings nothing of its own: an import, or an export of names that are not declared in it. */
function passesOn(node: ESTree.Node): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return true;
  return node.type === 'ExportNamedDeclaration' && node.declaration === null;
}

function isUnknown(node: ESTree.Node): boolean {
  const cast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion';
  return cast && node.typeAnnotation.type === 'TSUnknownKeyword';
}
