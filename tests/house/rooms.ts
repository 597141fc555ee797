import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

const topLevel = [
  '.ci/run',
  '.gitignore',
  'README.md',
  'biome.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

const serverRooms = [
  ...['model', 'stats', 'words', 'contract', 'net', 'people', 'facts', 'metrics', 'store'],
  ...['organisation', 'ingest', 'report', 'deliver', 'api'],
];
const webRooms = ['filters', 'charts', 'api', 'ui'];
const webHall = ['main.tsx', 'app.tsx', 'page-list.ts', 'index.html', 'tsconfig.json'];

/** Folders of tests that mirror no room. */
const testFolders = [
  'hall',
  'web',
  'scripts',
  'house',
  'fixtures',
  'golden',
  'reference',
  'support',
  'browser',
];

/**
 * The room that a path belongs to: `hall`, `store`, `sources/git`, `web/charts`, `web/pages/flow`, `tests`, `top` and so on;
 * null when it stands in none.
 */
export function roomOf(path: string): string | null {
  if (topLevel.includes(path)) return 'top';
  const [top = '', second = '', third = '', fourth] = path.split('/');
  if (top === 'scripts') return third === '' ? 'scripts' : null;
  if (top === 'migrations') return 'migrations';
  if (top === 'server') return serverRoom(second, third, fourth);
  if (top === 'web') return webRoom(second, third, fourth);
  if (top !== 'tests') return null;
  const mirrors = third === '' || [...serverRooms, 'sources', ...testFolders].includes(second);
  return mirrors ? 'tests' : null;
}

function serverRoom(second: string, third: string, fourth: string | undefined): string | null {
  if (third === '') return second === 'uptake.js' || second.endsWith('.ts') ? 'hall' : null;
  if (second === 'sources') return fourth === undefined ? null : `sources/${third}`;
  return serverRooms.includes(second) ? second : null;
}

function webRoom(second: string, third: string, fourth: string | undefined): string | null {
  if (second === 'vite.config.ts') return 'web/config';
  if (third === '') return webHall.includes(second) || second.endsWith('.css') ? 'web/hall' : null;
  if (second === 'readme') return third.endsWith('.png') ? 'web/readme' : null;
  if (second === 'pages') return fourth === undefined ? null : `web/pages/${third}`;
  return webRooms.includes(second) ? `web/${second}` : null;
}

/** Whether `room` is `family` or one of the strangers in it: `sources/git` is of `sources`, `web/ui` of `web`. */
export function isOf(room: string, family: string): boolean {
  return room === family || room.startsWith(`${family}/`);
}

/** Files that stand in no known room, and code in a language that the rules cannot read. */
export function placement(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.keys()) {
    if (roomOf(path) === null) findings.push({ file: path, line: null, reason: 'stands in no known room' });
    const unread =
      /\.(mjs|cjs|jsx|mts|cts)$/.test(path) || (path.endsWith('.js') && path !== 'server/uptake.js');
    if (unread) findings.push({ file: path, line: null, reason: 'code is written as .ts or .tsx' });
    if (path.endsWith('.tsx') && !path.startsWith('web/')) {
      findings.push({ file: path, line: null, reason: 'only the web is written as .tsx' });
    }
  }
  return findings;
}
