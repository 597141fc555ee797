import { type ESTree, Visitor } from 'vite';
import type { Finding } from './finding.ts';
import { dottedName } from './reference.ts';
import { roomOf } from './rooms.ts';
import type { Source } from './source.ts';

type Reach = 'the clock' | 'chance' | 'the environment' | 'the network';

/** Paths, or beginnings of paths ending in `/`, where a reach is allowed; everywhere else the world comes in as parameters. */
const allowed: Readonly<Record<Reach, readonly string[]>> = {
  'the clock': ['web/main.tsx', 'scripts/', 'tests/support/'],
  chance: ['web/main.tsx'],
  'the environment': ['web/main.tsx', 'web/vite.config.ts', 'scripts/', 'tests/'],
  'the network': ['server/net/http.ts', 'web/api/client.ts', 'scripts/', 'tests/'],
};

/** What the program can reach by a global name. `harmless` members may be used anywhere; without it, `harmful` ones may not. */
const globals: Readonly<Record<string, { reach: Reach; harmless?: string[]; harmful?: string[] }>> = {
  Date: { reach: 'the clock', harmless: ['UTC', 'parse', 'prototype'] },
  Temporal: { reach: 'the clock', harmful: ['Now'] },
  performance: { reach: 'the clock', harmless: [] },
  Math: { reach: 'chance', harmful: ['random'] },
  process: {
    reach: 'the environment',
    harmful: [
      'env',
      'cwd',
      'chdir',
      'argv',
      'hrtime',
      'uptime',
      'exit',
      'exitCode',
      'stdin',
      'stdout',
      'stderr',
    ],
  },
  fetch: { reach: 'the network', harmless: [] },
  XMLHttpRequest: { reach: 'the network', harmless: [] },
  WebSocket: { reach: 'the network', harmless: [] },
  EventSource: { reach: 'the network', harmless: [] },
};

const chances = /^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/;
const globalObjects = /^(globalThis|window|self|global)\./;

/** Code that reads the clock, draws lots, asks the environment or talks to the network where it may not. */
export function outsideWorld(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const permitted = (reach: Reach) =>
      allowed[reach].some((place) =>
        place.endsWith('/') ? source.path.startsWith(place) : source.path === place,
      ) ||
      (roomOf(source.path) === 'hall' && reach !== 'the network');
    return reachesOf(source.program)
      .filter(({ reach }) => !permitted(reach))
      .map(({ reach, word, start }) => source.finding({ start }, `reaches for ${reach}: ${word}`));
  });
}

type Found = { reach: Reach; word: string; start: number };

function reachesOf(program: ESTree.Program): Found[] {
  const found: Found[] = [];
  /** Nodes that are no use of the global: a property's name, a type, the `Date` of `new Date(instant)`. */
  const settled = new Set<ESTree.Node>();
  const settleName = ({ key, computed }: { key: ESTree.Node; computed: boolean }) => {
    if (!computed) settled.add(key);
  };
  const judge = (node: ESTree.Node, word: string) => {
    if (settled.has(node)) return;
    const reach = reachOf(word);
    if (reach !== null) found.push({ reach, word, start: node.start });
  };
  new Visitor({
    Property: settleName,
    MethodDefinition: settleName,
    PropertyDefinition: settleName,
    TSPropertySignature: settleName,
    TSMethodSignature: settleName,
    TSTypeReference: (node) => void settled.add(node.typeName),
    TSTypeQuery: (node) => void settled.add(node.exprName),
    BinaryExpression(node) {
      if (node.operator === 'instanceof') settled.add(node.right);
    },
    NewExpression(node) {
      if (node.arguments.length > 0 && globalName(node.callee) === 'Date') settled.add(node.callee);
    },
    MemberExpression(node) {
      if (!node.computed) settled.add(node.property);
      const word = dottedName(node);
      if (word === null) return;
      if (Object.hasOwn(globals, globalName(node.object) ?? '')) {
        judge(node, word);
        settled.add(node.object); // `Date.now` is judged as a whole, `Date` not once more
      } else if (Object.hasOwn(globals, globalName(node) ?? '') || word === 'import.meta.env') {
        judge(node, word);
      }
    },
    Identifier(node) {
      if (chances.test(node.name)) found.push({ reach: 'chance', word: node.name, start: node.start });
      else judge(node, node.name);
    },
  }).visit(program);
  return found;
}

/** `Date` for `Date` and for `globalThis.Date`. */
function globalName(node: ESTree.Node): string | null {
  return dottedName(node)?.replace(globalObjects, '') ?? null;
}

function reachOf(word: string): Reach | null {
  if (word === 'import.meta.env') return 'the environment';
  const [name = '', member] = word.replace(globalObjects, '').split('.');
  const rule = Object.hasOwn(globals, name) ? globals[name] : undefined;
  if (rule === undefined) return null;
  if (member === undefined) return rule.reach;
  const harmless = rule.harmful ? !rule.harmful.includes(member) : (rule.harmless ?? []).includes(member);
  return harmless ? null : rule.reach;
}
