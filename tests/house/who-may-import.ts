import { posix } from 'node:path';
import type { Finding } from './finding.ts';
import { isPath, type Reference } from './reference.ts';
import { isOf, roomOf } from './rooms.ts';
import type { Source } from './source.ts';

/**
 * Who may import whom; all else is forbidden, and so is a room that is missing here. A room may always import its own files.
 * `server` is the hall and every room of the server; members of `sources` and of `web/pages` are strangers to each other.
 */
export const whoMayImport: Readonly<Record<string, readonly string[]>> = {
  hall: ['server', 'top'],
  model: [],
  stats: [],
  words: [],
  net: [],
  contract: ['model'],
  people: ['model'],
  facts: ['model'],
  sources: ['model', 'net'],
  metrics: ['model', 'facts', 'stats'],
  store: ['model', 'facts'],
  organisation: ['model', 'people', 'store'],
  deliver: ['model', 'net', 'words', 'sources/github'],
  ingest: ['model', 'net', 'sources', 'people', 'facts', 'store', 'deliver'],
  report: ['model', 'facts', 'metrics', 'stats', 'store', 'contract', 'words'],
  api: ['model', 'contract', 'report', 'ingest', 'organisation', 'deliver', 'store as types'],
  'web/hall': ['web/pages', 'web/ui', 'web/filters', 'web/api', 'web/charts lazily'],
  'web/config': [],
  'web/filters': ['contract', 'words'],
  'web/api': ['contract', 'words'],
  'web/charts': ['contract as types', 'words'],
  'web/ui': ['words'],
  'web/pages': ['contract as types', 'words', 'web/api', 'web/charts', 'web/filters', 'web/ui'],
  // Benches run against the same fakes as the tests.
  scripts: ['server', 'web', 'tests'],
  tests: ['server', 'web', 'top'],
};

const serverRooms = Object.keys(whoMayImport).filter((room) => !/^(web\/|scripts$|tests$)/.test(room));
const free = ['scripts', 'tests'];

/** Imports that the table does not allow, and imports that nobody can follow. */
export function imports(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === null) return [];
    return source.references.flatMap((reference) => {
      const reason = refusal(source.path, room, reference);
      return reason === null ? [] : [source.finding(reference, reason)];
    });
  });
}

function refusal(path: string, room: string, { specifier, kind }: Reference): string | null {
  if (specifier === null)
    return free.includes(room) ? null : 'computes what it imports, so nobody can tell what that is';
  if (!isPath(specifier)) return null;
  if (!specifier.startsWith('.')) return `imports ${specifier}, which is no relative path`;
  const target = roomOf(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));
  if (target === null) return `imports ${specifier}, which stands in no known room`;
  if (target === room) return null;
  const row = Object.keys(whoMayImport).find((name) => isOf(room, name));
  const permit = (whoMayImport[row ?? ''] ?? []).find((entry) => covers(entry.split(' ')[0] ?? '', target));
  if (permit === undefined) return `${room} may not import ${target}`;
  if (permit.endsWith(' as types') && kind !== 'types') return `${room} may import ${target} only as types`;
  if (permit.endsWith(' lazily') && kind === 'values') return `${room} may import ${target} only lazily`;
  return null;
}

function covers(permitted: string, target: string): boolean {
  if (permitted === 'server') return serverRooms.some((room) => isOf(target, room));
  return isOf(target, permitted);
}
