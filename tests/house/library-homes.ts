import { isBuiltin } from 'node:module';
import type { Finding } from './finding.ts';
import { isPath, type Reference } from './reference.ts';
import { isOf, roomOf } from './rooms.ts';
import type { Source } from './source.ts';

/** The rooms that may import a library; one that is missing here may not be imported at all. */
export const libraryHomes: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store'],
  'drizzle-orm': ['store'],
  'drizzle-kit': ['store'],
  fastify: ['api'],
  '@fastify/compress': ['api'],
  '@fastify/static': ['api'],
  '@fastify/swagger': ['api'],
  '@fastify/type-provider-typebox': ['api'],
  typebox: ['contract', 'sources', 'ingest', 'api', 'hall'],
  '@octokit/core': ['sources/github'],
  '@octokit/auth-app': ['sources/github'],
  'jira-client': ['sources/jira'],
  cephes: ['stats'],
  croner: ['ingest'],
  nodemailer: ['deliver'],
  'prom-client': ['api'],
  'ml-matrix': ['stats'],
  commander: ['hall'],
  pino: ['hall'],
  yaml: ['hall'],
  react: ['web'],
  'react-dom': ['web'],
  '@tanstack/react-query': ['web'],
  wouter: ['web'],
  recharts: ['web/charts'],
  vite: ['web/config'],
  '@vitejs/plugin-react': ['web/config'],
};

/** Modules of Node that reach outside the program. Importing their types is free: nothing is left of them at run time. */
const builtinHomes: Readonly<Record<string, readonly string[]>> = {
  child_process: ['hall', 'sources/git'],
  cluster: ['hall'],
  dgram: ['net'],
  dns: ['net', 'hall'],
  http: ['net', 'hall'],
  http2: ['net'],
  https: ['net'],
  net: ['net', 'hall'],
  tls: ['net'],
  inspector: [],
  module: ['hall'],
  perf_hooks: ['hall'],
  process: ['hall'],
  sqlite: [],
  vm: ['hall'],
  worker_threads: ['hall'],
};

/** Rooms that only compute, so that they run in the browser too or can be tested without a machine. */
const pureRooms = ['model', 'stats', 'words', 'contract', 'people', 'facts', 'metrics', 'report'];

/** Modules that only compute as well, for rooms that no browser runs: what draws at random in them is refused elsewhere. */
const computing: Readonly<Record<string, readonly string[]>> = { crypto: ['report'] };

const free = ['scripts', 'tests'];

/** Libraries and modules of Node that are imported away from their home. */
export function libraries(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === null || free.includes(room)) return [];
    return source.references.flatMap((reference) => {
      const reason = refusal(room, reference);
      return reason === null ? [] : [source.finding(reference, reason)];
    });
  });
}

function refusal(room: string, { specifier, kind }: Reference): string | null {
  if (specifier === null || isPath(specifier)) return null;
  const parts = specifier.replace(/^node:/, '').split('/');
  if (isBuiltin(specifier)) {
    if (kind === 'types') return null;
    const name = parts[0] ?? '';
    if (pureRooms.includes(room) && !computing[name]?.includes(room))
      return `${room} only computes and may not import node:${name}`;
    if (isOf(room, 'web') && room !== 'web/config')
      return `${room} runs in a browser and may not import node:${name}`;
    return misplaced(`node:${name}`, builtinHomes[name] ?? [room], room);
  }
  const library = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return misplaced(library, libraryHomes[library] ?? [], room);
}

function misplaced(library: string, homes: readonly string[], room: string): string | null {
  if (homes.some((home) => isOf(room, home))) return null;
  const where = homes.length === 0 ? 'has no home' : `has its home in ${homes.join(', ')}`;
  return `${room} may not import ${library}, which ${where}`;
}
