import { type ESTree, Visitor } from 'vite';

/**
 * One file naming another. `types`: gone at run time; `lazy`: loaded when it is reached; null: computed, so that nobody
 * can tell what is loaded. A statement that merely names types among values loads the file, and counts as `values`.
 */
export type Reference = { specifier: string | null; kind: 'values' | 'types' | 'lazy'; start: number };

/** Whether it names a file or an address, `./open.ts` or `https://...`, and not a library or a module of Node. */
export function isPath(specifier: string): boolean {
  return /^([./#~]|@\/|(?!node:)[a-z]+:)/.test(specifier);
}

/** Every way in which a program can name another file or a library, in the order of the text. */
export function referencesIn(program: ESTree.Program): Reference[] {
  const found: Reference[] = [];
  const add = (kind: Reference['kind'], source: ESTree.Node, start: number) => {
    found.push({ specifier: plainText(source), kind, start });
  };
  new Visitor({
    ImportDeclaration(node) {
      add(node.importKind === 'type' ? 'types' : 'values', node.source, node.start);
    },
    ExportAllDeclaration(node) {
      add(node.exportKind === 'type' ? 'types' : 'values', node.source, node.start);
    },
    ExportNamedDeclaration(node) {
      if (node.source) add(node.exportKind === 'type' ? 'types' : 'values', node.source, node.start);
    },
    TSImportType(node) {
      add('types', node.source, node.start);
    },
    TSExternalModuleReference(node) {
      add('values', node.expression, node.start);
    },
    ImportExpression(node) {
      add('lazy', node.source, node.start);
    },
    CallExpression(node) {
      const [first] = node.arguments;
      const name = dottedName(node.callee);
      if (name === 'import.meta.glob') found.push({ specifier: null, kind: 'lazy', start: node.start });
      if (first && (name === 'require' || name === 'import.meta.resolve')) add('lazy', first, node.start);
    },
    NewExpression(node) {
      const [path, base] = node.arguments;
      if (dottedName(node.callee) !== 'URL' || !path || !base || dottedName(base) !== 'import.meta.url')
        return;
      if (/\.(ts|tsx|js)$/.test(plainText(path) ?? '')) add('lazy', path, node.start);
    },
  }).visit(program);
  return found.sort((a, b) => a.start - b.start);
}

/** The text of a string literal, or of a template without anything to fill in; null: it is computed. */
export function plainText(node: ESTree.Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

/** `import.meta.url` for that expression, whether written with dots or brackets; null when part of it is computed. */
export function dottedName(node: ESTree.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`;
  if (node.type === 'ChainExpression') return dottedName(node.expression);
  if (node.type !== 'MemberExpression') return null;
  const object = dottedName(node.object);
  const property =
    node.property.type === 'Identifier' && !node.computed ? node.property.name : plainText(node.property);
  return object === null || property === null ? null : `${object}.${property}`;
}
