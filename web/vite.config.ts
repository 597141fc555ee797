import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const room = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: room,
  // React has had it itself for long; the router still brings what made up for it.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  plugins: [undescribed(), shapes(), react(), packed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first to know light-dark() and popovers as they are; rewritten for older ones, the exported pictures lose their theme.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // The server's content policy allows files of its own only, so nothing is folded into data addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [firstScript(), chartScript()], includeDependenciesRecursively: false },
      },
      checks: { pluginTimings: false },
    },
  },
  server: {
    port: 4181,
    proxy: { '/api': 'http://127.0.0.1:4180', '/openapi.json': 'http://127.0.0.1:4180' },
  },
});

/** Schemas without what they say to readers of the API's documentation, of which the pages have no use. */
function undescribed(): Plugin {
  const description = /,?\s*description:\s*(?:'(?:[^'\\]|\\.)*'|`[^`]*`)(?:\s*\+\s*'(?:[^'\\]|\\.)*')*/g;
  return {
    name: 'undescribed',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/server\/contract\/[\w-]+\.ts$/.test(id)) return null;
      return { code: code.replace(description, '').replaceAll(/\{\s*,/g, '{'), map: null };
    },
  };
}

/**
 * The schemas' builder as far as the pages use what it builds: which fields there are, and which values are allowed. Checking is the
 * server's; the library would be 3 KB of every page.
 */
function shapes(): Plugin {
  const name = '\0shapes';
  const plain = ['String', 'Number', 'Integer', 'Boolean', 'Null', 'Unknown', 'Union', 'Literal', 'Record'];
  const code = `
    const plain = () => ({});
    const object = (properties) => ({ properties });
    const only = ({ properties }, keep) => object(Object.fromEntries(Object.entries(properties).filter(([key]) => keep(key))));
    export const Type = {
      ${plain.map((one) => `${one}: plain`).join(', ')},
      Object: object,
      Optional: (schema) => schema,
      Array: (items) => ({ items }),
      Enum: (values) => ({ enum: values }),
      Pick: (schema, keys) => only(schema, (key) => keys.includes(key)),
      Omit: (schema, keys) => only(schema, (key) => !keys.includes(key)),
    };`;
  return {
    name: 'shapes',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'typebox' ? name : null),
    load: (id) => (id === name ? code : null),
  };
}

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** A module of ours and all that it imports, but what is fetched when it is needed. */
function reach(file: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const take = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) take(imported);
  };
  take(join(room, file));
  return found;
}

/** What only writing needs of a library that is imported as a whole. */
const WRITES = /\/(?:useMutation|mutationObserver)\.js$/;

/**
 * All that every page needs before it shows anything, in one script. Left to itself the bundler gives each set of pages that
 * share something a script of its own, and a dozen small ones compress worse than one.
 */
function firstScript() {
  let first: Set<string> | null = null;
  return {
    debugName: 'first',
    name(id: string, modules: Modules) {
      first ??= reach('main.tsx', modules);
      return first.has(id) && !WRITES.test(id) ? 'first' : null;
    },
  };
}

/** What shows a page's first number: nothing that it needs may lie among the charts. */
const PAGES = [
  'verdict/verdict-page',
  'flow/flow-page',
  'items/items-page',
  'data/data-page',
  'measures/measures-page',
  'impact/impact-figures',
  'adoption/adoption-figures',
  'guardrails/guardrail-figures',
];

/** What charts alone need, in the script that holds their library: it is fetched when the numbers are there. */
function chartScript() {
  let charts: Set<string> | null = null;
  const found = (modules: Modules) => {
    const pages = PAGES.map((page) => reach(`pages/${page}.tsx`, modules));
    const own = [...reach('charts/series-chart.tsx', modules)];
    return new Set(own.filter((id) => !pages.some((page) => page.has(id))));
  };
  return {
    debugName: 'series-chart',
    name(id: string, modules: Modules) {
      charts ??= found(modules);
      return charts.has(id) ? 'series-chart' : null;
    },
  };
}

/** Beside each file its packed forms, which the server sends as they are. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(?:js|css|svg|html)$/.test(name))) {
        const path = join(dir, file);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
