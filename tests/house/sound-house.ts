import { describeFinding } from './finding.ts';
import { findingsIn } from './findings.ts';
import type { Tree } from './tree.ts';

/** A small house in which every rule is kept, with words in strings, comments and types that must not be taken for code. */
const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    engines: { node: '>=20' },
    dependencies: { vite: '8.3.8' },
    devDependencies: { '@biomejs/biome': '2.5.15' },
    optionalDependencies: { node: '24.21.0' },
    allowScripts: { node: true, 'better-sqlite3': false, esbuild: false },
  }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': {
        dependencies: { vite: '8.3.8' },
        devDependencies: { '@biomejs/biome': '2.5.15' },
        optionalDependencies: { node: '24.21.0' },
      },
      'node_modules/vite': {
        version: '8.3.8',
        integrity: 'sha512-A==',
        dependencies: { picomatch: '^4.0.7' },
        peerDependencies: { sass: '^1.0.0' },
        peerDependenciesMeta: { sass: { optional: true } },
      },
      'node_modules/vite/node_modules/picomatch': { version: '4.0.9', integrity: 'sha512-B==' },
      'node_modules/@biomejs/biome': {
        version: '2.5.15',
        integrity: 'sha512-C==',
        optionalDependencies: { '@biomejs/cli-darwin-arm64': '2.5.15', '@biomejs/cli-linux-x64': '2.5.15' },
      },
      'node_modules/@biomejs/cli-darwin-arm64': {
        version: '2.5.15',
        integrity: 'sha512-D==',
        optional: true,
      },
      'node_modules/@biomejs/cli-linux-x64': { version: '2.5.15', integrity: 'sha512-E==', optional: true },
      'node_modules/node': { version: '24.21.0', integrity: 'sha512-F==', hasInstallScript: true },
    },
  }),
  'README.md':
    'Clone `git@forge.example.com:owner/name.git`; ask someone@example.com. Uptake lives in docs/home/.\n',
  '.ci/run': '#!/usr/bin/env bash\n',
  'migrations/meta/0000_snapshot.json': '{}',
  'server/uptake.js': "process.exit(await import('./cli.ts').then(({ run }) => run(process.argv)));\n",
  'server/cli.ts': `
    import { spawn } from 'node:child_process';
    import pino from 'pino';
    import { openStore } from './store/open.ts';
    export const run = () => openStore(process.env.HOME, Date.now(), Math.random(), spawn, pino);`,
  'server/model/instant.ts': `
    // new Date(), Date.now() and fetch( are words of a comment here
    export type Instant = number;
    export type World = { now: Date; fetch: typeof fetch; random(): number };
    export const reminder = 'process.env and Math.random() in a string; import("../api/app.ts") too';
    export const pattern = /fetch\\(|Date\\.now\\(/;
    export const iso = (at: Instant) => new Date(at).toISOString() + Date.UTC(2026, 0) + Math.max(1, 2);
    export const asks = (world: World, at: unknown) => (at instanceof Date ? world.fetch : { fetch: 1 });`,
  'server/contract/series.ts': "import { Type } from 'typebox';\nexport const Series = Type.Object({});\n",
  'server/contract/index.ts': "export type * from './series.ts';\n",
  'server/store/open.ts': `
    import Database from 'better-sqlite3';
    import type { Instant } from '../model/instant.ts';
    export const openStore = (...all: unknown[]): [Instant, unknown] => [0, new Database(String(all), { pid: process.pid })];`,
  'server/sources/git/client.ts': `
    import { spawn } from 'node:child_process';
    import type { Server } from 'node:http';
    import { SourceError } from '../../net/source-error.ts';
    export const client = (server: Server) => spawn('git') ?? new SourceError(server);`,
  'server/net/source-error.ts': 'export class SourceError extends Error {}\n',
  'server/net/http.ts': 'export const get = (url: string) => fetch(url);\n',
  'server/api/app.ts': `
    import fastify from 'fastify';
    import type { openStore } from '../store/open.ts';
    export const app = (open: typeof openStore) => fastify({ open });`,
  'web/index.html': '<!doctype html><script type="module" src="/main.tsx"></script>\n',
  'web/main.tsx': "import { App } from './app.tsx';\nexport const start = () => <App now={Date.now()} />;\n",
  'web/app.tsx': `
    import { lazy } from 'react';
    const Chart = lazy(async () => ({ default: (await import('./charts/line-chart.tsx')).LineChart }));
    export const App = (props: { now: number }) => <Chart key={props.now} data-fetch="fetch(1)" />;`,
  'web/api/client.ts': 'export const ask = (path: string) => window.fetch(path);\n',
  'web/charts/line-chart.tsx': `
    import { Line } from 'recharts';
    import type { Series } from '../../server/contract/series.ts';
    import style from './line-chart.module.css';
    export const LineChart = (series: typeof Series) => <Line {...series} className={style.line} />;`,
  'web/charts/line-chart.module.css': '.line { color: var(--ink); }\n',
  'web/pages/flow/flow.tsx': `
    import { LineChart } from '../../charts/line-chart.tsx';
    export const Flow = LineChart;`,
  'web/vite.config.ts': "import { defineConfig } from 'vite';\nexport default defineConfig({});\n",
  'scripts/bench.ts':
    "import { run } from '../server/cli.ts';\nexport const took = performance.now() - run();\n",
  'tests/fixtures/Page_1.json': '{}',
  'tests/support/clock.ts': 'export const untilNow = () => Date.now();\n',
  'tests/store/open.test.ts': `
    import { expect, test } from 'vitest';
    import { openStore } from '../../server/store/open.ts';
    // a comment may speak of test.only( and of skipping
    test.each([1])('skips nothing, todo or not', { timeout: 1000 }, () => {
      expect(openStore({ skip: true }, process.env.TMPDIR, "test.only(")).toBeDefined();
    });`,
};

/** The sound house with some files changed, added, or (null) taken away. */
function soundHouse(changes: Readonly<Record<string, string | null>> = {}): Tree {
  const tree = new Map(Object.entries(files));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) tree.delete(path);
    else tree.set(path, text);
  }
  return tree;
}

/** What the rules say, as sentences, about the sound house with these changes. */
export function whatIsSaidOf(changes: Readonly<Record<string, string | null>> = {}): string[] {
  return findingsIn(soundHouse(changes)).map(describeFinding);
}

type Json = { [key: string]: unknown };

/** The text of a JSON file of the sound house with `change` made to it. */
export function changedJson(
  path: 'package.json' | 'package-lock.json',
  change: (json: Json) => Json,
): string {
  return JSON.stringify(change(JSON.parse(files[path] ?? '{}')));
}
