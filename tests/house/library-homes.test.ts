import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryHomes } from './library-homes.ts';
import { whatIsSaidOf } from './sound-house.ts';

describe('A library away from its home', () => {
  const faults = [
    [
      'server/report/one.ts',
      'drizzle-orm/better-sqlite3',
      'report may not import drizzle-orm, which has its home in store',
    ],
    [
      'server/ingest/one.ts',
      'better-sqlite3',
      'ingest may not import better-sqlite3, which has its home in store',
    ],
    ['server/cli.ts', 'fastify', 'hall may not import fastify, which has its home in api'],
    ['server/cli.ts', '@fastify/static', 'hall may not import @fastify/static, which has its home in api'],
    [
      'server/store/one.ts',
      'typebox/value',
      'store may not import typebox, which has its home in contract, sources, ingest, api, hall',
    ],
    [
      'web/api/one.ts',
      'typebox',
      'web/api may not import typebox, which has its home in contract, sources, ingest, api, hall',
    ],
    [
      'web/pages/flow/one.ts',
      'recharts',
      'web/pages/flow may not import recharts, which has its home in web/charts',
    ],
    ['server/words/one.ts', 'react', 'words may not import react, which has its home in web'],
    ['server/stats/one.ts', 'jstat', 'stats may not import jstat, which has no home'],
    [
      'server/store/one.ts',
      'node:child_process',
      'store may not import node:child_process, which has its home in hall, sources/git',
    ],
    [
      'server/store/one.ts',
      'child_process',
      'store may not import node:child_process, which has its home in hall, sources/git',
    ],
    [
      'server/sources/jira/one.ts',
      'node:https',
      'sources/jira may not import node:https, which has its home in net',
    ],
    ['server/api/one.ts', 'node:sqlite', 'api may not import node:sqlite, which has no home'],
    ['server/api/one.ts', 'node:process', 'api may not import node:process, which has its home in hall'],
    ['server/metrics/one.ts', 'node:fs/promises', 'metrics only computes and may not import node:fs'],
    ['web/ui/one.ts', 'node:path', 'web/ui runs in a browser and may not import node:path'],
  ];
  test.each(faults)('%s with %s is noticed', (path, library, reason) => {
    expect(
      whatIsSaidOf({ [path]: `import * as one from '${library}';\nexport { one };\nexport const two = 2;` }),
    ).toEqual([`${path}:1: ${reason}`]);
  });

  test('is noticed when only its types are imported', () => {
    const text = "import type { A } from 'fastify';\nexport type B = A;";
    expect(whatIsSaidOf({ 'server/report/one.ts': text })).toEqual([
      'server/report/one.ts:1: report may not import fastify, which has its home in api',
    ]);
  });

  test('can only be one that package.json names', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect(Object.keys({ ...dependencies, ...devDependencies })).toEqual(
      expect.arrayContaining(Object.keys(libraryHomes)),
    );
  });
});
