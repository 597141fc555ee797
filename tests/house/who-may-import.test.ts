import { describe, expect, test } from 'vitest';
import { whatIsSaidOf } from './sound-house.ts';
import { whoMayImport } from './who-may-import.ts';

describe('Who may import whom', () => {
  const ways = [
    ['a static import', "import { app } from '../api/app.ts';\nexport const one = app;"],
    ['an import of types', "import type { app } from '../api/app.ts';\nexport type One = typeof app;"],
    ['a passing on', "export { app } from '../api/app.ts';\nexport const one = 1;"],
    ['a passing on of all types', "export type * from '../api/app.ts';\nexport const one = 1;"],
    ['an import for its effect', "import '../api/app.ts';\nexport const one = 1;"],
    ['a dynamic import', "export const one = () => import('../api/app.ts');"],
    ['a dynamic import of a template', 'export const one = () => import(`../api/app.ts`);'],
    ['a type out of an import', "export type One = import('../api/app.ts').App;"],
    ['a require', "export const one = require('../api/app.ts');"],
    ['an address of a file', "export const one = new URL('../api/app.ts', import.meta.url);"],
    ['a resolved address', "export const one = import.meta.resolve('../api/app.ts');"],
    ['a query behind the name', "export const one = () => import('../api/app.ts?raw');"],
  ];
  test.each(ways)('is asked of %s', (_, text) => {
    expect(whatIsSaidOf({ 'server/report/one.ts': text })).toEqual([
      'server/report/one.ts:1: report may not import api',
    ]);
  });

  const faults = [
    ['server/model/one.ts', "import '../net/http.ts';", 'model may not import net'],
    ['server/metrics/one.ts', "import '../store/open.ts';", 'metrics may not import store'],
    ['server/store/one.ts', "import '../contract/series.ts';", 'store may not import contract'],
    ['server/store/one.ts', "import '../cli.ts';", 'store may not import hall'],
    ['server/sources/jira/one.ts', "import '../git/client.ts';", 'sources/jira may not import sources/git'],
    ['server/deliver/one.ts', "import '../sources/git/client.ts';", 'deliver may not import sources/git'],
    [
      'server/api/one.ts',
      "import { openStore } from '../store/open.ts';",
      'api may import store only as types',
    ],
    ['server/api/one.ts', "import { type A } from '../store/open.ts';", 'api may import store only as types'],
    ['server/cli.ts', "import '../web/api/client.ts';", 'hall may not import web/api'],
    ['server/cli.ts', "import '../scripts/bench.ts';", 'hall may not import scripts'],
    ['server/cli.ts', "import '../tests/support/clock.ts';", 'hall may not import tests'],
    ['tests/one.ts', "import '../scripts/bench.ts';", 'tests may not import scripts'],
    ['server/api/one.ts', "import '../../package.json';", 'api may not import top'],
    ['web/app.tsx', "import './charts/line-chart.tsx';", 'web/hall may import web/charts only lazily'],
    [
      'web/charts/one.ts',
      "import '../../server/contract/series.ts';",
      'web/charts may import contract only as types',
    ],
    ['web/ui/one.ts', "import '../charts/line-chart.tsx';", 'web/ui may not import web/charts'],
    [
      'web/ui/one.ts',
      "import type { A } from '../../server/contract/series.ts';",
      'web/ui may not import contract',
    ],
    ['web/pages/teams/one.ts', "import '../flow/flow.tsx';", 'web/pages/teams may not import web/pages/flow'],
    [
      'web/pages/teams/one.ts',
      "import '../../../server/store/open.ts';",
      'web/pages/teams may not import store',
    ],
    ['web/api/one.ts', "import '../../server/cli.ts';", 'web/api may not import hall'],
    [
      'server/words/one.ts',
      "import '../../elsewhere.ts';",
      'imports ../../elsewhere.ts, which stands in no known room',
    ],
    ['server/words/one.ts', "import '/server/cli.ts';", 'imports /server/cli.ts, which is no relative path'],
    ['server/words/one.ts', "import '#cli';", 'imports #cli, which is no relative path'],
    [
      'web/ui/one.ts',
      "import 'https://host.example/one.js';",
      'imports https://host.example/one.js, which is no relative path',
    ],
    [
      'server/words/one.ts',
      "await import('./' + 1);",
      'computes what it imports, so nobody can tell what that is',
    ],
    [
      'web/app.tsx',
      "import.meta.glob('./pages/*');",
      'computes what it imports, so nobody can tell what that is',
    ],
  ];
  test.each(faults)('%s with %s is noticed', (path, text, reason) => {
    expect(whatIsSaidOf({ [path]: `\n${text}\nexport const one = 1;` })).toEqual([`${path}:2: ${reason}`]);
  });

  test('grants only rooms that exist, so that a slip in the table cannot open or close a door unseen', () => {
    const rooms = [...Object.keys(whoMayImport), 'server', 'web', 'top', 'sources/github'];
    for (const granted of Object.values(whoMayImport).flat()) {
      expect(rooms).toContain(granted.replace(/ (as types|lazily)$/, ''));
    }
  });
});
